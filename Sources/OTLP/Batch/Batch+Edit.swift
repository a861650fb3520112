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
        let seen = seen(value)
        let number = UInt32(truncatingIfNeeded: index.hits.count &+ 1)
        index.hits.append(
            Hit(value: seen, record: .none, slot: UInt32(slot.index), edit: UInt32(truncatingIfNeeded: edits.count &+ 1)))
        ask(edit(cutting: cut, number, slot, seen))
        lookup.set(UInt32(slot.index), number)
    }

    /// Appends an attribute to the selected item whose key nobody reads.
    package mutating func append(key: Text, _ value: NewValue) {
        let seen = seen(value)
        let field = arena.keyField(key)
        let size = AttributeSize(key: field.count, seen)
        let start = arena.take(size.total)
        var pen = Pen(start)
        pen.attribute(attributeTag, field, seen, size)
        ask(
            Edit(
                cut: Edit.append, insertion: UnsafeRawPointer(start), insertionCount: UInt32(clamping: size.total), hit: 0,
                slot: Edit.noSlot)
        )
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
    var attributeTag: UInt8 {
        switch signal {
        case .traces: 9 << 3 | 2
        case .logs: 6 << 3 | 2
        case .metrics: 12 << 3 | 2
        }
    }

    private mutating func rewrite(_ edit: Int, _ hit: Int, _ slot: Slot, _ value: NewValue) {
        let seen = seen(value)
        edits[edit].insertion = nil
        edits[edit].insertionCount = UInt32(clamping: AttributeSize(key: keys.field(of: slot).count, seen).total)
        edits[edit].hit = UInt32(truncatingIfNeeded: hit + 1)
        index.hits[hit].value = seen
    }

    private func edit(cutting cut: ByteRange, _ hit: UInt32, _ slot: Slot, _ value: Value) -> Edit {
        let size = AttributeSize(key: keys.field(of: slot).count, value)
        return Edit(cut: cut, insertion: nil, insertionCount: UInt32(clamping: size.total), hit: hit, slot: UInt32(slot.index))
    }

    /// What readers will see, and what is written in the end. Passing text is kept.
    @inline(__always)
    private mutating func seen(_ value: NewValue) -> Value {
        switch value {
        case .text(let text): Value(kind: .string, text: arena.copy(text))
        case .lasting(let text): Value(kind: .string, text: text)
        case .int(let int): Value(kind: .int, bits: UInt64(bitPattern: int))
        case .double(let double): Value(kind: .double, bits: double.bitPattern)
        case .bool(let bool): Value(kind: .bool, bits: bool ? 1 : 0)
        case .copy(let value): value.kind == .absent ? Value(kind: .empty, bits: 0) : value
        }
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
        let seen = seen(value)
        index.hits.append(Hit(value: seen, record: .none, slot: UInt32(slot.index), edit: 0))
        ask(edit(cutting: Edit.append, UInt32(truncatingIfNeeded: index.hits.count), slot, seen), of: resource)
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
