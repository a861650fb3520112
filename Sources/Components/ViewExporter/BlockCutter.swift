import OTLP
import Transport
import Wire

/// Cuts a request into the blocks that the store keeps: each a request of its own with some of the items, deflated together. Neighbours
/// share most of their bytes, so a block is a fraction of its items deflated one by one, and a page reads few of them.
struct BlockCutter {
    /// Bytes of a block before it is deflated, unless one item alone is larger.
    static let blockBytes = 64 << 10

    let signal: Signal
    let content: ContentPolicy

    func blocks(_ request: UnsafeRawBufferPointer) throws(WireError) -> [(items: Range<Int>, bytes: [UInt8])] {
        guard content != .keep else { return try cut(request) }
        let filtered = Bytes.copy(of: try ContentFilter(signal: signal, isHashing: content == .hash).filtered(request))
        return try filtered.withBytes { (bytes) throws(WireError) in try cut(bytes) }
    }

    private func cut(_ request: UnsafeRawBufferPointer) throws(WireError) -> [(items: Range<Int>, bytes: [UInt8])] {
        let splitter = RequestSplitter(request)
        let ranges = try splitter.ranges(limitBytes: Self.blockBytes)
        guard ranges.count > 1 else { return [(0..<(ranges.first?.upperBound ?? 0), packed(request))] }
        var blocks: [(items: Range<Int>, bytes: [UInt8])] = []
        for range in ranges {
            let part = try splitter.part(range)
            blocks.append((range, part.withBytes { packed($0) }))
        }
        return blocks
    }

    /// The signal's number, and a gzip member.
    private func packed(_ request: UnsafeRawBufferPointer) -> [UInt8] {
        [signal == .logs ? 1 : 0] + Deflate.gzip(request)
    }
}
