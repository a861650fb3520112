/// Reads PromQL by recursive descent (https://prometheus.io/docs/prometheus/latest/querying/basics/): a part of it, and what is not
/// supported is said to be so. Hostile text ends in an error: depth, length and the number of parts are bounded.
struct Parser {
    private static let deepest = 40
    private static let mostParts = 300
    private static let mostSelectors = 16

    let tokens: [Token]
    var at = 0
    private(set) var selectors: [Selector] = []
    private var depth = 0
    private var parts = 0

    private init(_ tokens: [Token]) { self.tokens = tokens }

    static func question(_ text: String) throws(PromError) -> PromQuestion {
        var parser = Parser(try Lexer.tokens(text))
        let expression = try parser.expression()
        guard parser.token.kind == .end else { throw parser.unexpected("an operator") }
        try parser.refuseRange(expression, at: 0)
        return PromQuestion(expression: expression, selectors: parser.selectors)
    }

    /// A selector alone, as `match[]` has it.
    static func selector(_ text: String) throws(PromError) -> Selector {
        let question = try question(text)
        guard case .selector = question.expression, let selector = question.selectors.first else {
            throw PromError(.badData, "invalid parameter \"match[]\": not a series selector")
        }
        return selector
    }

    // MARK: - Tokens

    var token: Token { tokens[min(at, tokens.count - 1)] }

    /// Whether the next token is that mark or word, which is then behind.
    mutating func take(_ word: String) -> Bool {
        switch token.kind {
        case .mark(word): break
        case .name(let name) where name.lowercased() == word: break
        default: return false
        }
        at += 1
        return true
    }

    mutating func need(_ mark: String) throws(PromError) {
        guard take(mark) else { throw unexpected("\"\(mark)\"") }
    }

    func unexpected(_ wanted: String) -> PromError { .bad("unexpected \(token.shown), where \(wanted) was expected", at: token.place) }

    // MARK: - Operators

    /// An operand, and what follows it as long as it binds at least so tightly. Operators of one precedence go from left to right.
    mutating func expression(_ precedence: Int = 1) throws(PromError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .bad("nested more than \(Self.deepest) deep", at: token.place) }
        var left = try signed()
        while let op = binaryOperator, op.precedence >= precedence, op != .power {
            let place = token.place
            at += 1
            let operation = try modifiers(of: op)
            let right = try expression(op.precedence + 1)
            left = try joined(operation, left, right, at: place)
        }
        return left
    }

    /// A sign binds less tightly than a power: `-2^2` is -4.
    private mutating func signed() throws(PromError) -> Expression {
        let place = token.place
        var isNegative = false
        var signs = 0
        while true {
            if take("-") { isNegative.toggle() } else if !take("+") { break }
            signs += 1
        }
        let inner = try power()
        if signs > 0 { try refuseRange(inner, at: place) }
        return isNegative ? try counted(.negated(inner)) : inner
    }

    /// Powers go from right to left.
    private mutating func power() throws(PromError) -> Expression {
        let left = try operand()
        let place = token.place
        guard binaryOperator == .power else { return left }
        at += 1
        let operation = try modifiers(of: .power)
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .bad("nested more than \(Self.deepest) deep", at: place) }
        return try joined(operation, left, try signed(), at: place)
    }

    private var binaryOperator: BinaryOperation.Operator? {
        switch token.kind {
        case .mark(let mark): BinaryOperation.Operator(rawValue: mark)
        case .name(let name): BinaryOperation.Operator(rawValue: name.lowercased())
        default: nil
        }
    }

    private mutating func modifiers(of op: BinaryOperation.Operator) throws(PromError) -> BinaryOperation {
        var operation = BinaryOperation(op: op)
        if case .name(let name) = token.kind, name.lowercased() == "bool" {
            guard op.isComparison else { throw .bad("bool goes with comparisons only", at: token.place) }
            at += 1
            operation.isBool = true
        }
        if take("on") {
            operation.matching = .by(try labels())
        } else if take("ignoring") {
            operation.matching = .without(try labels())
        }
        if case .name(let name) = token.kind, ["group_left", "group_right"].contains(name.lowercased()) {
            throw .bad("\(name.lowercased()) is not supported", at: token.place)
        }
        return operation
    }

    private mutating func joined(
        _ operation: BinaryOperation, _ left: Expression, _ right: Expression, at place: Int
    ) throws(PromError) -> Expression {
        try refuseRange(left, at: place)
        try refuseRange(right, at: place)
        if operation.op.isSet, left.isScalar || right.isScalar {
            throw .bad("\(operation.op.rawValue) goes between vectors only", at: place)
        }
        if operation.op.isComparison, !operation.isBool, left.isScalar, right.isScalar {
            throw .bad("comparisons between numbers need bool", at: place)
        }
        if operation.matching != .without([]), left.isScalar || right.isScalar {
            throw .bad("on and ignoring go between vectors only", at: place)
        }
        return try counted(.binary(operation, left, right))
    }

    // MARK: - Bounds

    /// Evaluation goes as deep as there are parts.
    mutating func counted(_ expression: Expression) throws(PromError) -> Expression {
        parts += 1
        guard parts <= Self.mostParts else { throw .bad("more than \(Self.mostParts) parts", at: token.place) }
        return expression
    }

    mutating func add(_ selector: Selector) throws(PromError) -> Expression {
        guard selectors.count < Self.mostSelectors else {
            throw .bad("more than \(Self.mostSelectors) selectors", at: selector.place)
        }
        selectors.append(selector)
        return try counted(.selector(selectors.count - 1))
    }

    /// A range is what rate and increase take, and nothing else.
    func refuseRange(_ expression: Expression, at place: Int) throws(PromError) {
        guard case .selector(let number) = expression, selectors[number].window != nil else { return }
        throw .bad("a range of time is not expected here: only rate and increase take one", at: max(place, selectors[number].place))
    }

    mutating func set(_ grouping: Grouping, of number: Int) { selectors[number].grouping = grouping }

    mutating func set(_ growth: GrowthFunction, of number: Int) { selectors[number].growth = growth }
}
