import Foundation
import GenAI
import Testing
import View

@testable import Components

/// Prices that are set while Weir runs.
@Suite struct PriceShelfEditTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weir-\(UUID().uuidString)").path
    private var path: String { folder + "/edited.prices" }

    private func desk(_ shelf: PriceShelf) -> PriceCounter { PriceCounter(PriceSource(book: { shelf.status.book }, edits: shelf.editing)) }

    private func opened() throws -> PriceShelf {
        let shelf = PriceShelf(["builtin"], edits: path)
        _ = try shelf.open()
        return shelf
    }

    private let change = PriceChange(
        provider: "openai", model: "house-model", from: "2026-01-01",
        rates: [PriceRate(kind: "in", price: "2"), PriceRate(kind: "out", price: "4")])

    @Test func `a saved price is in force at once, and after a new start`() throws {
        let shelf = try opened()
        let desk = desk(shelf)
        let now: Int64 = 1_796_000_000_000_000_000
        #expect(desk.price(provider: "openai", model: "house-model", at: now) == nil)
        let before = desk.basis
        try desk.save(change)
        #expect(desk.price(provider: "openai", model: "house-model", at: now)?.rates.first == PriceRate(kind: "in", price: "2"))
        #expect(desk.price(provider: "openai", model: "house-model", at: now)?.since == "2026-01-01")
        #expect(desk.price(provider: "openai", model: "house-model", at: now)?.isSet == true)
        #expect(desk.price(provider: "openai", model: "gpt-4o", at: now)?.isSet == false)
        #expect(desk.basis != before)
        #expect(desk.changes == [change])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let again = self.desk(try opened())
        #expect(again.changes == [change])
        try again.remove(change)
        #expect(again.price(provider: "openai", model: "house-model", at: now) == nil)
        #expect(again.changes == [])
        #expect(throws: PriceProblem.self) { try again.remove(change) }
    }

    @Test func `what cannot be a price changes neither file nor table`() throws {
        let shelf = try opened()
        let desk = desk(shelf)
        try desk.save(change)
        let (text, basis) = (try String(contentsOfFile: path, encoding: .utf8), desk.basis)
        var bad = change
        bad.rates = [PriceRate(kind: "in", price: "two")]
        #expect { try desk.check(bad) } throws: { ($0 as? PriceProblem)?.field == "in" }
        #expect(throws: PriceProblem.self) { try desk.save(bad) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(desk.basis == basis)
    }

    @Test func `a folder that cannot be written is said, and nothing changes`() throws {
        let shelf = PriceShelf(["builtin"], edits: "/proc/weir/edited.prices")
        _ = try shelf.open()
        #expect { try desk(shelf).save(change) } throws: { ($0 as? PriceProblem)?.message.contains("/proc/weir") == true }
        #expect(shelf.currentEdits.isEmpty)
    }

    @Test func `without a file for them prices cannot be set`() throws {
        let shelf = PriceShelf(["builtin"])
        _ = try shelf.open()
        #expect(desk(shelf).changes == nil)
        #expect(throws: PriceProblem.self) { try desk(shelf).save(change) }
    }
}
