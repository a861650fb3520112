/// A question in PromQL, read. Selectors stand in a list of their own and are numbers here.
indirect enum Expression: Equatable {
    case number(Double)
    /// What a selector finds at each moment.
    case selector(Int)
    /// How much the counters that a selector finds grew in its window.
    case growth(Int)
    case function(PromFunction, [Expression])
    case aggregate(Aggregation, Expression)
    case binary(BinaryOperation, Expression, Expression)
    case negated(Expression)

    /// Whether it is one number for each moment, without labels.
    var isScalar: Bool {
        switch self {
        case .number: true
        case .selector, .growth, .aggregate: false
        case .function(let function, _): function == .scalar || function == .time
        case .binary(_, let left, let right): left.isScalar && right.isScalar
        case .negated(let inner): inner.isScalar
        }
    }
}

/// A question and what it selects.
struct PromQuestion: Equatable {
    let expression: Expression
    let selectors: [Selector]
}

/// Functions of a range: differences of a counter between the ends of its window.
enum GrowthFunction: String { case rate, increase }

/// Functions of what is there at a moment.
enum PromFunction: String, CaseIterable {
    case abs, ceil, floor, round, clamp, scalar, vector, time, sort
    case clampMin = "clamp_min"
    case clampMax = "clamp_max"
    case sortDescending = "sort_desc"
    case quantile = "histogram_quantile"

    /// What it takes: true stands for a number, false for a vector.
    var parameters: [Bool] {
        switch self {
        case .abs, .ceil, .floor, .scalar, .sort, .sortDescending: [false]
        case .round, .clampMin, .clampMax: [false, true]
        case .clamp: [false, true, true]
        case .vector: [true]
        case .time: []
        case .quantile: [true, false]
        }
    }

    /// How many parameters it needs.
    var needed: Int { self == .round ? 1 : parameters.count }
}

/// `sum by (le) (…)`
struct Aggregation: Equatable {
    enum Operator: String, CaseIterable { case sum, avg, min, max, count, group, topk, bottomk }

    let op: Operator
    let grouping: Grouping
    /// How many, of `topk` and `bottomk`.
    let parameter: Expression?
}

/// The labels that tell groups apart.
enum Grouping: Equatable, Hashable {
    case by(Set<String>)
    case without(Set<String>)

    func keeps(_ label: String) -> Bool {
        switch self {
        case .by(let names): names.contains(label)
        case .without(let names): !names.contains(label) && label != Labels.name
        }
    }
}

/// `+`, `>`, `and` …, and how the sides find each other.
struct BinaryOperation: Equatable {
    enum Operator: String, CaseIterable {
        case or, unless, and
        case equal = "=="
        case unequal = "!="
        case greater = ">"
        case less = "<"
        case greaterOrEqual = ">="
        case lessOrEqual = "<="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case modulo = "%"
        case power = "^"

        /// What binds more tightly is higher.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and, .unless: 2
            case .equal, .unequal, .greater, .less, .greaterOrEqual, .lessOrEqual: 3
            case .plus, .minus: 4
            case .times, .divided, .modulo: 5
            case .power: 6
            }
        }

        var isComparison: Bool { precedence == 3 }
        var isSet: Bool { precedence < 3 }
    }

    let op: Operator
    /// Whether a comparison gives 0 or 1 instead of leaving out what it does not hold for.
    var isBool = false
    /// `on` is `by`, `ignoring` is `without`.
    var matching = Grouping.without([])
}
