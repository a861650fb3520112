/// Numbers, selectors, functions, aggregations, and what stands in parentheses.
extension Parser {
    mutating func operand() throws(PromError) -> Expression {
        let first = token
        switch first.kind {
        case .number(let number):
            at += 1
            return try counted(.number(number))
        case .mark("("):
            at += 1
            let inner = try expression()
            try need(")")
            return try followed(inner)
        case .mark("{"): return try selector(named: nil)
        case .name(let name): return try named(name)
        case .text: throw .bad("strings are not supported here", at: first.place)
        default: throw unexpected("a number, a selector or a function")
        }
    }

    /// What a word stands for: a function, an aggregation, a number, or else a metric.
    private mutating func named(_ name: String) throws(PromError) -> Expression {
        let place = token.place
        let next = tokens[min(at + 1, tokens.count - 1)].kind
        if let op = Aggregation.Operator(rawValue: name.lowercased()) {
            if next == .mark("(") || next == .name("by") || next == .name("without") {
                at += 1
                return try followed(try aggregation(op, at: place))
            }
        } else if next == .mark("(") {
            at += 2
            if let function = GrowthFunction(rawValue: name) { return try followed(try growth(function, at: place)) }
            if let function = PromFunction(rawValue: name) { return try followed(try call(function, at: place)) }
            throw .bad("\(Show.clipped(name, to: 60)) is not supported; there are \(Self.supported)", at: place)
        }
        switch name.lowercased() {
        case "inf":
            at += 1
            return try counted(.number(.infinity))
        case "nan":
            at += 1
            return try counted(.number(.nan))
        default:
            at += 1
            return try selector(named: name)
        }
    }

    private static let supported =
        (["rate", "increase"] + PromFunction.allCases.map(\.rawValue) + Aggregation.Operator.allCases.map(\.rawValue))
        .joined(separator: ", ")

    /// Only selectors can be ranges or lie back.
    private func followed(_ expression: Expression) throws(PromError) -> Expression {
        switch token.kind {
        case .mark("["): throw .bad("subqueries and ranges of expressions are not supported", at: token.place)
        case .mark("@"): throw .bad("@ is not supported", at: token.place)
        case .name(let name) where name.lowercased() == "offset": throw .bad("offset goes with selectors only", at: token.place)
        default: return expression
        }
    }

    // MARK: - Functions

    private mutating func growth(_ function: GrowthFunction, at place: Int) throws(PromError) -> Expression {
        let inner = try expression()
        guard case .selector(let number) = inner, selectors[number].window != nil else {
            throw .bad("\(function.rawValue) takes a range, such as name[5m]", at: place)
        }
        try need(")")
        set(function, of: number)
        return try counted(.growth(number))
    }

    private mutating func call(_ function: PromFunction, at place: Int) throws(PromError) -> Expression {
        var given: [Expression] = []
        while !take(")") {
            if !given.isEmpty { try need(",") }
            let start = token.place
            guard given.count < function.parameters.count else { throw unexpected("\")\"") }
            let next = try expression()
            try refuseRange(next, at: start)
            guard next.isScalar == function.parameters[given.count] else {
                let wanted = next.isScalar ? "a vector" : "a number"
                throw .bad("\(function.rawValue) takes \(wanted) here", at: start)
            }
            given.append(next)
        }
        guard given.count >= function.needed else {
            throw .bad("\(function.rawValue) takes \(function.needed) parameters, not \(given.count)", at: place)
        }
        return try counted(.function(function, given))
    }

    private mutating func aggregation(_ op: Aggregation.Operator, at place: Int) throws(PromError) -> Expression {
        var grouping = try self.grouping()
        try need("(")
        var parameter: Expression?
        if op == .topk || op == .bottomk {
            let count = try expression()
            guard count.isScalar else { throw .bad("\(op.rawValue) takes a number first", at: place) }
            parameter = count
            try need(",")
        }
        let inner = try expression()
        try need(")")
        try refuseRange(inner, at: place)
        guard !inner.isScalar else { throw .bad("\(op.rawValue) takes a vector", at: place) }
        if grouping == nil { grouping = try self.grouping() }
        let groups = grouping ?? .by([])
        if op == .sum { sumEarly(inner, groups) }
        return try counted(.aggregate(Aggregation(op: op, grouping: groups, parameter: parameter), inner))
    }

    private mutating func grouping() throws(PromError) -> Grouping? {
        if take("by") { return .by(try labels()) }
        return take("without") ? .without(try labels()) : nil
    }

    /// A sum of differences is the difference of sums.
    private mutating func sumEarly(_ inner: Expression, _ grouping: Grouping) {
        switch inner {
        case .selector(let number), .growth(let number): set(grouping, of: number)
        default: break
        }
    }

    /// `(a, b)`
    mutating func labels() throws(PromError) -> Set<String> {
        var names: Set<String> = []
        try need("(")
        while !take(")") {
            if !names.isEmpty {
                try need(",")
                if take(")") { break }
            }
            guard case .name(let name) = token.kind else { throw unexpected("a label") }
            names.insert(name)
            at += 1
        }
        return names
    }
}
