import Wire

/// Asking for edits. Nothing in the request changes; the splice carries them out.
extension Batch {
    /// Sets an attribute of the selected item: replaces it where it is there (all its occurrences become one), appends it where not.
    package mutating func set(_ slot: Slot, _ value: NewValue) {
        let hit = lookup.get(slot.index)
        if hit != 0, index.hits[hit - 1].edit != 0 {
            rewrite(Int(index.hits[hit - 1].edit) - 1, hit - 1, slot, value)
            return
        }
        let cut = hit == 0 ? Edit.append : index.hits[hit - 1].record
        if hit != 0 { cutRepeats(of: slot, except: hit - 1) }
        let written = write(attributeTag, keys.field(of: slot), value)
        index.hits.append(
            Hit(value: written.value, record: .none, slot: UInt32(slot.index), edit: UInt32(truncatingIfNeeded: edits.count + 1)))
        let number = UInt32(truncatingIfNeeded: index.hits.count)
        ask(written.edit(cutting: cut, hit: number, slot: UInt32(slot.index)))
        lookup.set(UInt32(slot.index), number)
    }

    /// Appends an attribute to the selected item whose key nobody reads.
    package mutating func append(key: Text, _ value: NewValue) {
        ask(write(attributeTag, arena.keyField(key), value).edit(cutting: Edit.append, hit: 0, slot: Edit.noSlot))
    }

    /// Drops an attribute of the selected item, all its occurrences.
    package mutating func drop(_ slot: Slot) {
        let hit = lookup.get(slot.index)
        guard hit != 0 else { return }
        let edited = index.hits[hit - 1].edit
        if edited != 0 {
            edits[Int(edited) - 1].insertionCount = 0
            edits[Int(edited) - 1].hit = 0
        } else {
            cutRepeats(of: slot, except: hit - 1)
            ask(
                Edit(cut: index.hits[hit - 1].record, insertion: nil, insertionCount: 0, hit: 0, slot: UInt32(slot.index)))
        }
        lookup.set(UInt32(slot.index), 0)
    }

    /// Drops the selected item. A scope or resource that loses its last item goes with it.
    package mutating func dropItem() {
        guard !index.items[selected].isDropped else { return }
        index.items[selected].isDropped = true
        let scope = Int(index.items[selected].scope)
        index.scopes[scope].droppedItems += 1
        markEdited(scope: scope)
    }

    // MARK: - Inside

    /// The field that holds attributes in each signal's item.
    private var attributeTag: UInt8 {
        switch signal {
        case .traces: 9 << 3 | 2
        case .logs: 6 << 3 | 2
        case .metrics: 12 << 3 | 2
        }
    }

    private mutating func rewrite(_ edit: Int, _ hit: Int, _ slot: Slot, _ value: NewValue) {
        let written = write(attributeTag, keys.field(of: slot), value)
        edits[edit].insertion = written.bytes
        edits[edit].insertionCount = UInt32(truncatingIfNeeded: written.count)
        edits[edit].hit = UInt32(truncatingIfNeeded: hit + 1)
        index.hits[hit].value = written.value
    }

    /// A key may be repeated in an item; whoever replaces or drops it means all of them.
    private mutating func cutRepeats(of slot: Slot, except kept: Int) {
        let range = index.items[selected].hits
        for hit in Int(range.start)..<Int(range.start) + Int(range.count)
        where hit != kept && index.hits[hit].slot == UInt32(slot.index) {
            ask(
                Edit(
                    cut: index.hits[hit].record, insertion: nil, insertionCount: 0,
                    hit: 0, slot: Edit.noSlot))
        }
    }

    /// Chains an edit behind the selected item's others.
    private mutating func ask(_ edit: Edit) {
        edits.append(edit)
        let number = UInt32(truncatingIfNeeded: edits.count)
        let last = index.items[selected].lastEdit
        if last == 0 {
            index.items[selected].firstEdit = number
            markEdited(scope: Int(index.items[selected].scope))
        } else {
            edits[Int(last) - 1].next = number
        }
        index.items[selected].lastEdit = number
    }

    private mutating func markEdited(scope: Int) {
        isEdited = true
        index.scopes[scope].isEdited = true
        index.resources[Int(index.scopes[scope].resource)].isEdited = true
    }

}

/// Edits of resources: what is set there holds for all items of the resource.
extension Batch {
    /// Sets an attribute of a resource; with `onlyIfAbsent` an attribute that is there stays.
    package mutating func setResource(_ resource: Int, _ slot: Slot, _ value: NewValue, onlyIfAbsent: Bool = false) {
        if onlyIfAbsent, !resourceValue(resource, slot).isAbsent { return }
        let range = index.resources[resource].hits
        for hit in Int(range.start)..<Int(range.start) + Int(range.count)
        where index.resourceHits[hit].slot == UInt32(slot.index) && index.resourceHits[hit].edit == 0 {
            index.resourceHits[hit].edit = 1
            ask(
                Edit(cut: index.resourceHits[hit].record, insertion: nil, insertionCount: 0, hit: 0, slot: Edit.noSlot), of: resource)
        }
        forgetEarlierEdits(of: slot, resource)
        let written = write(1 << 3 | 2, keys.field(of: slot), value)
        index.hits.append(Hit(value: written.value, record: .none, slot: UInt32(slot.index), edit: 0))
        ask(
            written.edit(cutting: Edit.append, hit: UInt32(truncatingIfNeeded: index.hits.count), slot: UInt32(slot.index)), of: resource)
    }

    private mutating func forgetEarlierEdits(of slot: Slot, _ resource: Int) {
        var next = index.resources[resource].firstEdit
        while next != 0 {
            if edits[Int(next) - 1].slot == UInt32(slot.index) { edits[Int(next) - 1].insertionCount = 0 }
            next = edits[Int(next) - 1].next
        }
    }

    private mutating func ask(_ edit: Edit, of resource: Int) {
        edits.append(edit)
        let number = UInt32(truncatingIfNeeded: edits.count)
        let last = index.resources[resource].lastEdit
        if last == 0 { index.resources[resource].firstEdit = number } else { edits[Int(last) - 1].next = number }
        index.resources[resource].lastEdit = number
        index.resources[resource].isEdited = true
        isEdited = true
    }
}

/// A KeyValue field that was encoded into the arena.
struct Written {
    var bytes: UnsafeRawPointer
    var count: Int
    var value: Value

    func edit(cutting cut: ByteRange, hit: UInt32, slot: UInt32) -> Edit {
        Edit(cut: cut, insertion: bytes, insertionCount: UInt32(truncatingIfNeeded: count), hit: hit, slot: slot)
    }
}

extension Batch {
    /// Encodes `tag KeyValue{key, value}` (common.proto), the key as its ready field, and says what a reader will see.
    mutating func write(_ tag: UInt8, _ key: Text, _ value: NewValue) -> Written {
        let seen = Batch.seen(value)
        let valueCount = Batch.size(of: seen)
        let pairCount = key.count &+ 1 &+ WireWriter.size(ofVarint: UInt64(valueCount)) &+ valueCount
        let total = 1 &+ WireWriter.size(ofVarint: UInt64(pairCount)) &+ pairCount
        let start = arena.take(total)
        var pen = Pen(start)
        pen.byte(tag)
        pen.varint(UInt64(pairCount))
        pen.copyLoosely(key)
        pen.byte(2 << 3 | 2)
        pen.varint(UInt64(valueCount))
        return Written(bytes: UnsafeRawPointer(start), count: total, value: pen.anyValue(seen))
    }

    @inline(__always)
    private static func seen(_ value: NewValue) -> Value {
        switch value {
        case .text(let text): Value(kind: .string, text: text)
        case .int(let int): Value(kind: .int, bits: UInt64(bitPattern: int))
        case .double(let double): Value(kind: .double, bits: double.bitPattern)
        case .bool(let bool): Value(kind: .bool, bits: bool ? 1 : 0)
        case .copy(let value): value
        }
    }

    /// Bytes of the AnyValue.
    @inline(__always)
    private static func size(of value: Value) -> Int {
        switch value.kind {
        case .absent, .empty: 0
        case .bool: 2
        case .int: 1 + WireWriter.size(ofVarint: value.bits)
        case .double: 9
        case .string, .array, .kvlist, .bytes: 1 + WireWriter.size(ofVarint: UInt64(value.length)) + Int(value.length)
        }
    }
}

/// Writes into memory whose size was computed before.
struct Pen {
    /// What lies readable behind keys, and writable behind arena memory, so that short copies need not end on the byte.
    static let slack = 16

    private(set) var place: UnsafeMutableRawPointer

    init(_ place: UnsafeMutableRawPointer) { self.place = place }

    @inline(__always)
    mutating func byte(_ byte: UInt8) {
        place.storeBytes(of: byte, as: UInt8.self)
        place += 1
    }

    @inline(__always)
    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        byte(UInt8(truncatingIfNeeded: rest))
    }

    /// Copies by sixteen bytes; both sides have `slack` behind them.
    @inline(__always)
    mutating func copyLoosely(_ text: Text) {
        guard let from = text.buffer.baseAddress else { return }
        var done = 0
        repeat {
            place.storeBytes(
                of: from.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self), toByteOffset: done, as: SIMD16<UInt8>.self)
            done &+= 16
        } while done < text.count
        place += text.count
    }

    /// Bytes of a KeyValue's key field.
    static func keyFieldSize(_ count: Int) -> Int { 1 + WireWriter.size(ofVarint: UInt64(count)) + count }

    @inline(__always)
    mutating func copy(_ text: Text) { copy(text.buffer.baseAddress, text.count) }

    @inline(__always)
    mutating func copy(_ from: UnsafeRawPointer?, _ count: Int) {
        guard let from, count > 0 else { return }
        place.copyMemory(from: from, byteCount: count)
        place += count
    }

    /// Writes the AnyValue's own field and gives the value as it now stands in the new memory.
    @inline(__always)
    mutating func anyValue(_ value: Value) -> Value {
        switch value.kind {
        case .absent, .empty: return Value(kind: .empty, bits: 0)
        case .bool: scalar(2 << 3, value.bits)
        case .int: scalar(3 << 3, value.bits)
        case .double:
            byte(4 << 3 | 1)
            place.storeBytes(of: value.bits.littleEndian, as: UInt64.self)
            place += 8
        case .string: return content(1 << 3 | 2, value)
        case .array: return content(5 << 3 | 2, value)
        case .kvlist: return content(6 << 3 | 2, value)
        case .bytes: return content(7 << 3 | 2, value)
        }
        return value
    }

    private mutating func scalar(_ tag: UInt8, _ bits: UInt64) {
        byte(tag)
        varint(bits)
    }

    private mutating func content(_ tag: UInt8, _ value: Value) -> Value {
        byte(tag)
        varint(UInt64(value.length))
        let start = UnsafeRawPointer(place)
        copy(UnsafeRawPointer(bitPattern: UInt(value.bits)), Int(value.length))
        return Value(kind: value.kind, text: Text(base: start, count: Int(value.length)))
    }
}
