import Store

/// Works out an expression, at every step at once: labels are compared once and not for each step.
struct Evaluator {
    /// Values of all selectors together; a value takes 16 bytes. What is made of them is never more for long.
    static let mostValues = 400_000

    /// How many values selectors have brought.
    private final class Meter {
        var values = 0
    }

    let question: PromQuestion
    /// The steps in milliseconds.
    let times: [Int64]
    let windows: [Windows]
    /// What the store answered.
    let found: [(finding: Finding, series: [CounterSeries])]
    let deadline: ContinuousClock.Instant
    private let meter = Meter()

    init(
        question: PromQuestion, times: [Int64], windows: [Windows], found: [(finding: Finding, series: [CounterSeries])],
        deadline: ContinuousClock.Instant
    ) {
        self.question = question
        self.times = times
        self.windows = windows
        self.found = found
        self.deadline = deadline
    }

    func value(of expression: Expression) throws(PromError) -> PromValue {
        switch expression {
        case .number(let number): return .scalar(Array(repeating: number, count: times.count))
        case .selector(let number), .growth(let number): return .vector(try series(of: number))
        case .function(let function, let given):
            var values: [PromValue] = []
            for one in given { values.append(try value(of: one)) }
            return try call(function, values)
        case .aggregate(let aggregation, let inner): return .vector(try aggregate(aggregation, try vector(of: inner)))
        case .binary(let operation, let left, let right):
            return try combine(operation, try value(of: left), try value(of: right))
        case .negated(let inner):
            switch try value(of: inner) {
            case .scalar(let numbers): return .scalar(numbers.map { -$0 })
            case .vector(let series): return .vector(try distinct(series.map { $0.mapped { value, _ in -value } }))
            }
        }
    }

    func vector(of expression: Expression) throws(PromError) -> [PromSeries] {
        if case .vector(let series) = try value(of: expression) { series } else { [] }
    }

    func numbers(of expression: Expression) throws(PromError) -> [Double] {
        if case .scalar(let numbers) = try value(of: expression) { numbers } else { [] }
    }

    // MARK: - Selectors

    private func series(of number: Int) throws(PromError) -> [PromSeries] {
        let selector = question.selectors[number]
        var order: [Labels] = []
        var sources: [Labels: [CounterSheet.Source]] = [:]
        for (finding, series) in found where finding.selector == number {
            for one in series {
                for sample in finding.samples {
                    var labels = Finding.labels(sample, of: one.key, finding.metric)
                    if selector.window != nil { labels = labels.withoutName }
                    if let grouping = selector.grouping { labels = labels.grouped(grouping) }
                    if sources[labels] == nil { order.append(labels) }
                    sources[labels, default: []].append(CounterSheet.Source(series: one, sample: sample))
                }
                try checkTime()
            }
        }
        try checkSize(order.count)
        if selector.grouping == nil, selector.window != nil { try checkMetrics(sources) }
        let sheet = CounterSheet(windows: windows[number], growth: selector.growth)
        var result: [PromSeries] = []
        for labels in order {
            try checkTime()
            let values = sheet.values(sources[labels] ?? [])
            if values.contains(where: { $0 != nil }) { result.append(PromSeries(labels: labels, values: values)) }
        }
        return result
    }

    /// Without their names, series of several metrics may look the same.
    private func checkMetrics(_ sources: [Labels: [CounterSheet.Source]]) throws(PromError) {
        for list in sources.values where Set(list.map(\.sample.name)).count > 1 { throw Self.sameLabels }
    }

    // MARK: - Bounds

    static let sameLabels = PromError(.execution, "several series of the answer have the same labels")

    /// Throws where two series have the same labels.
    func distinct(_ series: [PromSeries]) throws(PromError) -> [PromSeries] {
        guard Set(series.map(\.labels)).count == series.count else { throw Self.sameLabels }
        return series
    }

    private func checkSize(_ series: Int) throws(PromError) {
        meter.values += series * times.count
        guard meter.values <= Self.mostValues else {
            let problem = "\(series) more series with \(times.count) steps make more than \(Self.mostValues) values"
            throw PromError(.execution, problem + ": sum, narrow or take larger steps")
        }
    }

    func checkTime() throws(PromError) {
        guard ContinuousClock.now < deadline else { throw PromError(.timeout, "the question took longer than two seconds") }
    }
}
