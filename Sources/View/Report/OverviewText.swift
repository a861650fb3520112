import Store

/// The Overview as aligned text for a terminal: the same answer that the page draws.
package struct OverviewText: Sendable {
    private let overview: Overview

    package init(_ overview: Overview) { self.overview = overview }

    package var text: String {
        ([period, ""] + cards + [""] + models + attention).map { $0 + "\n" }.joined()
    }

    private var period: String {
        let range = overview.filter.range
        return "\(Show.time(range.from)) – \(Show.time(range.to)) UTC"
    }

    // MARK: - Cards

    private var cards: [String] {
        let figures = overview.figures
        let lines: [(String, String, [String?])] = [
            ("Conversations", Show.count(figures.conversations.total), conversationNotes),
            ("Cost per conversation", Show.money(figures.averageConversationNano), conversationCostNotes),
            ("Latency P50", Show.duration(figures.latency.p50), latencyNotes),
            ("Total LLM cost", totalCost, costNotes),
            ("LLM spans", Show.count(figures.spans.llm), spanNotes),
            ("Tokens", Show.count(figures.tokens.total), tokenNotes),
            ("Success rate", Show.rate(figures.success.rate), successNotes),
        ]
        let widest = lines.map(\.1.count).max() ?? 0
        return lines.map { name, value, notes in
            let text = notes.compactMap { $0 }.joined(separator: " · ")
            return name.padded(to: 22) + value.padded(to: widest, right: true) + (text.isEmpty ? "" : "   " + text)
        }
    }

    private var conversationNotes: [String?] {
        let conversations = overview.figures.conversations
        let requests = overview.figures.spans.requests
        return [
            conversations.total > 0
                ? Show.decimal(Double(conversations.messages) / Double(conversations.total), places: 1) + " messages each" : nil,
            requests > 0 && conversations.requestsWithoutID > 0
                ? Show.share(conversations.requestsWithoutID, of: requests) + " of requests without an id" : nil,
        ]
    }

    private var conversationCostNotes: [String?] {
        let cost = overview.figures.conversationCost
        return [
            cost.p50Nano.map { "median " + Show.money($0) }, cost.p95Nano.map { "P95 " + Show.money($0) },
            cost.maxNano.map { "most " + Show.money($0) },
            cost.requests > cost.priced ? "\(cost.priced) of \(cost.requests) requests priced" : nil,
        ]
    }

    private var latencyNotes: [String?] {
        let latency = overview.figures.latency
        return [
            latency.p90.map { "P90 " + Show.duration($0) }, latency.p95.map { "P95 " + Show.duration($0) },
            latency.p99.map { "P99 " + Show.duration($0) }, latency.ttftP50.map { "first token " + Show.duration($0) },
            "n = \(Show.count(latency.n))",
        ]
    }

    private var totalCost: String {
        let cost = overview.figures.cost
        return cost.totalNano == nil && cost.unpricedRequests > 0 ? "no cost" : Show.money(cost.totalNano)
    }

    private var costNotes: [String?] {
        let cost = overview.figures.cost
        return [
            cost.unpricedRequests > 0
                ? "\(Show.count(cost.unpricedRequests)) requests unpriced (\(cost.unpricedModels.joined(separator: ", ")))" : nil,
            cost.failedWithoutUsage > 0 ? "\(Show.count(cost.failedWithoutUsage)) failed without usage" : nil,
            cost.reportedNano > 0 ? "\(Show.money(cost.reportedNano)) reported by SDKs" : nil,
        ]
    }

    private var spanNotes: [String?] {
        let spans = overview.figures.spans
        return [
            "\(Show.count(spans.requests)) requests", "\(Show.count(spans.tools)) tools", "\(Show.count(spans.agents)) agents",
            "of \(Show.count(spans.all)) spans in \(Show.count(spans.traces)) traces",
        ]
    }

    private var tokenNotes: [String?] {
        let tokens = overview.figures.tokens
        return [
            tokens.input.map { input in
                "\(Show.count(input)) in" + (tokens.cacheRead.map { " (\(Show.share($0, of: input)) cached)" } ?? "")
            },
            tokens.output.map { output in
                "\(Show.count(output)) out" + (tokens.reasoning.map { " (\(Show.share($0, of: output)) reasoning)" } ?? "")
            },
        ]
    }

    private var successNotes: [String?] {
        let success = overview.figures.success
        return [
            "\(Show.count(success.failed)) failed", success.failed > 0 ? "\(Show.count(success.recovered)) recovered" : nil,
            success.degraded > 0 ? "\(Show.count(success.degraded)) cut or filtered" : nil,
        ]
    }

    // MARK: - Models

    private var models: [String] {
        let rows = overview.topModels + (overview.otherModels.map { [$0] } ?? [])
        guard !rows.isEmpty else { return ["no model calls"] }
        let head = ["Model", "Requests", "Share", "Cost", "$/1k", "P50", "P95", "Success"]
        let cells = rows.map { row in
            [
                row.model, Show.count(row.requests), Show.share(row.share),
                row.costNano == nil && row.unpriced > 0 ? "no cost" : Show.money(row.costNano), Show.money(row.nanoPerThousandRequests),
                Show.duration(row.latency.p50), Show.duration(row.latency.p95), Show.rate(row.success),
            ]
        }
        return TextTable.lines([head] + cells)
    }

    private var attention: [String] {
        guard !overview.attention.isEmpty else { return [] }
        return ["", "Needs attention"] + overview.attention.map { "  " + AttentionText.text($0) }
    }
}

/// Columns that stand below one another: the first to the left, figures to the right.
enum TextTable {
    static func lines(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in cell.padded(to: widths[column], right: column > 0) }.joined(separator: "  ")
        }
    }
}

extension String {
    /// With blanks up to a width in characters.
    fileprivate func padded(to width: Int, right: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - count))
        return right ? blanks + self : self + blanks
    }
}
