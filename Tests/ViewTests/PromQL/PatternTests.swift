import Testing

@testable import View

/// Regular expressions of matchers.
@Suite struct PatternTests {
    private func matches(_ pattern: String, _ value: String) throws -> Bool {
        var budget = Pattern.budget
        return try Pattern(pattern).matches(value, &budget)
    }

    @Test(arguments: [
        ("", [""], ["a"]), (".*", ["", "a\nb"], []), (".+", ["a"], [""]), ("a|b|", ["a", "b", ""], ["ab"]),
        ("gpt-4o.*", ["gpt-4o", "gpt-4o-mini"], ["xgpt-4o"]), ("^a$", ["a"], ["aa"]), ("(a|b)+c?", ["ab", "abc"], ["c", "acb"]),
        ("a{2}", ["aa"], ["a", "aaa"]), ("a{2,}", ["aa", "aaaa"], ["a"]), ("a{1,3}b", ["ab", "aaab"], ["b", "aaaab"]),
        ("a{,2}", ["a{,2}"], ["a"]),
        ("[a-c]x", ["ax", "cx"], ["dx"]), ("[^a-c]", ["d", "]"], ["a"]), ("[]a]+", ["]a"], ["b"]), ("[a-]", ["-"], ["b"]),
        (#"\d+\.\w\s"#, ["12.x "], ["1x."]), (#"\D"#, ["x"], ["1"]), (#"[\d_]+"#, ["1_"], ["a"]), ("(?i)AbC", ["abc", "ABC"], ["ab"]),
        ("(?i:a)b", ["Ab", "ab"], ["aB"]), ("(?P<x>a)(?:b)", ["ab"], ["a"]), ("a??b", ["b", "ab"], [""]), ("é.", ["éè"], ["e"]),
        (#"a\|b"#, ["a|b"], ["a"]), ("(a*)*", ["", "aaa"], ["b"]), ("()", [""], ["a"]),
    ])
    func `a pattern matches the whole value or not`(pattern: String, yes: [String], no: [String]) throws {
        for value in yes { #expect(try matches(pattern, value), "\(pattern) and \(value)") }
        for value in no { #expect(try !matches(pattern, value), "\(pattern) and \(value)") }
    }

    @Test(arguments: [
        "(", ")", "[", "[a", "*", "a**", "x*+|y", "\\", "\\b", "a{2,1}", "a{9999}", "[z-a]", "(?", "(?x)", "(?P<", "[[:alpha:]]", "[\\d-x]",
    ])
    func `a pattern that is none is refused`(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    @Test(arguments: ["(a+)+b", "(a|a)*b", "(.*)*x", "((a*)*)*b", "(a?){100}a{100}b"])
    func `no pattern takes exponential time`(pattern: String) throws {
        let began = ContinuousClock.now
        #expect(try !matches(pattern, String(repeating: "a", count: 300)))
        #expect(ContinuousClock.now - began < .seconds(2))
    }

    @Test func `what would become too large is refused at once`() {
        for pattern in ["((a{1000}){1000}){1000}", "((((){1000}){1000}){1000}){1000}", String(repeating: "(", count: 3_000)] {
            #expect(throws: PatternError.self) { try Pattern(pattern) }
        }
        #expect(throws: PatternError.self) { try Pattern(String(repeating: "a", count: 5_000)) }
    }

    @Test func `a spent budget ends the search`() throws {
        var budget = 10
        #expect(try !Pattern("a*").matches(String(repeating: "a", count: 100), &budget))
        #expect(budget < 0)
    }
}
