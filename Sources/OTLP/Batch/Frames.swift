import Wire

/// A run of bytes in a request: offset from its start, and length. Requests are at most 1 GiB.
package struct ByteRange: BitwiseCopyable, Equatable, Sendable {
    package var offset: UInt32
    package var length: UInt32

    static let none = ByteRange(offset: 0, length: 0)

    init(offset: UInt32, length: UInt32) {
        self.offset = offset
        self.length = length
    }

    @inline(__always)
    init(_ text: Text, in origin: UnsafeRawPointer) {
        offset = text.buffer.baseAddress.map { UInt32(truncatingIfNeeded: $0 - origin) } ?? 0
        length = UInt32(truncatingIfNeeded: text.count)
    }

    var end: Int { Int(offset) + Int(length) }
}

/// An attribute whose key is in the key table.
struct Hit: BitwiseCopyable {
    var value: Value
    /// The KeyValue field in the request, tag included; empty for what an edit wrote.
    var record: ByteRange
    var slot: UInt32
    /// The edit that wrote it, or that stands in its place (index + 1); 0 = none.
    var edit: UInt32
}

/// A run of hits.
struct HitRange: BitwiseCopyable {
    var start: UInt32 = 0
    var count: UInt32 = 0
}

/// One ResourceSpans, ResourceMetrics or ResourceLogs.
struct ResourceFrame: BitwiseCopyable {
    /// The whole field, tag included.
    var record: ByteRange
    /// Its content, behind the length.
    var content: ByteRange
    var hits = HitRange()
    var firstScope: UInt32
    var scopeCount: UInt32 = 0
    var firstEdit: UInt32 = 0
    var lastEdit: UInt32 = 0
    /// Something in it was edited.
    var isEdited = false
}

/// One ScopeSpans, ScopeMetrics or ScopeLogs.
struct ScopeFrame: BitwiseCopyable {
    var record: ByteRange
    var content: ByteRange
    var resource: UInt32
    var name = ByteRange.none
    var version = ByteRange.none
    var hits = HitRange()
    var firstItem: UInt32
    var itemCount: UInt32 = 0
    var droppedItems: UInt32 = 0
    var isEdited = false
}

/// One span, log record or metric.
struct ItemFrame: BitwiseCopyable {
    var record: ByteRange
    var content: ByteRange
    var scope: UInt32
    var hits = HitRange()
    var firstEvent: UInt32 = 0
    var eventCount: UInt32 = 0
    var traceID = ByteRange.none
    var spanID = ByteRange.none
    var parentID = ByteRange.none
    /// Span: name. Log record: event_name. Metric: name.
    var name = ByteRange.none
    /// Span: status message. Log record: severity text. Metric: unit.
    var note = ByteRange.none
    /// Log record: the bytes of its body's AnyValue.
    var body = ByteRange.none
    /// Unix nanoseconds. Log record: time and observed time.
    var start: UInt64 = 0
    var end: UInt64 = 0
    var firstEdit: UInt32 = 0
    var lastEdit: UInt32 = 0
    /// Span: kind. Log record: severity number.
    var kind: UInt8 = 0
    /// Span: status code (0 unset, 1 ok, 2 error).
    var status: UInt8 = 0
    var isDropped = false
    /// Span and log record: 1. Metric: its data points.
    var weight: UInt32 = 1
}

/// One event of a span.
struct EventFrame: BitwiseCopyable {
    var name: ByteRange
    var time: UInt64
    var hits: HitRange
}
