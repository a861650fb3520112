import Testing

@testable import GenAI

/// Prices that a person sets (view.md 3.7): a layer above all others.
@Suite struct PriceEditTests {
    private static let lower = """
        prices 1
        provider openai is openai.responses home
        openai/gpt-4o aka gpt-4o-latest: in 2.5 cr 1.25 out 10
          over 100000: in 5 out 20
          batch: x0.5
        openai/gpt-5: in 1 out 2
        """

    private func layers() throws -> [PriceFile] { [try PriceParser.parse(Array(Self.lower.utf8), name: "lower")] }

    /// The table after some edits, each written as a file and read back as a run of Weir does.
    private func book(_ edits: PriceEdit...) throws -> (book: PriceBook, text: String) {
        let layers = try layers()
        var file = PriceFile.edits(name: "edits")
        for edit in edits { try file.set(edit, over: layers) }
        let text = PriceWriter.write(file)
        let read = try PriceParser.parse(Array(text.utf8), name: "edits")
        #expect(read.edits.count == edits.count)
        return (PriceBook(try PriceTable(layers + [read.fitted(over: layers)])), text)
    }

    private func dollars(
        _ book: PriceBook, _ model: String, provider: String = "openai", input: Int64 = 1_000_000, day: String = "2026-11-01"
    )
        throws -> Double?
    {
        let seconds = try #require(Instant.seconds(day))
        let items = book.items(
            BillableUsage(input: input, output: 1_000_000), provider: provider, requestModel: model, responseModel: model, at: seconds)
        return items.map { $0.reduce(0) { $0 + Double($1.amount) } / 1e12 }
    }

    @Test func `from its day on an edit replaces what the table says, for long prompts and under all names`() throws {
        let edit = PriceEdit(provider: "openai", model: "gpt-4o", from: "2026-12-01", rates: [(.in, "3"), (.out, "7")])
        let (book, _) = try book(edit)
        #expect(try dollars(book, "gpt-4o", input: 1_000) == 10.0025)
        #expect(try dollars(book, "gpt-4o") == 25)
        for name in ["gpt-4o", "gpt-4o-latest", "GPT-4o"] { #expect(try dollars(book, name, day: "2026-12-01") == 10) }
        let entry = try #require(book.find(provider: "openai", model: "gpt-4o-latest").match?.entry)
        #expect(book.since(entry, at: try #require(Instant.seconds("2026-12-05"))) == "2026-12-01")
        #expect(book.since(entry, at: try #require(Instant.seconds("2026-11-05"))) == nil)
    }

    @Test func `a model that no table knows gets a price, by whatever provider, or none`() throws {
        let (book, text) = try book(
            PriceEdit(provider: "My-Gateway", model: "house/model-1", rates: [(.in, "0.5"), (.out, "1")]),
            PriceEdit(provider: "", model: "nameless", rates: [(.in, "1"), (.out, "1")]),
            PriceEdit(provider: "openai.responses", model: "ft:mine*", rates: [(.in, "2"), (.out, "2")]))
        #expect(text.contains("provider my-gateway"))
        #expect(try dollars(book, "house/model-1", provider: "my-gateway") == 1.5)
        #expect(try dollars(book, "nameless", provider: "") == 2)
        #expect(try dollars(book, "ft:mine-2026") == 4)
        #expect(try dollars(book, "gpt-5") == 3)
    }

    @Test func `all zero is free, and says so`() throws {
        let (book, text) = try book(PriceEdit(provider: "openai", model: "gpt-5", rates: [(.in, "0"), (.out, "0.0")]))
        #expect(text.contains("= free"))
        #expect(try dollars(book, "gpt-5") == 0)
    }

    @Test func `the same model and day again replaces, another day adds, and either can be removed`() throws {
        let layers = try layers()
        var file = PriceFile.edits(name: "edits")
        let first = PriceEdit(provider: "openai", model: "gpt-5", rates: [(.in, "1.5"), (.out, "2")])
        let later = PriceEdit(provider: "openai", model: "gpt-5", from: "2026-06-01", rates: [(.in, "9"), (.out, "9")])
        for edit in [later, first, later] { try file.set(edit, over: layers) }
        #expect(file.edits.map(\.from) == [nil, "2026-06-01"])
        #expect(file.edits[0].rates.map(\.price) == ["1.5", "2"])
        var removed = [file.remove(later), file.remove(later)]
        #expect(file.edits.map(\.from) == [nil])
        removed.append(file.remove(first))
        #expect(removed == [true, false, true])
        #expect(file.edits.isEmpty && file.records.isEmpty)
    }

    @Test func `a file of edits still holds where the table below has lost or learnt the model`() throws {
        var file = PriceFile.edits(name: "edits")
        try file.set(PriceEdit(provider: "openai", model: "gpt-5", rates: [(.in, "4"), (.out, "4")]), over: try layers())
        let fewer = [try PriceParser.parse(Array("prices 1\nprovider openai home\nopenai/x: in 1 out 1\n".utf8), name: "fewer")]
        for layers in [fewer, try layers()] {
            let book = PriceBook(try PriceTable(layers + [file.fitted(over: layers)]))
            #expect(try dollars(book, "gpt-5") == 8)
        }
    }

    @Test(arguments: [
        ("model", PriceEdit(provider: "openai", model: "", rates: [(.in, "1")])),
        ("model", PriceEdit(provider: "openai", model: "a b", rates: [(.in, "1")])),
        ("model", PriceEdit(provider: "openai", model: "ab*", rates: [(.in, "1")])),
        ("model", PriceEdit(provider: "openai", model: "a*b", rates: [(.in, "1")])),
        ("model", PriceEdit(provider: "openai", model: "evil\nopenai/gpt-4o: free", rates: [(.in, "1")])),
        ("provider", PriceEdit(provider: "-openai", model: "x", rates: [(.in, "1")])),
        ("provider", PriceEdit(provider: "a/b", model: "x", rates: [(.in, "1")])),
        ("from", PriceEdit(provider: "openai", model: "x", from: "soon", rates: [(.in, "1")])),
        ("in", PriceEdit(provider: "openai", model: "x")),
        ("in", PriceEdit(provider: "openai", model: "x", rates: [(.in, "-1")])),
        ("out", PriceEdit(provider: "openai", model: "x", rates: [(.in, "1"), (.out, "1 tier fast: in 0")])),
        ("out", PriceEdit(provider: "openai", model: "x", rates: [(.in, "1"), (.out, "1e99")])),
    ])
    func `what cannot be a price is said with its field`(field: String, edit: PriceEdit) throws {
        let layers = try layers()
        var file = PriceFile.edits(name: "edits")
        #expect { try file.set(edit, over: layers) } throws: { ($0 as? PriceEditMistake)?.field == field }
        #expect(file.records.isEmpty)
    }

    @Test func `items take cached input and reasoning out of what holds them, and add up to the price`() throws {
        let (book, _) = try book(
            PriceEdit(provider: "openai", model: "gpt-5", rates: [(.in, "2"), (.cr, "0.5"), (.out, "8"), (.think, "10")]))
        var usage = BillableUsage(input: 1_000, output: 200)
        (usage.cacheRead, usage.reasoning) = (400, 50)
        let items = try #require(
            book.items(usage, provider: "openai", requestModel: "gpt-5", responseModel: "gpt-5-2026-01-01", at: 1_790_000_000))
        #expect(items.map(\.meter) == [.in, .cr, .out, .think])
        #expect(items.map(\.count) == [600, 400, 150, 50])
        #expect(items.map(\.price) == ["2", "0.5", "8", "10"])
        #expect(items.reduce(0) { $0 + $1.amount } == 3_100_000_000)
        #expect(book.cachedDiscount(provider: "openai", model: "gpt-5", at: 1_790_000_000) == 1.5)
        #expect(book.cachedDiscount(provider: "openai", model: "nobody", at: 1_790_000_000) == nil)
    }
}
