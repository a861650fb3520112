/// `name{label="value", …}[5m] offset 1h`
extension Parser {
    private static let mostMatchers = 32

    /// `name` is behind already.
    mutating func selector(named name: String?) throws(PromError) -> Expression {
        let place = tokens[name == nil ? at : at - 1].place
        var matchers = name.map { [LabelMatcher(label: Labels.name, test: .equals($0), isNegated: false)] } ?? []
        if take("{") {
            while !take("}") {
                matchers.append(try matcher(isNamed: name != nil))
                guard matchers.count <= Self.mostMatchers else { throw .bad("more than \(Self.mostMatchers) matchers", at: token.place) }
                if !take(",") {
                    try need("}")
                    break
                }
            }
        }
        var budget = Pattern.budget
        guard matchers.contains(where: { !$0.admits("", &budget) }) else {
            throw .bad("a selector needs at least one matcher that an empty value does not pass", at: place)
        }
        var selector = Selector(matchers: matchers, place: place)
        try time(of: &selector)
        return try add(selector)
    }

    private mutating func matcher(isNamed: Bool) throws(PromError) -> LabelMatcher {
        guard case .name(let label) = token.kind, !label.contains(":") else { throw unexpected("a label or \"}\"") }
        if isNamed, label == Labels.name { throw .bad("the metric's name stands before the brace already", at: token.place) }
        at += 1
        let operation = token
        at += 1
        guard case .mark(let mark) = operation.kind, ["=", "!=", "=~", "!~"].contains(mark) else {
            throw .bad("unexpected \(operation.shown), where =, !=, =~ or !~ was expected", at: operation.place)
        }
        guard case .text(let text) = token.kind else { throw unexpected("a string") }
        let place = token.place
        at += 1
        guard mark.hasSuffix("~") else { return LabelMatcher(label: label, test: .equals(text), isNegated: mark == "!=") }
        do throws(PatternError) {
            return LabelMatcher(label: label, test: .matches(try Pattern(text)), isNegated: mark == "!~")
        } catch {
            throw .bad("regular expression: \(error.text)", at: place)
        }
    }

    /// The range and the offset.
    private mutating func time(of selector: inout Selector) throws(PromError) {
        if take("[") {
            selector.window = try duration()
            if token.kind == .mark(":") { throw .bad("subqueries are not supported", at: token.place) }
            try need("]")
            guard selector.window != 0 else { throw .bad("a range must be longer than 0", at: selector.place) }
        }
        if token.kind == .mark("@") { throw .bad("@ is not supported", at: token.place) }
        guard take("offset") else { return }
        let isAhead = take("-")
        let offset = try duration()
        selector.offset = isAhead ? -offset : offset
        if token.kind == .mark("@") { throw .bad("@ is not supported", at: token.place) }
    }

    private mutating func duration() throws(PromError) -> Int64 {
        guard case .duration(let milliseconds) = token.kind else { throw unexpected("a duration such as 5m") }
        at += 1
        return milliseconds
    }
}
