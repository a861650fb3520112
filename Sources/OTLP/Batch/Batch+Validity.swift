import Wire

extension Batch {
    /// Drops every item whose ids have a wrong length or, in a span, are missing or all zero
    /// (opentelemetry/proto/trace/v1: such spans are invalid). Returns what they weighed.
    package mutating func dropInvalidItems() -> Int {
        guard signal != .metrics else { return 0 }
        var dropped = 0
        for i in 0..<index.items.count where !Self.hasValidIDs(index.items[i], signal, request) {
            select(i)
            dropped += Int(index.items[i].weight)
            dropItem()
        }
        return dropped
    }

    @inline(__always)
    private static func hasValidIDs(_ item: ItemFrame, _ signal: Signal, _ request: UnsafeRawBufferPointer) -> Bool {
        let lengths = (item.traceID.length == 16, item.spanID.length == 8)
        if signal == .logs {
            return (lengths.0 || item.traceID.length == 0) && (lengths.1 || item.spanID.length == 0)
        }
        guard lengths.0, lengths.1, item.parentID.length == 8 || item.parentID.length == 0, let base = request.baseAddress else {
            return false
        }
        let trace = base + Int(item.traceID.offset)
        return (trace.loadUnaligned(as: UInt64.self) | trace.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) != 0
            && (base + Int(item.spanID.offset)).loadUnaligned(as: UInt64.self) != 0
    }
}
