import Testing

@testable import View

/// What of PromQL is read, and what is said of the rest.
@Suite struct PromParserTests {
    private func fails(_ text: String) -> String? {
        do throws(PromError) {
            _ = try Parser.question(text)
            return nil
        } catch {
            return error.text
        }
    }

    /// The tree with all its parentheses.
    private func shown(_ expression: Expression) -> String {
        switch expression {
        case .number(let number): PromNumber.text(number)
        case .selector(let number), .growth(let number): "s\(number)"
        case .function(let function, let given): "\(function.rawValue)(\(given.map(shown).joined(separator: ",")))"
        case .aggregate(let aggregation, let inner): "\(aggregation.op.rawValue)(\(shown(inner)))"
        case .binary(let operation, let left, let right): "(\(shown(left))\(operation.op.rawValue)\(shown(right)))"
        case .negated(let inner): "-\(shown(inner))"
        }
    }

    @Test(arguments: [
        ("1+2*3", "(1+(2*3))"), ("1-2-3", "((1-2)-3)"), ("2^3^2", "(2^(3^2))"), ("-2^2", "-(2^2)"), ("2^-1", "(2^-1)"), ("--1", "1"),
        ("2*-3", "(2*-3)"), ("(1+2)*3", "((1+2)*3)"), ("a or b and c", "(s0or(s1ands2))"), ("a > 1 == bool 0", "((s0>1)==0)"),
        ("1 + a / b % 2", "(1+((s0/s1)%2))"), ("0x1F + 1e-3 + .5 + Inf", "(((31+0.001)+0.5)++Inf)"),
        ("sum(rate(a[5m])) by (le) # why", "sum(s0)"), ("sum by (le,) (a) / on () b", "(sum(s0)/s1)"), ("topk(3, a)", "topk(s0)"),
        ("round(a)", "round(s0)"), ("vector(time())", "vector(time())"), ("sum + 1", "(s0+1)"),
    ])
    func `operators bind as Prometheus binds them`(text: String, tree: String) throws {
        #expect(shown(try Parser.question(text).expression) == tree)
    }

    @Test func `a selector has its matchers, its range and its offset`() throws {
        let question = try Parser.question(#"rate(calls{model="a\"b", env!='x', service=~`.+`, le!~"1|2",}[1h30m] offset -5m)"#)
        let selector = try #require(question.selectors.first)
        #expect(selector.matchers.map(\.label) == ["__name__", "model", "env", "service", "le"])
        #expect(selector.matchers[1] == LabelMatcher(label: "model", test: .equals("a\"b"), isNegated: false))
        #expect(selector.matchers.map(\.isNegated) == [false, false, true, false, true])
        #expect(selector.window == 5_400_000)
        #expect(selector.offset == -300_000)
        #expect(selector.growth == .rate)
    }

    @Test(arguments: [
        ("", "character 1: unexpected the end"), ("1 +", "character 4: unexpected the end"), ("a b", "character 3: unexpected \"b\""),
        ("a{x=}", "character 5: unexpected \"}\", where a string was expected"), ("a{x>1}", "character 4"),
        ("a{x=\"1\"", "unexpected the end"), ("\"a\"", "strings are not supported"),
        ("a{x=\"1}", "character 5: the string that begins here"),
        ("a{x=\"\\q\"}", "unknown escape"), ("a[5m]", "only rate and increase take one"), ("rate(a)", "rate takes a range"),
        ("rate(a[5m:1m])", "subqueries are not supported"), ("(a)[5m:]", "subqueries"), ("a @ 5", "@ is not supported"),
        ("a[0s]", "longer than 0"), ("a[5]", "unexpected number 5.0, where a duration"), ("a[99y]", "neither a number nor a duration"),
        ("irate(a[5m])", "irate is not supported; there are rate, increase, abs"), ("foo(1)", "foo is not supported"),
        ("1 > 2", "comparisons between numbers need bool"), ("a + bool b", "bool goes with comparisons only"),
        ("1 and a", "and goes between vectors only"), ("a / on(x) group_left b", "group_left is not supported"),
        ("sum(1)", "sum takes a vector"),
        ("topk(a, b)", "topk takes a number first"), ("abs(1)", "abs takes a vector here"), ("clamp_min(a)", "takes 2 parameters, not 1"),
        ("abs(a, 1)", "character 8: unexpected number"), ("{}", "at least one matcher"), ("{x=~\".*\"}", "at least one matcher"),
        ("a{x=~\"(\"}", "character 6: regular expression: missing )"), ("a{__name__=\"b\"}", "stands before the brace"),
        ("a $ b", "character 3: unexpected \"$\""), ("1 offset 5m", "unexpected \"offset\""), ("-a[5m]", "only rate and increase"),
        ("sum(a[5m])", "only rate and increase"), ("a{x=\"1\" y=\"2\"}", "unexpected \"y\", where \"}\""), ("5mm", "neither a number"),
    ])
    func `what is wrong is said, and where`(text: String, problem: String) {
        let found = fails(text)
        #expect(found?.contains(problem) == true, "\(text): \(found ?? "no error")")
    }

    @Test func `hostile text ends in an error or an answer, never in a trap`() {
        let many = 5_000
        let texts = [
            String(repeating: "(", count: many), String(repeating: "-", count: many) + "1", String(repeating: "sum(", count: 1_000),
            String(repeating: "a{", count: 1_000), String(repeating: "1^", count: 1_000) + "1",
            String(repeating: "1+", count: 2_000) + "1", String(repeating: "a or ", count: 1_000) + "a",
            "a{" + String(repeating: "x!=\"1\",", count: 1_000) + "}", String(repeating: "9", count: 8_000) + "y",
            String(repeating: "x", count: 100_000), "a[9223372036854775807y]", "a[" + String(repeating: "1", count: 400) + "s]",
            "\u{0}", "a{\u{1F600}=\"\"}", "\"\\", "\"\\u12", "\"\\UFFFFFFFF\"", "#", "[", "]", ":", "0x", "1e", "1e999", "..",
            "{__name__=~\"\\", "`",
        ]
        for text in texts { _ = fails(text) }
        for text in texts.prefix(8) { #expect(text.hasPrefix("-") || fails(text) != nil, "\(text.prefix(20))") }
    }

    @Test func `garbage is refused without a trap`() {
        var seed: UInt64 = 7
        let words = [
            "a", "sum", "by", "(", ")", "{", "}", "[", "]", "5m", "1", "\"x\"", "=", "=~", "+", "^", "and", "on", "offset", ",", "rate",
            "-",
        ]
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<12 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += words[Int(seed >> 33) % words.count] + " "
            }
            _ = fails(text)
        }
    }
}
