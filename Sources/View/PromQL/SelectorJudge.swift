import Store
import Synchronization

/// Says which series the selectors of one question find, and remembers what it said: many series have few values of a label.
final class SelectorJudge: Sendable {
    private struct Case: Hashable {
        let selector: Int
        let label: String
        let value: String
    }

    private struct State {
        var known: [Case: Bool] = [:]
        var budget = Pattern.budget
    }

    private let selectors: [Selector]
    private let state = Mutex(State())

    init(_ selectors: [Selector]) { self.selectors = selectors }

    func admits(_ selector: Int, _ label: String, _ value: String) -> Bool {
        state.withLock { state in
            let question = Case(selector: selector, label: label, value: value)
            if let known = state.known[question] { return known }
            let answer = selectors[selector].admits(label, value, &state.budget)
            state.known[question] = answer
            return answer
        }
    }

    /// The samples of a metric that a selector finds, as far as names and their own labels say.
    func samples(of metric: PromMetric, _ selector: Int) -> [PromMetric.Sample] {
        let ofSeries = Set(metric.labels.map(\.rawValue))
        let others = Set(selectors[selector].matchers.map(\.label)).subtracting(ofSeries).subtracting([Labels.name])
        return metric.samples.filter { sample in
            admits(selector, Labels.name, sample.name)
                && others.allSatisfy { admits(selector, $0, sample.label?.name == $0 ? sample.label?.value ?? "" : "") }
        }
    }

    /// What to ask the store for: the series of a metric that a selector finds, told apart by no more labels than are asked for.
    func question(_ metric: PromMetric, _ selector: Int, moments: [Int64], isTotal: Bool) -> CounterQuestion {
        let named = Set(selectors[selector].matchers.map(\.label))
        let looked = metric.labels.filter { named.contains($0.rawValue) }
        let kept = metric.labels.filter { selectors[selector].grouping?.keeps($0.rawValue) ?? true }
        return CounterQuestion(
            metric.subject, moments: moments, isFromBeginning: isTotal, by: Set(kept.map(\.dimension)),
            narrowing: Set(looked.map(\.dimension))
        ) { key in looked.allSatisfy { self.admits(selector, $0.rawValue, $0.value(key)) } }
    }

    /// Throws where regular expressions took more than they may.
    func check() throws(PromError) {
        if state.withLock({ $0.budget < 0 }) { throw PromError(.timeout, "the regular expressions take too long for so many series") }
    }
}
