import Wire

/// A run of bytes in a request: offset from its start, and length. Requests are at most 1 GiB.
@usableFromInline package struct ByteRange: BitwiseCopyable, Equatable, Sendable {
    @usableFromInline package var offset: UInt32
    @usableFromInline package var length: UInt32

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
@usableFromInline struct Hit: BitwiseCopyable {
    /// As the last edit left it; absent where it was dropped.
    @usableFromInline var value: Value
    /// The KeyValue field in the request, tag included; empty for what was added.
    @usableFromInline var record: ByteRange
    @usableFromInline var slot: UInt32
    /// The edit that cuts its record (index + 1); 0 = none.
    @usableFromInline var edit: UInt32

    /// Of an addition whose key is in no table: its value is the whole field, written.
    @usableFromInline static let noSlot = UInt32.max
}

/// A run of hits.
@usableFromInline struct HitRange: BitwiseCopyable {
    @usableFromInline var start: UInt32 = 0
    @usableFromInline var count: UInt32 = 0

    @inlinable var indices: Range<Int> { Int(start)..<Int(start) &+ Int(count) }
}

/// One ResourceSpans, ResourceMetrics or ResourceLogs.
@usableFromInline struct ResourceFrame: BitwiseCopyable {
    /// The whole field, tag included.
    @usableFromInline var record: ByteRange
    /// Its content, behind the length.
    @usableFromInline var content: ByteRange
    @usableFromInline var hits = HitRange()
    @usableFromInline var firstScope: UInt32
    @usableFromInline var scopeCount: UInt32 = 0
    @usableFromInline var firstEdit: UInt32 = 0
    @usableFromInline var lastEdit: UInt32 = 0
    /// Something in it was edited.
    @usableFromInline var isEdited = false
}

/// One ScopeSpans, ScopeMetrics or ScopeLogs.
@usableFromInline struct ScopeFrame: BitwiseCopyable {
    @usableFromInline var record: ByteRange
    @usableFromInline var content: ByteRange
    @usableFromInline var resource: UInt32
    @usableFromInline var name = ByteRange.none
    @usableFromInline var version = ByteRange.none
    @usableFromInline var hits = HitRange()
    @usableFromInline var firstItem: UInt32
    @usableFromInline var itemCount: UInt32 = 0
    @usableFromInline var droppedItems: UInt32 = 0
    @usableFromInline var isEdited = false
}

/// One span, log record or metric.
@usableFromInline struct ItemFrame: BitwiseCopyable {
    @usableFromInline var record: ByteRange
    @usableFromInline var content: ByteRange
    @usableFromInline var scope: UInt32
    @usableFromInline var hits = HitRange()
    /// Hits that processors added, in their order.
    @usableFromInline var additions = HitRange()
    @usableFromInline var firstEvent: UInt32 = 0
    @usableFromInline var eventCount: UInt32 = 0
    @usableFromInline var traceID = ByteRange.none
    @usableFromInline var spanID = ByteRange.none
    @usableFromInline var parentID = ByteRange.none
    /// Span: name. Log record: event_name. Metric: name.
    @usableFromInline var name = ByteRange.none
    /// Span: status message. Log record: severity text. Metric: unit.
    @usableFromInline var note = ByteRange.none
    /// Log record: the bytes of its body's AnyValue.
    @usableFromInline var body = ByteRange.none
    /// Unix nanoseconds. Log record: time and observed time.
    @usableFromInline var start: UInt64 = 0
    @usableFromInline var end: UInt64 = 0
    @usableFromInline var firstEdit: UInt32 = 0
    @usableFromInline var lastEdit: UInt32 = 0
    /// Span: kind. Log record: severity number.
    @usableFromInline var kind: UInt8 = 0
    /// Span: status code (0 unset, 1 ok, 2 error).
    @usableFromInline var status: UInt8 = 0
    @usableFromInline var isDropped = false
    /// Its bytes change.
    @inlinable var isRewritten: Bool { firstEdit != 0 || additions.count != 0 }
    /// Span and log record: 1. Metric: its data points.
    @usableFromInline var weight: UInt32 = 1
}

/// One event of a span.
@usableFromInline struct EventFrame: BitwiseCopyable {
    @usableFromInline var name: ByteRange
    @usableFromInline var time: UInt64
    @usableFromInline var hits: HitRange
}
