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
    /// Whether the selected item has an attribute, or had it before it was dropped: what `Additions` must not have in them.
    @inlinable @inline(__always)
    package func knows(_ slot: Slot) -> Bool { lookup.get(slot.index) != 0 }

    /// Appends attributes to the selected item and leaves `additions` empty.
    package mutating func append(_ additions: inout Additions) {
        guard additions.list.count > 0 else { return }
        openRun()
        for i in 0..<additions.list.count {
            let addition = additions.list[i]
            index.hits.append(Hit(value: addition.value, record: .none, slot: addition.slot, edit: 0))
            lookup.set(addition.slot, UInt32(truncatingIfNeeded: index.hits.count))
        }
        index.items[selected].additions.count &+= UInt32(truncatingIfNeeded: additions.list.count)
        additions.list.truncate(to: 0)
    }
}
