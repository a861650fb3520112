import Foundation
import GenAI
import Pipeline
import Settings
import Testing

@testable import Components

/// Price files that change under a running Weir.
@Suite struct PriceShelfTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("weir-\(UUID().uuidString).prices").path
    private static let dear = "prices 1\nprovider shop\nshop/m: in 3 out 5\n"
    private static let cheap = "prices 1\nprovider shop\nshop/m: in 1 out 2\nshop/n: in 1 out 2\n"

    private func write(_ text: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }

    /// Two looks: a change is believed once it has stayed.
    private func look(_ shelf: PriceShelf) -> PriceShelf.Look {
        _ = shelf.look()
        return shelf.look()
    }

    @Test func `a changed file is read again, once it is steady`() throws {
        try write(Self.dear)
        let shelf = PriceShelf([path])
        #expect(try shelf.open()?.modelCount == 1)
        try write(Self.cheap)
        guard case .same = shelf.look() else { return #expect(Bool(false), "a file that may still be written was read") }
        guard case .renewed(let book) = shelf.look() else { return #expect(Bool(false), "the change was not seen") }
        #expect(book.modelCount == 2)
        guard case .same = shelf.look() else { return #expect(Bool(false), "nothing has changed since") }
        #expect(shelf.status.reloads == 1)
    }

    @Test func `a bad edit keeps the table, is said once with its place, and mends`() throws {
        try write(Self.dear)
        let shelf = PriceShelf([path])
        let before = try shelf.open()
        try write(Self.dear + "shop/x: inn 3\n")
        guard case .kept(let fault) = look(shelf) else { return #expect(Bool(false), "a mistake was taken over") }
        #expect(fault.mistakes.first?.inOneLine.hasPrefix("\(path):4:9: ") == true)
        #expect(shelf.status.book === before)
        #expect(shelf.status.mistake?.hasPrefix("\(path):4:9: ") == true)
        guard case .same = look(shelf) else { return #expect(Bool(false), "said twice") }
        #expect(shelf.status.failures == 1)
        try write(Self.cheap)
        guard case .renewed = look(shelf) else { return #expect(Bool(false), "the mended file was not read") }
        #expect(shelf.status.mistake == nil)
    }

    @Test func `a file that is gone keeps the table`() throws {
        try write(Self.dear)
        let shelf = PriceShelf([path])
        let before = try shelf.open()
        try FileManager.default.removeItem(atPath: path)
        guard case .kept = look(shelf) else { return #expect(Bool(false), "no table is not a table") }
        #expect(shelf.status.book === before)
    }

    @Test func `a rule on an attribute that is not read takes a new start`() throws {
        try write(Self.dear)
        let shelf = PriceShelf([path])
        _ = try shelf.open()
        try write("prices 1\nprovider shop\nshop/m: in 3 out 5\n attr:app.tier gold: in 1\n")
        guard case .kept(let fault) = look(shelf) else { return #expect(Bool(false), "the rule would never have matched") }
        #expect("\(fault.mistakes)".contains("app.tier"))
    }

    @Test func `SIGHUP reads the files at once, and says what is wrong with them`() async throws {
        try write(Self.dear)
        let context = Context(name: "processors.genai")
        _ = try GenAIProcessor(try #require(read("prices = [\"\(path)\"]").settings), context)
        try write(Self.cheap)
        #expect(await context.reloads.run().map { $0.failure == nil } == [true])
        #expect(context.meters.samples.contains { $0.name == "weir_prices_entries" && $0.value == 2 })
        try write("nonsense")
        let failure = await context.reloads.run().first?.failure
        #expect((failure as? PriceMistakes)?.mistakes.first?.line == 1)
    }

    @Test func `all pipelines get the new table, one of them speaks`() throws {
        try write(Self.dear)
        let settings = try #require(read("prices = [\"builtin\", \"\(path)\"]").settings)
        let context = Context(name: "processors.genai")
        let first = try GenAIProcessor(settings, context)
        _ = try GenAIProcessor(settings, context)
        func value(_ name: String) -> [Double] { context.meters.samples.filter { $0.name == name }.map(\.value) }
        let entries = try #require(value("weir_prices_entries").first)
        try write(Self.cheap)
        first.look()
        first.look()
        #expect(value("weir_prices_entries") == [entries + 1])
        #expect(value("weir_prices_reloads_total") == [1])
        #expect(value("weir_prices_reload_failures_total") == [0])
        #expect(value("weir_prices_age_seconds").count == 1)
        try write("nonsense")
        first.look()
        first.look()
        #expect(value("weir_prices_reload_failures_total") == [1])
        let facts = context.board.facts.first { $0.name == "processors.genai" }?.facts ?? []
        #expect(facts.contains { $0.0 == "prices_mistake" && $0.1.contains(":1:1: ") })
    }

    @Test func `mistakes of a price file are those of the pipeline file too`() throws {
        try write("prices 1\nprovider shop\nshop/m: inn 3\n")
        let (_, mistakes) = try read("prices = [\"builtin\", \"\(path)\"]")
        #expect(mistakes.components(separatedBy: "error:").count == 2)
        #expect(mistakes.contains("\(path):3:9: "))
        #expect(try read("prices = [\"/nowhere.prices\"]").mistakes.contains("cannot be read"))
    }

    private func read(_ line: String) throws -> (settings: GenAISettings?, mistakes: String) {
        let document = try SettingsFile.load(text: "[processors.genai]\n\(line)\n", name: "p.toml")
        let settings = document.sections(of: "processors").first?.read(as: GenAISettings.self)
        return (settings, "\(document.mistakes)")
    }
}
