import Store

/// Asks the store for a trace and, where a span is chosen, for what its panel shows.
struct TraceReading: Sendable {
    struct Chosen: Sendable {
        let step: Step
        let previous: Step?
        let raw: String?
        /// Of a failure: how often it happened around that time.
        let same: SameError?
    }

    /// How long before and after a failure others like it are counted.
    static let sameErrorDays: Int64 = 30

    let queries: any ViewQueries

    /// The chosen span with its content; nil where the trace has no such span.
    func choose(_ span: SpanID, in detail: TraceDetail) async throws -> Chosen? {
        guard let row = detail.spans.first(where: { $0.address.span == span }) else { return nil }
        let before = detail.spans.last { other in
            other.role == "call" && row.role == "call" && other.agent == row.agent && other.start < row.start && !other.isFailed
                && other.operation == row.operation
        }
        let shown = [row, before].compactMap { $0 }
        let rows = shown + detail.spans.filter { other in shown.contains { Twins.are($0, other) } }
        let addresses = rows.filter(\.hasPayload).map(\.address)
        let contents = addresses.isEmpty ? [] : try await queries.content(of: addresses)
        let facts = Dictionary(contents.map { ($0.address, SpanFacts($0)) }) { first, _ in first }
        let steps = Twins.lend(among: rows.map { Step($0, facts: facts[$0.address] ?? nil) })
        return Chosen(
            step: steps[0], previous: before == nil ? nil : steps[1],
            raw: contents.first { $0.address == row.address }?.span, same: try await same(row))
    }

    private func same(_ row: SpanRow) async throws -> SameError? {
        guard row.isFailed else { return nil }
        let reach = Self.sameErrorDays * 86_400_000_000_000
        return try await queries.sameError(as: row.address, in: TimeRange(from: row.start &- reach, to: row.start &+ reach))
    }

    /// The span that is worth a look where nobody chose one: the first failure, else the dearest call.
    static func worthALook(in detail: TraceDetail) -> SpanID? {
        if let failed = detail.spans.first(where: { $0.isFailed && $0.role == "call" && !$0.isRecovered }) { return failed.address.span }
        let calls = detail.spans.filter { $0.role == "call" }
        return calls.max { ($0.costNano ?? 0) < ($1.costNano ?? 0) }?.address.span
    }
}
