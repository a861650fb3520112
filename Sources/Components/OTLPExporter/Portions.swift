import OTLP
import Pipeline
import Wire

/// A payload as it is sent: whole, or in portions where it is over a limit. Knows what is left, so that a retry sends nothing twice.
struct Portions {
    /// Items of the payload; nil = all of it, as it is.
    struct Portion {
        var items: Range<Int>?
        /// How often it was halved because the backend found it too large.
        var halvings = 0
    }

    /// A backend that refuses everything as too large costs at most fifteen requests for one.
    static let mostHalvings = 3

    let payload: Payload
    private(set) var left: [Portion]
    private(set) var hasDelivered = false
    /// Items that the backend refused for good, and why last.
    private(set) var refusedItems = 0
    private(set) var refusal: (any Error)?

    /// `limitBytes` = 0: no limit.
    init(_ payload: Payload, limitBytes: Int) {
        self.payload = payload
        left = [Portion()]
        guard limitBytes > 0, payload.bytes.count > limitBytes else { return }
        let ranges = payload.bytes.withBytes { bytes in (try? RequestSplitter(bytes).ranges(limitBytes: limitBytes)) ?? [] }
        if ranges.count > 1 { left = ranges.map { Portion(items: $0) } }
    }

    /// The bytes of the next portion; nil once there is none.
    func next() throws(WireError) -> Bytes? {
        guard let portion = left.first else { return nil }
        guard let items = portion.items else { return payload.bytes }
        return try payload.bytes.withBytes { (bytes) throws(WireError) in try RequestSplitter(bytes).part(items) }
    }

    mutating func delivered() {
        hasDelivered = true
        left.removeFirst()
    }

    mutating func refused(_ error: any Error) {
        refusal = error
        refusedItems += weight(left.removeFirst())
    }

    /// Puts two halves in the place of the next portion; false where it has one item, or was halved often enough.
    mutating func halve() -> Bool {
        guard let portion = left.first, portion.halvings < Self.mostHalvings else { return false }
        let items = portion.items ?? 0..<payload.bytes.withBytes { bytes in (try? RequestSplitter(bytes).itemCount()) ?? 0 }
        guard items.count > 1 else { return false }
        let middle = items.lowerBound + items.count / 2
        left.replaceSubrange(
            ..<1,
            with: [items.lowerBound..<middle, middle..<items.upperBound].map { Portion(items: $0, halvings: portion.halvings + 1) })
        return true
    }

    /// What a portion counts in the books: spans, log records, data points.
    private func weight(_ portion: Portion) -> Int {
        guard let items = portion.items else { return payload.items }
        guard payload.signal == .metrics else { return items.count }
        guard let part = payload.bytes.withBytes({ bytes in try? RequestSplitter(bytes).part(items) }) else { return 0 }
        var batch = Batch(keys: KeyTable([]))
        return part.withBytes { bytes in (try? batch.scan(bytes, as: .metrics)) == nil ? 0 : batch.weight }
    }
}
