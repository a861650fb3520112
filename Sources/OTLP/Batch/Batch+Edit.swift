import Wire

/// Asking for edits. Nothing in the request changes; the splice carries them out.
extension Batch {
    /// Sets an attribute of the selected item: replaces it where it is there (all its occurrences become one), appends it where not.
    /// Text in `value` must live as long as the batch is not reset (`keep`); an absent value is written as an empty one.
    @inlinable @inline(__always)
    package mutating func set(_ slot: Slot, _ value: Value) {
        let hit = lookup.get(slot.index)
        let value = value.isAbsent ? Value(kind: .empty, bits: 0) : value
        if hit == 0 {
            add(value, UInt32(truncatingIfNeeded: slot.index))
        } else {
            change(hit &- 1, slot, value)
        }
    }

    /// Appends an attribute to the selected item whose key nobody reads.
    package mutating func append(key: Text, _ value: Value) {
        let field = arena.keyField(key)
        let size = AttributeSize(key: field.count, value)
        let start = arena.take(size.total)
        var pen = Pen(start)
        pen.attribute(attributeTag, field, value, size)
        add(Value(kind: .bytes, text: Text(base: UnsafeRawPointer(start), count: size.total)), Hit.noSlot)
    }

    /// Drops an attribute of the selected item, all its occurrences.
    package mutating func drop(_ slot: Slot) {
        let hit = lookup.get(slot.index)
        guard hit != 0, !index.hits[hit - 1].value.isAbsent else { return }
        replace(hit - 1, slot, .absent)
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

    /// Puts a value behind the selected item's other additions.
    @usableFromInline
    mutating func add(_ value: Value, _ slot: UInt32) {
        openRun()
        index.items[selected].additions.count &+= 1
        index.hits.append(Hit(value: value, record: .none, slot: slot, edit: 0))
        if slot != Hit.noSlot { lookup.set(slot, UInt32(truncatingIfNeeded: index.hits.count)) }
    }

    /// Sees to it that the selected item's additions, which stay neighbours, end where the next hit goes.
    @inline(__always)
    mutating func openRun() {
        let run = index.items[selected].additions
        if run.count == 0 {
            index.items[selected].additions.start = UInt32(truncatingIfNeeded: index.hits.count)
            markEdited(scope: Int(index.items[selected].scope))
        } else if Int(run.start) &+ Int(run.count) != index.hits.count {
            moveAdditions(run)
        }
    }

    /// Sets an attribute that is there, or was before it was dropped.
    @usableFromInline @inline(never)
    mutating func change(_ hit: Int, _ slot: Slot, _ value: Value) {
        if index.hits[hit].value.isAbsent {
            add(value, UInt32(truncatingIfNeeded: slot.index))
        } else {
            replace(hit, slot, value)
        }
    }

    /// To the end, where there is room for more: another item was edited in between.
    @inline(never)
    private mutating func moveAdditions(_ run: HitRange) {
        index.items[selected].additions.start = UInt32(truncatingIfNeeded: index.hits.count)
        for hit in Int(run.start)..<Int(run.start) + Int(run.count) {
            index.hits.append(index.hits[hit])
            if index.hits[hit].slot != Hit.noSlot { lookup.set(index.hits[hit].slot, UInt32(truncatingIfNeeded: index.hits.count)) }
        }
    }

    /// Gives a hit another value; `.absent` where it goes. What came with the request is cut.
    private mutating func replace(_ hit: Int, _ slot: Slot, _ value: Value) {
        index.hits[hit].value = value
        guard index.hits[hit].record.length != 0, index.hits[hit].edit == 0 else { return }
        cutRepeats(of: slot, except: hit)
        cut(hit, putting: UInt32(truncatingIfNeeded: hit + 1))
    }

    /// A key may be repeated in an item; whoever replaces or drops it means all of them.
    private mutating func cutRepeats(of slot: Slot, except kept: Int) {
        let range = index.items[selected].hits
        for hit in Int(range.start)..<Int(range.start) + Int(range.count)
        where hit != kept && index.hits[hit].slot == UInt32(slot.index) {
            index.hits[hit].value = .absent
            cut(hit, putting: 0)
        }
    }

    /// Chains an edit behind the selected item's others.
    private mutating func cut(_ hit: Int, putting value: UInt32) {
        edits.append(Edit(cut: index.hits[hit].record, hit: value, slot: index.hits[hit].slot))
        let number = UInt32(truncatingIfNeeded: edits.count)
        index.hits[hit].edit = number
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
    package mutating func setResource(_ resource: Int, _ slot: Slot, _ value: Value, onlyIfAbsent: Bool = false) {
        if onlyIfAbsent, !resourceValue(resource, slot).isAbsent { return }
        let range = index.resources[resource].hits
        for hit in Int(range.start)..<Int(range.start) + Int(range.count)
        where index.resourceHits[hit].slot == UInt32(slot.index) && index.resourceHits[hit].edit == 0 {
            index.resourceHits[hit].edit = 1
            ask(Edit(cut: index.resourceHits[hit].record, hit: 0, slot: Hit.noSlot), of: resource)
        }
        forgetEarlierEdits(of: slot, resource)
        index.hits.append(Hit(value: value, record: .none, slot: UInt32(slot.index), edit: 0))
        ask(Edit(cut: Edit.append, hit: UInt32(truncatingIfNeeded: index.hits.count), slot: UInt32(slot.index)), of: resource)
    }

    private mutating func forgetEarlierEdits(of slot: Slot, _ resource: Int) {
        var next = index.resources[resource].firstEdit
        while next != 0 {
            let edit = edits[Int(next) - 1]
            if edit.slot == UInt32(slot.index), edit.hit != 0 { index.hits[Int(edit.hit) - 1].value = .absent }
            next = edit.next
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
