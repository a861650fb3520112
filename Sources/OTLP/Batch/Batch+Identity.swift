import Wire

/// Ids as numbers, for components that relate items to each other.
extension Batch {
    /// The selected item's span id as one big-endian number; 0 where it has none.
    package var spanNumber: UInt64 { Batch.number(spanID) }

    /// Its parent's; 0 for a root span.
    package var parentNumber: UInt64 { Batch.number(parentSpanID) }

    /// The two halves of its trace id.
    package var traceNumbers: (high: UInt64, low: UInt64) {
        let id = traceID
        guard id.count == 16 else { return (0, 0) }
        return (Batch.number(id.prefix(8)), Batch.number(id.suffix(8)))
    }

    private static func number(_ id: Text) -> UInt64 {
        guard id.count == 8, let base = id.buffer.baseAddress else { return 0 }
        return UInt64(bigEndian: base.loadUnaligned(as: UInt64.self))
    }
}

/// Texts that did not come with the request.
extension Batch {
    /// A copy that lives as long as the batch is not reset.
    package mutating func keep(_ text: Text) -> Text { arena.copy(text) }

    /// A copy of `bytes` that lives as long as the batch is not reset.
    package mutating func keep(_ bytes: [UInt8]) -> Text { bytes.withUnsafeBytes { arena.copy(Text($0)) } }
}

extension Slot {
    /// The slot with this number, for components that keep slots as numbers.
    package init(number: Int) { self.init(index: number) }
}
