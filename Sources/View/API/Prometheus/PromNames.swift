import Admin
import Store

/// What there is to ask for: series, labels and their values, as far as they counted something between `start` and `end`.
struct PromNames {
    /// Series of one answer, or values of a label.
    private static let most = 10_000
    private static let mostMatches = 16

    let queries: any ViewQueries
    /// Unix nanoseconds.
    let now: Int64

    /// "Finding series by label matchers".
    func series(_ parameters: PromParameters) async throws -> AdminAnswer {
        guard !parameters.all("match[]").isEmpty else { throw PromError(.badData, "match[]= is needed") }
        let found = try await found(parameters).sorted { ($0.pairs.map(\.value)).lexicographicallyPrecedes($1.pairs.map(\.value)) }
        return PromAnswer.list(found.map(\.tree), limit: try parameters.limit(usual: Self.most))
    }

    /// "Getting label names".
    func labels(_ parameters: PromParameters) async throws -> AdminAnswer {
        let names = Set(try await found(parameters).flatMap { $0.pairs.map(\.name) })
        return PromAnswer.list(names.sorted().map { .text($0) }, limit: try parameters.limit(usual: Self.most))
    }

    /// "Querying label values": `/api/v1/label/<name>/values`.
    func values(_ parameters: PromParameters) async throws -> AdminAnswer {
        let parts = parameters.path.split(separator: "/")
        guard parts.count == 5, parts[4] == "values" else { return PromAnswer.failed(PromError(.notFound, "no such resource")) }
        let name = Query.decoded(parts[3])
        let values = Set(try await found(parameters, by: .by([name])).map { $0[name] }).subtracting([""])
        return PromAnswer.list(values.sorted().map { .text($0) }, limit: try parameters.limit(usual: Self.most))
    }

    // MARK: - Series

    /// Those that one of `match[]` finds, all without any; told apart by nothing but the labels of `grouping` where that is given.
    private func found(_ parameters: PromParameters, by grouping: Grouping? = nil) async throws -> Set<Labels> {
        let texts = parameters.all("match[]")
        guard texts.count <= Self.mostMatches else { throw PromError(.badData, "more than \(Self.mostMatches) match[]") }
        var selectors: [Selector] = []
        for text in texts { selectors.append(try Parser.selector(text)) }
        if texts.isEmpty { selectors = [Selector(matchers: [], place: 0)] }
        for number in selectors.indices { selectors[number].grouping = grouping }
        let moments = try moments(parameters)
        let judge = SelectorJudge(selectors)
        let findings = findings(judge, selectors.count, moments)
        try judge.check()
        let answers = findings.isEmpty ? [] : try await queries.counters(findings.map(\.question))
        try judge.check()
        let deadline = ContinuousClock.now + PromQuery.patience
        var found: Set<Labels> = []
        for (finding, series) in zip(findings, answers) {
            for one in series {
                guard .now < deadline else { throw PromError(.timeout, "there are too many series; match[] narrows them") }
                for sample in finding.samples where one.growth.contains(where: { $0.amount > 0 && sample.evidence.contains($0.part) }) {
                    let labels = Finding.labels(sample, of: one.key, finding.metric)
                    found.insert(grouping.map { labels.grouped($0) } ?? labels)
                }
            }
        }
        return found
    }

    private func findings(_ judge: SelectorJudge, _ selectors: Int, _ moments: [Int64]) -> [Finding] {
        (0..<selectors).flatMap { number in
            PromMetric.all.compactMap { metric in
                let samples = judge.samples(of: metric, number)
                guard !samples.isEmpty else { return nil }
                let question = judge.question(metric, number, moments: moments, isTotal: false)
                return Finding(selector: number, metric: metric, samples: samples, question: question)
            }
        }
    }

    /// The whole buckets that the time asked for touches; of everything without a time.
    private func moments(_ parameters: PromParameters) throws(PromError) -> [Int64] {
        let clock = CounterMoments(now: now)
        let start = (try parameters.time("start") ?? 0) * 1_000_000
        let end = (try parameters.time("end") ?? now / 1_000_000 + 1) * 1_000_000
        guard end >= start else { throw PromError(.badData, "invalid parameter \"end\": end timestamp must not be before start time") }
        let begin = clock.end(start)
        return [begin > start ? begin - clock.width(start) : begin, clock.end(end)]
    }
}
