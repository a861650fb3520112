/// `name{label="value"}`, `[5m]`, `offset 1h`: which series, and when.
struct Selector: Equatable {
    let matchers: [LabelMatcher]
    /// Milliseconds of the range; nil for the value at a moment.
    var window: Int64?
    /// Milliseconds back.
    var offset: Int64 = 0
    /// What is made of the range.
    var growth: GrowthFunction?
    /// The labels that are asked for in the end, where nothing but a sum follows: fewer series are made of the start.
    var grouping: Grouping?
    let place: Int

    /// Whether a series of that label value is among it, as far as one label says; a label that is not there is empty.
    func admits(_ label: String, _ value: String, _ budget: inout Int) -> Bool {
        matchers.allSatisfy { $0.label != label || $0.admits(value, &budget) }
    }
}

/// One condition of a selector.
struct LabelMatcher: Equatable {
    enum Test: Equatable {
        case equals(String), matches(Pattern)
    }

    let label: String
    let test: Test
    let isNegated: Bool

    func admits(_ value: String, _ budget: inout Int) -> Bool {
        switch test {
        case .equals(let wanted): (value == wanted) != isNegated
        case .matches(let pattern): pattern.matches(value, &budget) != isNegated
        }
    }
}
