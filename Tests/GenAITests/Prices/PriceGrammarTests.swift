import Testing

@testable import GenAI

struct PriceGrammarTests {
    @Test func `an unknown meter is shown where it stands with the word probably meant`() throws {
        let found = mistakes("prices 1\nprovider p\np/a: inn 2 out 4\n")
        let mistake = try #require(found.first)
        #expect(found.count == 1)
        #expect(mistake.line == 3 && mistake.column == 6)
        #expect(mistake.hint == "did you mean 'in'?")
        #expect(
            mistake.description == """
                x.prices:3:6: error: unknown word 'inn'
                3 | p/a: inn 2 out 4
                  |      ^^^ did you mean 'in'?
                """)
    }

    @Test func `all mistakes of a file are found in one reading`() {
        let found = mistakes("prices 1\nprovider p\np/a: in -2\np/b: in 1\n  ovr 5: in 2\n  tier: in 3\np/c\nsurce x\n")
        #expect(found.map(\.line) == [3, 5, 5, 6, 7, 8] || found.map(\.line) == [3, 5, 6, 7, 8])
        #expect(found.first?.hint == "a price is never negative")
    }

    @Test(arguments: [
        ("provider p\n", "version"), ("prices 2\n", "version"), ("prices 1\n  over 5: in 2\n", "belongs to a model"),
        ("prices 1\nprovider p\np/a: in 2000000\n", "more than any price"), ("prices 1\nprovider p\np/a: search 10\n", "what it is per"),
        ("prices 1\nprovider p\np/a: asec 1/k\n", "cannot be priced per"), ("prices 1\nprovider p\np/a: in 1\np/A: in 2\n", "twice"),
        ("prices 1\nprovider p\nq/a: in 1\n", "not known"), ("prices 1\nprovider p\n+p/a: in 1\n", "no model"),
        ("prices 1\nprovider p\n-p/a\n", "no model"), ("prices 1\nprovider p\np/a like p/b\n", "no model"),
        ("prices 1\nprovider p via q\n", "not known"), ("prices 1\nprovider p\np/a: in 1\n  not cn: in 2\n", "no calendar"),
        ("prices 1\nprovider p\np/a: in 1 cur CNY\n", "no rate"), ("prices 1\nprovider p\np/a: in 1\n  from 2026-02-30: in 2\n", "no date"),
        ("prices 1\nprovider p\np/a: in 1\n  from 2026-05-01 to 2026-04-01: in 2\n", "ends before"),
        ("prices 1\nprovider p\np/a: in 1\n  hours 25:00-26:00: in 2\n", "cannot follow"),
        ("prices 1\nprovider p\np/a: out 10\n  zone +00:00: x2\n", "whose days"),
        ("prices 1\nprovider p\np/a match *x*: in 1\n", "cannot be matched"), ("prices 1\nprovider p\np/a: in 1e\n", "no price"),
        ("prices 1\nprovider p home tieR\np/a: in 1\n", "cannot be a name"),
        ("prices 1\nprovider p is q::\np/a: in 1\n", "cannot be a name"),
        ("prices 1\nprovider p\np/a: in 1\n  tier x tieR y: in 2\n", "written in lower case"),
        ("prices 1\nprovider p\np/a: in 1\n  from 2026-05-01 tier x::: in 2\n", "cannot end in ':'"),
        ("prices 1\nprovider p\np/a: in 1\n  over 5 over 6: in 2\n", "twice"), ("prices 1\nprovider p\np/a: in 1 x\n", "unknown word"),
        ("prices 1\nprovider p\np/a: in 0.1234567890123456789012345678901\n", "no price"), ("", "version"),
    ])
    func `what cannot be meant is refused`(text: String, about: String) {
        let found = mistakes(text)
        #expect(
            found.contains { $0.message.contains(about) || ($0.hint ?? "").contains(about) || $0.message.contains("empty") }, "\(found)")
    }

    @Test func `bytes that are no UTF-8 are refused where they stand`() throws {
        let bytes = Array("prices 1\nprovider p\np/a: in 1\n  tier x".utf8) + [0xFF, 0xFF] + Array("y: in 2\n".utf8)
        let found = try #require(throws: PriceMistakes.self) { try PriceParser.parse(bytes, name: "x") }.mistakes
        #expect(found.map { [$0.line, $0.column] } == [[4, 8]])
        #expect(found.first?.hint == "save the file as UTF-8")
    }

    @Test func `a word of the grammar in a comment or a name is no word of the grammar`() throws {
        let small = try SmallBook("provider p # host nowhere\np/in:free: in 1 # out 7\np/a-v1:0: in 2\n  over 10: in 3")
        #expect(small.usd("in:free", usage: #""input":1000000"#) == "1")
        #expect(small.usd("a-v1:0", usage: #""input":1000000"#) == "3")
    }

    @Test(arguments: [
        ("abc*", "abcd", true), ("abc*", "ab", false), ("*claude-v2*", "anthropic.claude-v2:1", true), ("a*b*c", "aXbYbc", true),
        ("a*b*c", "aXbYcd", false), ("/^gpt-6-\\d{4}-\\d{2}$/", "gpt-6-2026-10", true), ("/^gpt-6-\\d{4}-\\d{2}$/", "gpt-6-2026-1x", false),
        ("/^opus-5[-@]\\d{2}$/", "opus-5@12", true), ("/^gem-\\d/", "gem-3-x", true), ("/^x\\.yz$/", "x.yz", true),
        ("/^x\\.yz$/", "xayz", false),
    ])
    func `a pattern means what it says`(pattern: String, name: String, fits: Bool) throws {
        #expect(try #require(NamePattern(pattern)).matches(name) == fits)
    }

    @Test(arguments: ["a*", "**", "abc", "/a+b/", "/(abc)/", "/abc\\w/", "/^a{3/", "/[a-z]bc/", "/abc{0}/", "//", "/^ab$/"])
    func `a pattern that says too little or too much is none`(pattern: String) {
        #expect(NamePattern(pattern) == nil)
    }

    @Test func `a canonical file says what it was read from`() throws {
        for layer in try PriceBook.builtinLayers() {
            let again = try PriceParser.parse(Array(PriceWriter.write(layer).utf8), name: layer.name)
            #expect(PriceWriter.write(again) == PriceWriter.write(layer))
            #expect(Set(again.records.map(\.canonical)) == Set(layer.records.map(\.canonical)))
        }
    }

    @Test func `another currency is worth its stated rate exactly`() throws {
        let small = try SmallBook("rate CNY 0.1379 2026-06-01\nprovider p\np/a: in 4 cur CNY out 1 # yuan")
        #expect(small.usd("a", usage: #""input":1000000,"output":0"#) == "0.5516")
    }

    @Test(arguments: [
        "{", "7", #"{"usage":{"inptu":3}}"#, #"{"usage":{"input":1.5}}"#, #"{"at":"soon"}"#, #"{"usage":{"audio_seconds":-1}}"#,
    ])
    func `a call nobody can read has no price and says why`(line: String) throws {
        let book = try SmallBook("provider p\np/m: in 1").book
        let answer = try JSONText.read(Array(CallLine.answer(line, book).utf8))
        #expect(answer["usd"] == .null && answer["error"]?.string?.isEmpty == false)
    }

    @Test func `lines of a pipeline file need no version`() throws {
        let file = try PriceParser.parse(lines: ["provider p", "p/a: in 1"])
        #expect(file.records.count == 1)
    }
}
