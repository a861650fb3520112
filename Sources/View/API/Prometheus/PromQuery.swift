import Admin
import Store

/// `/api/v1/query` and `/api/v1/query_range`: an expression at one moment, or at many.
struct PromQuery {
    /// For what is done with the store's answer.
    static let patience = Duration.seconds(2)
    private static let narrow =
        "a window lies within one bucket of the store, which keeps minutes for 47 hours and then hours: "
        + "increase is 0 there or that of the whole bucket, rate that of the whole bucket"

    let queries: any ViewQueries
    /// Unix nanoseconds.
    let now: Int64

    /// "Instant queries": `query`, and `time` where it is not now.
    func instant(_ parameters: PromParameters) async throws -> AdminAnswer {
        let question = try self.question(parameters)
        let time = try parameters.time("time") ?? now / 1_000_000
        let (value, infos) = try await answer(to: question, at: [time])
        return PromAnswer.instant(value, at: time, infos: infos)
    }

    /// "Range queries": `query`, `start`, `end`, `step`.
    func range(_ parameters: PromParameters) async throws -> AdminAnswer {
        let question = try self.question(parameters)
        let times = try parameters.steps()
        let (value, infos) = try await answer(to: question, at: times)
        return PromAnswer.range(value, at: times, infos: infos)
    }

    private func question(_ parameters: PromParameters) throws(PromError) -> PromQuestion {
        guard let text = parameters["query"] else { throw PromError(.badData, "query= is needed") }
        return try Parser.question(text)
    }

    /// What it comes to at each time, in milliseconds, and what to know of it. The store is asked once, so that all selectors see the same.
    private func answer(to question: PromQuestion, at times: [Int64]) async throws -> (PromValue, infos: [String]) {
        let windows = question.selectors.map { Windows($0, times: times, now: now) }
        let judge = SelectorJudge(question.selectors)
        let findings = Finding.all(question, windows, judge)
        try judge.check()
        let answers = findings.isEmpty ? [] : try await queries.counters(findings.map(\.question))
        try judge.check()
        let evaluator = Evaluator(
            question: question, times: times, windows: windows, found: Array(zip(findings, answers)).map { (finding: $0, series: $1) },
            deadline: .now + Self.patience)
        return (try evaluator.value(of: question.expression), windows.contains(where: \.isNarrow) ? [Self.narrow] : [])
    }
}
