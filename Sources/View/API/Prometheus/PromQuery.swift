import Admin
import Store

/// `/api/v1/query` and `/api/v1/query_range`: an expression at one moment, or at many.
struct PromQuery {
    private static let patience = Duration.seconds(2)

    let queries: any ViewQueries
    /// Unix nanoseconds.
    let now: Int64

    /// "Instant queries": `query`, and `time` where it is not now.
    func instant(_ parameters: PromParameters) async throws -> AdminAnswer {
        let question = try self.question(parameters)
        let time = try parameters.time("time") ?? now / 1_000_000
        return PromAnswer.instant(try await value(of: question, at: [time]), at: time)
    }

    /// "Range queries": `query`, `start`, `end`, `step`.
    func range(_ parameters: PromParameters) async throws -> AdminAnswer {
        let question = try self.question(parameters)
        let times = try parameters.steps()
        return PromAnswer.range(try await value(of: question, at: times), at: times)
    }

    private func question(_ parameters: PromParameters) throws(PromError) -> PromQuestion {
        guard let text = parameters["query"] else { throw PromError(.badData, "query= is needed") }
        return try Parser.question(text)
    }

    /// What it comes to at each time, in milliseconds. The store is asked once, so that all selectors see the same.
    func value(of question: PromQuestion, at times: [Int64]) async throws -> PromValue {
        let windows = question.selectors.map { Windows($0, times: times, now: now) }
        let judge = SelectorJudge(question.selectors)
        let findings = Finding.all(question, windows, judge)
        try judge.check()
        let answers = findings.isEmpty ? [] : try await queries.counters(findings.map(\.question))
        try judge.check()
        let evaluator = Evaluator(
            question: question, times: times, windows: windows, found: Array(zip(findings, answers)).map { (finding: $0, series: $1) },
            deadline: .now + Self.patience)
        return try evaluator.value(of: question.expression)
    }
}
