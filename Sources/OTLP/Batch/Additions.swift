/// Attributes for one item that has none of them yet, gathered so that they are appended in one go. Used again for the next item.
@usableFromInline package struct Additions: ~Copyable {
    @usableFromInline struct Addition: BitwiseCopyable {
        @usableFromInline let value: Value
        @usableFromInline let slot: UInt32

        @inlinable
        init(value: Value, slot: UInt32) {
            self.value = value
            self.slot = slot
        }
    }

    @usableFromInline var list = Scratch<Addition>(capacity: 32)

    package init() {}

    /// As `Batch.set` does. Each slot once.
    @inlinable @inline(__always)
    package mutating func add(_ slot: Slot, _ value: Value) {
        let value = value.isAbsent ? Value(kind: .empty, bits: 0) : value
        list.append(Addition(value: value, slot: UInt32(truncatingIfNeeded: slot.index)))
    }
}

extension Batch {
    /// The selected item's attribute; absent where it was dropped, nil where it never was: only then may it be among `Additions`.
    @inlinable @inline(__always)
    package func known(_ slot: Slot) -> Value? {
        let hit = lookup.get(slot.index)
        return hit == 0 ? nil : index.hits[hit &- 1].value
    }

    /// Appends attributes to the selected item and leaves `additions` empty.
    package mutating func append(_ additions: inout Additions) {
        let count = additions.list.count
        guard count > 0 else { return }
        openRun()
        var number = index.hits.count
        let hits = index.hits.extend(by: count)
        for i in 0..<count {
            let addition = additions.list[i]
            (hits + i).initialize(to: Hit(value: addition.value, record: .none, slot: addition.slot, edit: 0))
            number &+= 1
            lookup.set(addition.slot, UInt32(truncatingIfNeeded: number))
        }
        index.items[selected].additions.count &+= UInt32(truncatingIfNeeded: count)
        additions.list.truncate(to: 0)
    }
}
