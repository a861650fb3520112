import Wire

/// Carries out a batch's edits in one left-to-right copy. Only the length prefixes above an edit are written anew; all else is copied as it came,
/// so unknown fields and newer OTLP survive by construction.
struct Splicer: ~Copyable {
    /// New content lengths by item, scope and resource; only those of edited ones are read.
    private var itemLengths = Scratch<UInt32>(capacity: 64)
    private var scopeLengths = Scratch<UInt32>(capacity: 16)
    private var resourceLengths = Scratch<UInt32>(capacity: 8)
    /// The Resource message of edited resources: its new length, or 0.
    private var messageLengths = Scratch<UInt32>(capacity: 8)
    private var cuts = Scratch<UInt32>(capacity: 32)

    /// The spliced request in a block of `pool`; nil where it would grow over 1 GiB.
    mutating func splice(_ batch: borrowing Batch, pool: BytesPool) -> Bytes? {
        guard let total = measure(batch), total <= 1 << 30 else { return nil }
        let output = pool.take(total + Pen.slack)
        output.withSpare { spare in
            guard let start = spare.baseAddress else { return 0 }
            var pen = Pen(start)
            write(batch, &pen)
            return pen.place - start
        }
        return output
    }

    // MARK: - Measuring

    private mutating func measure(_ batch: borrowing Batch) -> Int? {
        itemLengths.removeAll(keep: 4096)
        scopeLengths.removeAll(keep: 1024)
        resourceLengths.removeAll(keep: 256)
        messageLengths.removeAll(keep: 256)
        for i in 0..<batch.index.items.count { itemLengths.append(Self.length(of: batch.index.items[i], batch)) }
        for s in 0..<batch.index.scopes.count { scopeLengths.append(UInt32(clamping: length(ofScope: batch.index.scopes[s], batch))) }
        var total = batch.byteCount
        for r in 0..<batch.index.resources.count {
            let frame = batch.index.resources[r]
            let message = frame.firstEdit == 0 ? 0 : Self.messageLength(frame, batch)
            messageLengths.append(UInt32(clamping: message))
            let length = length(ofResource: frame, message: message, batch)
            resourceLengths.append(UInt32(clamping: length))
            if frame.isEdited {
                total -= Int(frame.record.length)
                if !isGone(frame, batch) { total += Self.recordSize(frame.record, frame.content, length, batch) }
            }
        }
        return total
    }

    @inline(__always)
    private static func length(of item: ItemFrame, _ batch: borrowing Batch) -> UInt32 {
        var length = Int(item.content.length) + growth(item.firstEdit, batch)
        for hit in item.additions.indices { length += size(of: batch.index.hits[hit], batch) }
        return UInt32(clamping: length)
    }

    /// How many bytes longer a chain of edits makes a message.
    @inline(__always)
    private static func growth(_ firstEdit: UInt32, _ batch: borrowing Batch) -> Int {
        var growth = 0
        var next = firstEdit
        while next != 0 {
            let edit = batch.edits[Int(next) &- 1]
            growth -= Int(edit.cut.length)
            if edit.hit != 0 { growth += size(of: batch.index.hits[Int(edit.hit) &- 1], batch) }
            next = edit.next
        }
        return growth
    }

    /// Bytes of an attribute's field.
    @inline(__always)
    private static func size(of hit: Hit, _ batch: borrowing Batch) -> Int {
        if hit.value.isAbsent { return 0 }
        if hit.slot == Hit.noSlot { return Int(hit.value.length) }
        return AttributeSize(key: batch.keys.field(of: Slot(index: Int(hit.slot))).count, hit.value).total
    }

    private func length(ofScope frame: ScopeFrame, _ batch: borrowing Batch) -> Int {
        var length = Int(frame.content.length)
        guard frame.isEdited else { return length }
        for i in Int(frame.firstItem)..<Int(frame.firstItem) + Int(frame.itemCount) {
            let item = batch.index.items[i]
            if item.isDropped {
                length -= Int(item.record.length)
            } else if item.isRewritten {
                length += Self.recordSize(item.record, item.content, Int(itemLengths[i]), batch) - Int(item.record.length)
            }
        }
        return length
    }

    private func length(ofResource frame: ResourceFrame, message: Int, _ batch: borrowing Batch) -> Int {
        var length = Int(frame.content.length)
        guard frame.isEdited else { return length }
        for s in Int(frame.firstScope)..<Int(frame.firstScope) + Int(frame.scopeCount) where batch.index.scopes[s].isEdited {
            let scope = batch.index.scopes[s]
            length -= Int(scope.record.length)
            if !Self.isGone(scope) { length += Self.recordSize(scope.record, scope.content, Int(scopeLengths[s]), batch) }
        }
        if frame.firstEdit != 0 {
            Self.forEachMessage(frame, batch) { record, _ in length -= record.count }
            length += 1 + WireWriter.size(ofVarint: UInt64(message)) + message
        }
        return length
    }

    /// The new Resource message: all occurrences of the field joined (which is what protobuf makes of them), cut, and appended to.
    private static func messageLength(_ frame: ResourceFrame, _ batch: borrowing Batch) -> Int {
        var length = 0
        forEachMessage(frame, batch) { _, content in length += content.count }
        return length + growth(frame.firstEdit, batch)
    }

    /// Each Resource field of a ResourceSpans: its whole record and its content.
    private static func forEachMessage(_ frame: ResourceFrame, _ batch: borrowing Batch, _ body: (Text, Text) -> Void) {
        var reader = batch.text(frame.content).reader
        while !reader.isAtEnd {
            let before = reader.rest
            guard let tag = try? reader.tag() else { return }
            if tag == 1 << 3 | WireType.bytes {
                guard let content = try? reader.text() else { return }
                body(before.prefix(before.count - reader.rest.count), content)
            } else if (try? reader.skip(tag)) == nil {
                return
            }
        }
    }

    private static func isGone(_ scope: ScopeFrame) -> Bool { scope.itemCount > 0 && scope.droppedItems == scope.itemCount }

    private func isGone(_ frame: ResourceFrame, _ batch: borrowing Batch) -> Bool {
        guard frame.scopeCount > 0 else { return false }
        for s in Int(frame.firstScope)..<Int(frame.firstScope) + Int(frame.scopeCount) where !Self.isGone(batch.index.scopes[s]) {
            return false
        }
        return true
    }

    /// Bytes of a record whose content now has `length` bytes: its tag as it came, a minimal prefix, the content.
    @inline(__always)
    private static func recordSize(_ record: ByteRange, _ content: ByteRange, _ length: Int, _ batch: borrowing Batch) -> Int {
        tagSize(record, batch) + WireWriter.size(ofVarint: UInt64(length)) + length
    }

    /// Tags are one byte, unless a sender wrote an overlong varint.
    @inline(__always)
    private static func tagSize(_ record: ByteRange, _ batch: borrowing Batch) -> Int {
        var size = 1
        while batch.request[Int(record.offset) + size - 1] >= 0x80 { size += 1 }
        return size
    }

    // MARK: - Writing

    private mutating func write(_ batch: borrowing Batch, _ pen: inout Pen) {
        var position = 0
        for r in 0..<batch.index.resources.count where batch.index.resources[r].isEdited {
            let frame = batch.index.resources[r]
            Self.copy(batch, position, Int(frame.record.offset), &pen)
            position = frame.record.end
            guard !isGone(frame, batch) else { continue }
            Self.head(frame.record, Int(resourceLengths[r]), batch, &pen)
            frame.firstEdit == 0 ? writeScopes(frame, batch, &pen) : writeWithMessage(r, frame, batch, &pen)
        }
        Self.copy(batch, position, batch.byteCount, &pen)
    }

    private mutating func writeScopes(_ frame: ResourceFrame, _ batch: borrowing Batch, _ pen: inout Pen) {
        var position = Int(frame.content.offset)
        for s in Int(frame.firstScope)..<Int(frame.firstScope) + Int(frame.scopeCount) where batch.index.scopes[s].isEdited {
            let scope = batch.index.scopes[s]
            Self.copy(batch, position, Int(scope.record.offset), &pen)
            writeScope(s, scope, batch, &pen)
            position = scope.record.end
        }
        Self.copy(batch, position, frame.content.end, &pen)
    }

    private mutating func writeScope(_ number: Int, _ scope: ScopeFrame, _ batch: borrowing Batch, _ pen: inout Pen) {
        guard !Self.isGone(scope) else { return }
        Self.head(scope.record, Int(scopeLengths[number]), batch, &pen)
        var position = Int(scope.content.offset)
        for i in Int(scope.firstItem)..<Int(scope.firstItem) + Int(scope.itemCount) {
            let item = batch.index.items[i]
            guard item.isDropped || item.isRewritten else { continue }
            Self.copy(batch, position, Int(item.record.offset), &pen)
            position = item.record.end
            guard !item.isDropped else { continue }
            Self.head(item.record, Int(itemLengths[i]), batch, &pen)
            writeItem(item, batch, &pen)
        }
        Self.copy(batch, position, scope.content.end, &pen)
    }

    /// An item's content with its cuts made in order of place, and what was added at its end.
    private mutating func writeItem(_ item: ItemFrame, _ batch: borrowing Batch, _ pen: inout Pen) {
        var position = Int(item.content.offset)
        if item.firstEdit != 0 {
            sortCuts(item.firstEdit, batch)
            for c in 0..<cuts.count {
                let edit = batch.edits[Int(cuts[c])]
                Self.copy(batch, position, Int(edit.cut.offset), &pen)
                if edit.hit != 0 { Self.put(Int(edit.hit) &- 1, batch.attributeTag, batch, &pen) }
                position = edit.cut.end
            }
        }
        Self.copy(batch, position, item.content.end, &pen)
        for hit in item.additions.indices { Self.put(hit, batch.attributeTag, batch, &pen) }
    }

    /// What was added to a resource.
    private static func writeAppended(_ firstEdit: UInt32, _ tag: UInt8, _ batch: borrowing Batch, _ pen: inout Pen) {
        var next = firstEdit
        while next != 0 {
            let edit = batch.edits[Int(next) &- 1]
            if edit.isAppend { put(Int(edit.hit) &- 1, tag, batch, &pen) }
            next = edit.next
        }
    }

    /// An attribute, unless it was dropped again.
    @inline(__always)
    private static func put(_ hit: Int, _ tag: UInt8, _ batch: borrowing Batch, _ pen: inout Pen) {
        let hit = batch.index.hits[hit]
        if hit.value.isAbsent { return }
        if hit.slot == Hit.noSlot { return pen.copy(hit.value.content) }
        let key = batch.keys.field(of: Slot(index: Int(hit.slot)))
        pen.attribute(tag, key, hit.value, AttributeSize(key: key.count, hit.value))
    }

    /// Edits come in the order in which they were asked for. There are few, so they are sorted by insertion;
    /// a hostile item may have a hundred thousand, which are not.
    private mutating func sortCuts(_ firstEdit: UInt32, _ batch: borrowing Batch) {
        cuts.removeAll(keep: 4096)
        var next = firstEdit
        while next != 0 {
            let number = next &- 1
            let edit = batch.edits[Int(number)]
            next = edit.next
            guard !edit.isAppend else { continue }
            cuts.append(number)
            if cuts.count <= Self.fewCuts { insertLastCut(edit.cut.offset, batch) }
        }
        guard cuts.count > Self.fewCuts else { return }
        var many = UnsafeMutableBufferPointer(start: cuts.base, count: cuts.count)
        many.sort {
            batch.edits[Int($0)].cut.offset < batch.edits[Int($1)].cut.offset
        }
    }

    private static let fewCuts = 64

    @inline(__always)
    private mutating func insertLastCut(_ offset: UInt32, _ batch: borrowing Batch) {
        var place = cuts.count - 1
        let number = cuts[place]
        while place > 0, batch.edits[Int(cuts[place - 1])].cut.offset > offset {
            cuts[place] = cuts[place - 1]
            place -= 1
        }
        cuts[place] = number
    }

    /// A resource whose own attributes were edited: its Resource message first, then all other fields in their order.
    private mutating func writeWithMessage(_ number: Int, _ frame: ResourceFrame, _ batch: borrowing Batch, _ pen: inout Pen) {
        pen.byte(1 << 3 | 2)
        pen.varint(UInt64(messageLengths[number]))
        writeMessages(frame, batch, &pen)
        var scope = Int(frame.firstScope)
        var reader = batch.text(frame.content).reader
        let base = Int(frame.content.offset)
        while !reader.isAtEnd {
            let start = base + reader.offset
            guard let tag = try? reader.tag(), (try? reader.skip(tag)) != nil else { return }
            if tag == 1 << 3 | WireType.bytes { continue }
            if tag == 2 << 3 | WireType.bytes {
                let frame = batch.index.scopes[scope]
                scope += 1
                if frame.isEdited {
                    writeScope(scope - 1, frame, batch, &pen)
                    continue
                }
            }
            Self.copy(batch, start, base + reader.offset, &pen)
        }
    }

    /// The contents of all Resource fields, with the resource's cuts and what was appended.
    private mutating func writeMessages(_ frame: ResourceFrame, _ batch: borrowing Batch, _ pen: inout Pen) {
        sortCuts(frame.firstEdit, batch)
        var cut = 0
        var reader = batch.text(frame.content).reader
        let base = Int(frame.content.offset)
        while !reader.isAtEnd {
            guard let tag = try? reader.tag() else { return }
            guard tag == 1 << 3 | WireType.bytes else {
                guard (try? reader.skip(tag)) != nil else { return }
                continue
            }
            guard let content = try? reader.message() else { return }
            var position = base + content.offset
            let end = base + reader.offset
            while cut < cuts.count, Int(batch.edits[Int(cuts[cut])].cut.offset) < end {
                let edit = batch.edits[Int(cuts[cut])]
                Self.copy(batch, position, Int(edit.cut.offset), &pen)
                position = edit.cut.end
                cut += 1
            }
            Self.copy(batch, position, end, &pen)
        }
        Self.writeAppended(frame.firstEdit, 1 << 3 | 2, batch, &pen)
    }

    /// A record's tag as it came and its new length.
    @inline(__always)
    private static func head(_ record: ByteRange, _ length: Int, _ batch: borrowing Batch, _ pen: inout Pen) {
        copy(batch, Int(record.offset), Int(record.offset) + tagSize(record, batch), &pen)
        pen.varint(UInt64(length))
    }

    @inline(__always)
    private static func copy(_ batch: borrowing Batch, _ from: Int, _ to: Int, _ pen: inout Pen) {
        guard to > from, let base = batch.request.baseAddress else { return }
        pen.copy(base + from, to - from)
    }
}
