import Store

/// Asks the store for a trace and, where a span is chosen, for what its panel shows.
struct TraceReading: Sendable {
    struct Chosen: Sendable {
        let step: Step
        let previous: Step?
        let raw: String?
    }

    let queries: any ViewQueries

    /// The chosen span with its content; nil where the trace has no such span.
    func choose(_ span: SpanID, in detail: TraceDetail) async throws -> Chosen? {
        guard let row = detail.spans.first(where: { $0.address.span == span }) else { return nil }
        let before = detail.spans.last { other in
            other.role == "call" && row.role == "call" && other.agent == row.agent && other.start < row.start && !other.isFailed
                && other.operation == row.operation
        }
        let addresses = [row, before].compactMap { $0 }.filter(\.hasPayload).map(\.address)
        let contents = addresses.isEmpty ? [] : try await queries.content(of: addresses)
        func facts(_ address: SpanAddress) -> SpanFacts? { contents.first { $0.address == address }.flatMap { SpanFacts($0) } }
        return Chosen(
            step: Step(row, facts: facts(row.address)), previous: before.map { Step($0, facts: facts($0.address)) },
            raw: contents.first { $0.address == row.address }?.span)
    }

    /// The span that is worth a look where nobody chose one: the first failure, else the dearest call.
    static func worthALook(in detail: TraceDetail) -> SpanID? {
        if let failed = detail.spans.first(where: { $0.isFailed && $0.role == "call" && !$0.isRecovered }) { return failed.address.span }
        let calls = detail.spans.filter { $0.role == "call" }
        return calls.max { ($0.costNano ?? 0) < ($1.costNano ?? 0) }?.address.span
    }
}
