import Store

extension Column where Row == TraceRow, Sort == TraceSort {
    static let traces: [Column] = [
        Column("start", "Start", sort: .start) { .time($0.start) },
        Column("name", "Endpoint", sort: .name) { .link($0.route ?? $0.name, href: "/traces/\($0.id.text)") },
        Column("status", "Status", sort: nil) { .status(Self.status($0), isFailed: $0.isFailed) },
        Column("service", "Service", sort: nil) { .text($0.service) },
        Column("agents", "Agents", sort: nil) { .words($0.agents) },
        Column("models", "Models", sort: nil) { .words($0.models) },
        Column("spans", "Spans", sort: .spans) { .count($0.spans) },
        Column("requests", "Requests", sort: .requests) { .count($0.requests) },
        Column("toolCalls", "Tools", sort: .toolCalls) { .count($0.toolCalls) },
        Column("failures", "Errors", sort: .failures) { .failures($0.failures, recovered: $0.recovered) },
        Column("tokens", "Tokens", sort: .tokens) { .tokens($0.tokens.total) },
        Column("cost", "Cost", sort: .cost) { .money($0.costNano, unpriced: $0.unpriced) },
        Column("duration", "Duration", sort: .duration) { .duration($0.durationNanoseconds) },
        Column("conversation", "Conversation", sort: nil) { row in
            row.conversation.map { .link($0.key, href: ConversationPath.href($0)) } ?? .text(nil)
        },
        Column("user", "User", sort: nil) { .text($0.user) },
    ]

    /// The endpoint's own status where it has one.
    private static func status(_ row: TraceRow) -> String {
        let word = row.isFailed ? "error" : "ok"
        return row.httpStatus.map { "\(word) \($0)" } ?? word
    }
}
