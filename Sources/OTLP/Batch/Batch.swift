import Wire

/// One request on its way through a lane: its bytes, unchanged; an index of offsets made in one scan; a list of edits.
///
/// Reading goes item by item: `select(i)`, then `value(slot)`, `name`, `start` … speak of that item. Reads after an edit see it.
/// A batch belongs to one lane at a time and its memory is used again: keep nothing of it (no `Text`, no `Value`) beyond the call.
@usableFromInline package struct Batch: ~Copyable {
    package private(set) var signal: Signal = .traces
    package let keys: KeyTable
    @usableFromInline var request: UnsafeRawBufferPointer
    var isEdited = false
    @usableFromInline let lookup: Lookup
    @usableFromInline let selection: UnsafeMutablePointer<Int>
    // Apart, so that a batch is small: lending one copies its fields.
    @usableFromInline let indexPlace: UnsafeMutablePointer<Index>
    private let editsPlace: UnsafeMutablePointer<Scratch<Edit>>
    private let arenaPlace: UnsafeMutablePointer<Arena>
    private let limits: UnsafeMutablePointer<ScanLimits>

    @usableFromInline var index: Index {
        @inlinable @inline(__always) unsafeAddress { UnsafePointer(indexPlace) }
        @inlinable @inline(__always) unsafeMutableAddress { indexPlace }
    }

    var edits: Scratch<Edit> {
        @inline(__always) unsafeAddress { UnsafePointer(editsPlace) }
        @inline(__always) unsafeMutableAddress { editsPlace }
    }

    var arena: Arena {
        @inline(__always) unsafeAddress { UnsafePointer(arenaPlace) }
        @inline(__always) unsafeMutableAddress { arenaPlace }
    }

    package init(keys: KeyTable, limits: ScanLimits = ScanLimits()) {
        self.keys = keys
        indexPlace = .place(Index())
        editsPlace = .place(Scratch(capacity: 512))
        arenaPlace = .place(Arena())
        self.limits = .place(limits)
        request = UnsafeRawBufferPointer(start: nil, count: 0)
        lookup = Lookup(count: keys.count)
        selection = .place(-1)
    }

    deinit {
        selection.deallocate()
        limits.deallocate()
        indexPlace.destroy()
        editsPlace.destroy()
        arenaPlace.destroy()
    }

    /// Scans a request. Its memory must stay until the next `scan` or `reset`.
    package mutating func scan(_ bytes: UnsafeRawBufferPointer, as signal: Signal) throws(WireError) {
        reset()
        guard bytes.count <= 1 << 30 else { throw WireError(.tooLarge, at: 1 << 30) }
        self.signal = signal
        request = bytes
        guard let origin = bytes.baseAddress else { return }
        let scanner = Scanner(origin: origin, signal: signal, keys: keys, limits: limits.pointee)
        try scanner.scan(bytes, into: &index)
    }

    /// Forgets the request.
    package mutating func reset() {
        request = UnsafeRawBufferPointer(start: nil, count: 0)
        index.reset()
        edits.removeAll(keep: 16384)
        arena.reset()
        isEdited = false
        selection.pointee = -1
    }

    // MARK: - The whole

    /// Spans, log records or metrics, dropped ones included.
    package var itemCount: Int { index.items.count }

    /// What counts in the books and has not been dropped: spans, log records, data points.
    package var weight: Int {
        var sum = 0
        for i in 0..<index.items.count where !index.items[i].isDropped { sum += Int(index.items[i].weight) }
        return sum
    }

    package var byteCount: Int { request.count }

    /// The request as it came.
    package var bytes: Text { Text(request) }

    package var hasEdits: Bool { isEdited }

    package var resourceCount: Int { index.resources.count }

    package var scopeCount: Int { index.scopes.count }

    // MARK: - Selecting

    /// The item that reads and edits speak of.
    @inlinable package var selected: Int { selection.pointee }

    /// Makes item `i` the one that `value`, `name`, … and edits speak of.
    @inlinable
    package func select(_ i: Int) {
        visit(i)
        noteHits(index.items[i].hits)
        if index.items[i].additions.count != 0 { noteHits(index.items[i].additions) }
    }

    /// Makes item `i` the one that `name`, `forEachKnown`, … speak of, for those who go through its attributes once: `value` finds none.
    @inlinable @inline(__always)
    package func visit(_ i: Int) {
        selection.pointee = i
        lookup.clear()
    }

    @inlinable @inline(__always)
    func noteHits(_ range: HitRange) {
        lookup.set(index.hits, range)
    }

    /// The selected item's attribute; `.absent` where it has none. Of repeated keys the last one.
    @inlinable @inline(__always)
    package func value(_ slot: Slot) -> Value {
        let hit = lookup.get(slot.index)
        return hit == 0 ? .absent : index.hits[hit &- 1].value
    }

    /// The selected item's known attributes that came with it, in their order; a dropped one is absent.
    @inlinable @inline(__always)
    package func forEachKnown(_ body: (Slot, Value) -> Void) {
        let item = index.items[selection.pointee]
        var hit = Int(item.hits.start)
        let end = hit &+ Int(item.hits.count)
        while hit < end {
            body(Slot(index: Int(index.hits[hit].slot)), index.hits[hit].value)
            hit &+= 1
        }
    }

    @inlinable @inline(__always)
    func text(_ range: ByteRange) -> Text {
        guard range.length > 0, let base = request.baseAddress else { return .empty }
        return Text(base: base + Int(range.offset), count: Int(range.length))
    }
}

// MARK: - The selected item

extension Batch {
    @usableFromInline var item: ItemFrame {
        @inlinable @inline(__always) get { index.items[selected] }
    }

    package var isDropped: Bool { item.isDropped }
    /// 16 bytes in a valid item; log records may have none.
    @inlinable package var traceID: Text { text(item.traceID) }
    /// 8 bytes in a valid item.
    @inlinable package var spanID: Text { text(item.spanID) }
    /// Empty for a root span.
    @inlinable package var parentSpanID: Text { text(item.parentID) }
    /// Span: its name. Log record: event_name. Metric: its name.
    @inlinable package var name: Text { text(item.name) }
    /// Span: status message. Log record: severity text. Metric: unit.
    @inlinable package var note: Text { text(item.note) }
    /// Log record: its body.
    package var body: Value { item.body.length == 0 ? .absent : AnyValue.read(text(item.body)) }
    /// Unix nanoseconds. Log record: its time.
    @inlinable package var start: UInt64 { item.start }
    /// Unix nanoseconds. Log record: its observed time.
    @inlinable package var end: UInt64 { item.end }
    /// Span: kind (0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer). Log record: severity number.
    @inlinable package var kind: UInt8 { item.kind }
    /// Span: 0 unset, 1 ok, 2 error.
    @inlinable package var status: UInt8 { item.status }
    /// Data points of a metric; 1 for others.
    package var weightOfItem: Int { Int(item.weight) }
    /// The item's own message, as it came.
    package var itemBytes: Text { text(item.content) }

    // MARK: Events

    package var eventCount: Int { Int(item.eventCount) }

    /// The name of the selected item's event `n`.
    package func eventName(_ n: Int) -> Text { text(event(n).name) }

    /// Unix nanoseconds.
    package func eventTime(_ n: Int) -> UInt64 { event(n).time }

    /// An attribute of the selected item's event `n`.
    package func eventValue(_ n: Int, _ slot: Slot) -> Value { last(slot, event(n).hits, in: index.eventHits) }

    private func event(_ n: Int) -> EventFrame {
        precondition(n >= 0 && n < Int(item.eventCount))
        return index.events[Int(item.firstEvent) + n]
    }

    // MARK: Scope and resource

    /// The number of the selected item's scope in this request: the same for all items of one scope.
    @inlinable package var scope: Int { Int(item.scope) }

    package var scopeName: Text { text(index.scopes[scope].name) }

    package var scopeVersion: Text { text(index.scopes[scope].version) }

    /// The number of the selected item's resource in this request.
    @inlinable package var resource: Int { Int(index.scopes[scope].resource) }

    package func scopeName(_ scope: Int) -> Text { text(index.scopes[scope].name) }

    package func scopeVersion(_ scope: Int) -> Text { text(index.scopes[scope].version) }

    package func resource(ofScope scope: Int) -> Int { Int(index.scopes[scope].resource) }

    /// Items of one scope are neighbours.
    package func items(ofScope scope: Int) -> Range<Int> {
        let frame = index.scopes[scope]
        return Int(frame.firstItem)..<Int(frame.firstItem) + Int(frame.itemCount)
    }

    package func scopeValue(_ scope: Int, _ slot: Slot) -> Value {
        let hits = index.scopes[scope].hits
        return last(slot, hits, in: index.scopeHits)
    }

    /// An attribute of a resource; edits included.
    package func resourceValue(_ resource: Int, _ slot: Slot) -> Value {
        let frame = index.resources[resource]
        var next = frame.firstEdit
        var value = last(slot, frame.hits, in: index.resourceHits)
        while next != 0 {
            let edit = edits[Int(next) - 1]
            if edit.slot == UInt32(slot.index) { value = edit.hit == 0 ? .absent : index.hits[Int(edit.hit) - 1].value }
            next = edit.next
        }
        return value
    }

    private func last(_ slot: Slot, _ range: HitRange, in hits: borrowing Scratch<Hit>) -> Value {
        var i = Int(range.start) + Int(range.count)
        while i > Int(range.start) {
            i -= 1
            if hits[i].slot == UInt32(slot.index) { return hits[i].value }
        }
        return .absent
    }
}

extension UnsafeMutablePointer where Pointee: ~Copyable {
    /// Memory for one value.
    fileprivate static func place(_ value: consuming Pointee) -> UnsafeMutablePointer {
        let place = UnsafeMutablePointer.allocate(capacity: 1)
        place.initialize(to: value)
        return place
    }

    fileprivate func destroy() {
        deinitialize(count: 1)
        deallocate()
    }
}
