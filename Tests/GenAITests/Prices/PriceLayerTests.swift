import Testing

@testable import GenAI

struct PriceLayerTests {
    private let below = "provider p\nprovider q via p\np/a aka a1: in 2 out 4\n  batch: x0.5\np/b: in 1 out 1"
    private let million = #""input":1000000,"output":1000000"#

    @Test func `a record without a sign replaces the one below whole`() throws {
        let small = try SmallBook(below, user: "p/a: in 7 out 7")
        #expect(small.usd("a", usage: million) == "14")
        #expect(small.usd("a", usage: million, context: #""processing":"batch""#) == "14")
        #expect(small.title("a1") == nil)
    }

    @Test func `plus adds rules and names`() throws {
        let small = try SmallBook(below, user: "+p/a aka mine: xall 0.85")
        #expect(small.usd("mine", usage: million) == "5.1")
        #expect(small.usd("mine", usage: million, context: #""processing":"batch""#) == "2.55")
    }

    @Test func `plus with a star is for every model of a provider`() throws {
        let small = try SmallBook(below, user: "+p/*: xall 0.5")
        #expect(small.usd("a", usage: million) == "3" && small.usd("b", usage: million) == "1")
    }

    @Test func `minus makes a model unknown`() throws {
        let small = try SmallBook(below, user: "-p/a")
        #expect(small.detail("a", usage: million) == "model_unknown")
        #expect(small.detail("a1", usage: million) == "model_unknown")
    }

    @Test func `a user's name wins over whatever the provider says`() throws {
        let small = try SmallBook(below, user: "+p/a aka b prod")
        #expect(small.title("prod", provider: "q") == "p/a")
        #expect(small.title("PROD", provider: "nobody") == "p/a")
        #expect(small.title("b") == "p/a")
    }

    @Test func `like copies the rules at load`() throws {
        let small = try SmallBook(below + "\np/c like p/a\n  region eu: x1.1\np/d like p/a")
        #expect(small.usd("c", usage: million, context: #""region":"eu""#) == "6.6")
        #expect(small.usd("d", usage: million, context: #""processing":"batch""#) == "3")
    }

    @Test func `a higher layer takes a name from a lower one`() throws {
        var layers = [try PriceParser.parse(lines: ["provider p", "p/a aka moving: in 1", "p/b: in 2"])]
        layers.append(try PriceParser.parse(lines: ["+p/b aka moving"]))
        let book = PriceBook(try PriceTable(layers, builtin: 2))
        #expect(book.find(provider: "p", model: "moving").match.map { book.title($0.entry) } == "p/b")
    }

    @Test func `what changed is shown model by model`() throws {
        let old = try PriceTable([try PriceParser.parse(lines: ["provider p", "p/a: in 1", "p/b: in 1", "p/c: in 1"])])
        let new = try PriceTable([try PriceParser.parse(lines: ["provider p", "p/a: in 2", "p/b: in 1.0", "p/d: in 1"])])
        #expect(PriceDiff.lines(old, new) == ["~ p/a:", "  - p/a: in 1", "  + p/a: in 2", "- p/c: in 1", "+ p/d: in 1"])
    }

    @Test func `doubts are told but change nothing`() throws {
        let lines = [
            "provider p", "p/a aka b: in 2 out 4", "  over 100: in 4", "  tier priority: in 3", "  batch: x0.5",
            "  from 2027-01-01: = in 60", "p/b: in 1",
        ]
        let doubts = PriceLint.doubts(in: try PriceParser.parse(lines: lines))
        #expect(doubts.map(\.severity.rawValue) == ["warning", "warning", "warning", "warning"])
    }
}
