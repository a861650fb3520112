import Wire

/// What one scan may index; a request beyond is refused, so that a small hostile body cannot make a huge index.
package struct ScanLimits: Sendable {
    package var items = 1 << 18
    package var containers = 1 << 16
    package var events = 1 << 18
    /// Known attributes in the whole request; more of them pass unread.
    package var hits = 1 << 20
    package init() {}
}

/// The one pass over a request: checks every tag, length and known wire type, notes containers, items and known attributes.
///
/// The three signals share their outer shape (resource = 1, scope = 2, item = 2), so there is one walker;
/// only the item's own fields differ. Sources: opentelemetry/proto/{trace,metrics,logs}/v1.
struct Scanner: ~Copyable {
    let origin: UnsafeRawPointer
    let signal: Signal
    let keys: KeyTable
    let limits: ScanLimits

    func scan(_ request: UnsafeRawBufferPointer, into index: inout Index) throws(WireError) {
        var reader = WireReader(request)
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes {
                try scanResource(try reader.message(), from: start, into: &index)
            } else {
                try refuseKnown(tag, 1...1, reader)
                try reader.skip(tag)
            }
        }
    }

    private func scanResource(_ content: WireReader, from start: Int, into index: inout Index) throws(WireError) {
        guard index.resources.count < limits.containers else { throw WireError(.tooMany, at: start) }
        let number = index.resources.count
        index.resources.append(
            ResourceFrame(
                record: span(start, content.offset + content.rest.count), content: ByteRange(content.rest, in: origin),
                hits: HitRange(start: UInt32(truncatingIfNeeded: index.resourceHits.count)),
                firstScope: UInt32(truncatingIfNeeded: index.scopes.count)))
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes:
                try scanResourceMessage(try reader.message(), into: &index.resourceHits)
            case 2 << 3 | WireType.bytes:
                try scanScope(try reader.message(), from: start, resource: number, into: &index)
            case 3 << 3 | WireType.bytes: try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...3, reader)
                try reader.skip(tag)
            }
        }
        index.resources[number].hits.count = UInt32(truncatingIfNeeded: index.resourceHits.count) &- index.resources[number].hits.start
        index.resources[number].scopeCount = UInt32(truncatingIfNeeded: index.scopes.count) &- index.resources[number].firstScope
    }

    private func scanScope(_ content: WireReader, from start: Int, resource: Int, into index: inout Index) throws(WireError) {
        guard index.scopes.count < limits.containers else { throw WireError(.tooMany, at: start) }
        let number = index.scopes.count
        index.scopes.append(
            ScopeFrame(
                record: span(start, content.offset + content.rest.count), content: ByteRange(content.rest, in: origin),
                resource: UInt32(truncatingIfNeeded: resource),
                hits: HitRange(start: UInt32(truncatingIfNeeded: index.scopeHits.count)),
                firstItem: UInt32(truncatingIfNeeded: index.items.count)))
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 2 << 3 | WireType.bytes:
                try scanItem(try reader.message(), from: start, scope: number, into: &index)
            case 1 << 3 | WireType.bytes:
                try scanScopeName(try reader.message(), scope: number, into: &index)
            case 3 << 3 | WireType.bytes: try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...3, reader)
                try reader.skip(tag)
            }
        }
        index.scopes[number].hits.count = UInt32(truncatingIfNeeded: index.scopeHits.count) &- index.scopes[number].hits.start
        index.scopes[number].itemCount = UInt32(truncatingIfNeeded: index.items.count) &- index.scopes[number].firstItem
    }

    /// InstrumentationScope (common.proto): name, version, attributes.
    private func scanScopeName(_ content: WireReader, scope: Int, into index: inout Index) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: index.scopes[scope].name = ByteRange(try reader.text(), in: origin)
            case 2 << 3 | WireType.bytes: index.scopes[scope].version = ByteRange(try reader.text(), in: origin)
            case 3 << 3 | WireType.bytes: try scanAttribute(try reader.message(), from: start, into: &index.scopeHits)
            case 4 << 3 | WireType.varint: try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...4, reader)
                try reader.skip(tag)
            }
        }
    }

    @inline(__always)
    private func scanItem(_ content: WireReader, from start: Int, scope: Int, into index: inout Index) throws(WireError) {
        guard index.items.count < limits.items else { throw WireError(.tooMany, at: start) }
        var item = ItemFrame(
            record: span(start, content.offset + content.rest.count), content: ByteRange(content.rest, in: origin),
            scope: UInt32(truncatingIfNeeded: scope))
        item.hits.start = UInt32(truncatingIfNeeded: index.hits.count)
        switch signal {
        case .traces: try scanSpan(content, &item, &index)
        case .logs: try scanLogRecord(content, &item, &index)
        case .metrics: try scanMetric(content, &item)
        }
        item.hits.count = UInt32(truncatingIfNeeded: index.hits.count) &- item.hits.start
        index.items.append(item)
    }

    /// Resource (resource.proto): its attributes; dropped count and entity references are only checked.
    private func scanResourceMessage(_ content: WireReader, into hits: inout Scratch<Hit>) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: try scanAttributes(&reader, tag: 1 << 3 | 2, from: start, into: &hits)
            case 2 << 3 | WireType.varint: try reader.skip(tag)
            case 3 << 3 | WireType.bytes: try scanEntityRef(try reader.message())
            default:
                try refuseKnown(tag, 1...3, reader)
                try reader.skip(tag)
            }
        }
    }

    /// EntityRef (common.proto): four fields of text.
    private func scanEntityRef(_ content: WireReader) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag & 7 != WireType.bytes { try refuseKnown(tag, 1...4, reader) }
            try reader.skip(tag)
        }
    }

    /// KeyValues that follow one another, as an item's do: the reader stands behind the first one's tag, which is one byte.
    @inline(never)
    func scanAttributes(_ reader: inout WireReader, tag: UInt8, from start: Int, into hits: inout Scratch<Hit>) throws(WireError) {
        // A copy: what is lent by address is read from memory each time.
        var rest = reader
        var start = start
        repeat {
            try scanAttribute(try rest.message(), from: start, into: &hits)
            start = rest.offset
        } while rest.pass(tag: tag)
        reader = rest
    }

    /// One KeyValue: noted where its key is in the table.
    @inline(__always)
    func scanAttribute(_ content: WireReader, from start: Int, into hits: inout Scratch<Hit>) throws(WireError) {
        let (key, value) = try KeyValue.scan(content, depth: 0)
        let slot = keys.find(key)
        guard slot >= 0, hits.count < limits.hits else { return }
        hits.append(
            Hit(
                value: value, record: span(start, content.offset + content.rest.count), slot: UInt32(truncatingIfNeeded: slot), edit: 0))
    }

    /// A field of ours must have the wire type the contract gives it.
    @inline(__always)
    func refuseKnown(_ tag: UInt64, _ fields: ClosedRange<UInt64>, _ reader: WireReader) throws(WireError) {
        if fields.contains(tag >> 3), tag & 7 != 3, tag & 7 != 4 { throw WireError(.wrongWireType, at: reader.offset) }
    }

    @inline(__always)
    private func span(_ from: Int, _ to: Int) -> ByteRange {
        ByteRange(offset: UInt32(truncatingIfNeeded: from), length: UInt32(truncatingIfNeeded: to &- from))
    }
}
