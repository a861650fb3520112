import Wire

/// The fields of each signal's item.
extension Scanner {
    /// `Span` (trace.proto).
    @inline(__always)
    func scanSpan(_ content: WireReader, _ item: inout ItemFrame, _ index: inout Index) throws(WireError) {
        item.firstEvent = UInt32(truncatingIfNeeded: index.events.count)
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 9 << 3 | WireType.bytes: try scanAttributes(&reader, tag: 9 << 3 | 2, from: start, into: &index.hits)
            case 1 << 3 | WireType.bytes: item.traceID = ByteRange(try reader.text(), in: origin)
            case 2 << 3 | WireType.bytes: item.spanID = ByteRange(try reader.text(), in: origin)
            case 4 << 3 | WireType.bytes: item.parentID = ByteRange(try reader.text(), in: origin)
            case 5 << 3 | WireType.bytes: item.name = ByteRange(try reader.text(), in: origin)
            case 6 << 3 | WireType.varint: item.kind = UInt8(truncatingIfNeeded: min(try reader.varint(), 255))
            case 7 << 3 | WireType.fixed64: item.start = try reader.fixed64()
            case 8 << 3 | WireType.fixed64: item.end = try reader.fixed64()
            case 11 << 3 | WireType.bytes: try scanEvent(try reader.message(), &index)
            case 13 << 3 | WireType.bytes: try scanLink(try reader.message())
            case 15 << 3 | WireType.bytes: try scanStatus(try reader.message(), &item)
            case 3 << 3 | WireType.bytes, 10 << 3 | WireType.varint, 12 << 3 | WireType.varint, 14 << 3 | WireType.varint,
                16 << 3 | WireType.fixed32:
                try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...16, reader)
                try reader.skip(tag)
            }
        }
        item.eventCount = UInt32(truncatingIfNeeded: index.events.count) &- item.firstEvent
    }

    /// `Span.Event`: time, name, and its known attributes.
    private func scanEvent(_ content: WireReader, _ index: inout Index) throws(WireError) {
        guard index.events.count < limits.events else { throw WireError(.tooMany, at: content.offset) }
        var event = EventFrame(name: .none, time: 0, hits: HitRange(start: UInt32(truncatingIfNeeded: index.eventHits.count)))
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.fixed64: event.time = try reader.fixed64()
            case 2 << 3 | WireType.bytes: event.name = ByteRange(try reader.text(), in: origin)
            case 3 << 3 | WireType.bytes: try scanAttribute(try reader.message(), from: start, into: &index.eventHits)
            case 4 << 3 | WireType.varint: try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...4, reader)
                try reader.skip(tag)
            }
        }
        event.hits.count = UInt32(truncatingIfNeeded: index.eventHits.count) &- event.hits.start
        index.events.append(event)
    }

    /// `Span.Link`: only checked.
    private func scanLink(_ content: WireReader) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 4 << 3 | WireType.bytes: _ = try KeyValue.scan(try reader.message(), depth: 0)
            case 1 << 3 | WireType.bytes, 2 << 3 | WireType.bytes, 3 << 3 | WireType.bytes, 5 << 3 | WireType.varint,
                6 << 3 | WireType.fixed32:
                try reader.skip(tag)
            default:
                try refuseKnown(tag, 1...6, reader)
                try reader.skip(tag)
            }
        }
    }

    /// `Status`: message and code.
    private func scanStatus(_ content: WireReader, _ item: inout ItemFrame) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 2 << 3 | WireType.bytes: item.note = ByteRange(try reader.text(), in: origin)
            case 3 << 3 | WireType.varint: item.status = UInt8(truncatingIfNeeded: min(try reader.varint(), 255))
            default:
                try refuseKnown(tag, 2...3, reader)
                try reader.skip(tag)
            }
        }
    }

    /// `LogRecord` (logs.proto).
    func scanLogRecord(_ content: WireReader, _ item: inout ItemFrame, _ index: inout Index) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            switch tag {
            case 6 << 3 | WireType.bytes: try scanAttributes(&reader, tag: 6 << 3 | 2, from: start, into: &index.hits)
            case 1 << 3 | WireType.fixed64: item.start = try reader.fixed64()
            case 11 << 3 | WireType.fixed64: item.end = try reader.fixed64()
            case 2 << 3 | WireType.varint: item.kind = UInt8(truncatingIfNeeded: min(try reader.varint(), 255))
            case 3 << 3 | WireType.bytes: item.note = ByteRange(try reader.text(), in: origin)
            case 5 << 3 | WireType.bytes:
                let body = try reader.message()
                _ = try AnyValue.scan(body, depth: 0)
                item.body = ByteRange(body.rest, in: origin)
            case 9 << 3 | WireType.bytes: item.traceID = ByteRange(try reader.text(), in: origin)
            case 10 << 3 | WireType.bytes: item.spanID = ByteRange(try reader.text(), in: origin)
            case 12 << 3 | WireType.bytes: item.name = ByteRange(try reader.text(), in: origin)
            case 7 << 3 | WireType.varint, 8 << 3 | WireType.fixed32: try reader.skip(tag)
            default:
                if tag >> 3 != 4 { try refuseKnown(tag, 1...12, reader) }
                try reader.skip(tag)
            }
        }
    }

    /// `Metric` (metrics.proto): its name, unit, and how many data points it holds.
    func scanMetric(_ content: WireReader, _ item: inout ItemFrame) throws(WireError) {
        item.weight = 0
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: item.name = ByteRange(try reader.text(), in: origin)
            case 3 << 3 | WireType.bytes: item.note = ByteRange(try reader.text(), in: origin)
            case 5 << 3 | WireType.bytes, 7 << 3 | WireType.bytes, 9 << 3 | WireType.bytes, 10 << 3 | WireType.bytes,
                11 << 3 | WireType.bytes:
                item.kind = UInt8(truncatingIfNeeded: tag >> 3)
                item.weight = try countPoints(try reader.message(), ofMetricField: tag >> 3)
            case 12 << 3 | WireType.bytes: _ = try KeyValue.scan(try reader.message(), depth: 0)
            case 2 << 3 | WireType.bytes: try reader.skip(tag)
            default:
                if tag >> 3 != 4, tag >> 3 != 6, tag >> 3 != 8 { try refuseKnown(tag, 1...12, reader) }
                try reader.skip(tag)
            }
        }
    }
}
