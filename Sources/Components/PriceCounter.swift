import GenAI
import View

/// The running processor's price table for the pages of the view.
struct PriceCounter: PriceDesk {
    private let source: PriceSource

    init(_ source: PriceSource) { self.source = source }

    var basis: String { source.book()?.basis ?? "none" }

    func price(provider: String, model: String, at: Int64) -> ModelPrice? {
        guard let book = source.book(), let match = book.find(provider: provider, model: model).match else { return nil }
        let seconds = at / 1_000_000_000
        let entry = book.title(match.entry)
        let rates = book.rates(of: match.entry, at: seconds, tier: "").filter { $0.meter.isToken }
        guard !rates.isEmpty else { return nil }
        return ModelPrice(
            entry: entry, rates: rates.map { PriceRate(kind: $0.meter.word, price: $0.price) }, since: book.since(match.entry, at: seconds),
            isSet: source.edits?.isEdited(entry) ?? false)
    }

    func items(of call: PricedTokens) -> [PricedItem]? {
        var usage = BillableUsage(input: call.input, output: call.output)
        (usage.cacheRead, usage.cacheWrite, usage.reasoning) = (call.cacheRead, call.cacheWrite, call.reasoning)
        return source.book()?.items(
            usage, provider: call.provider, requestModel: call.requestModel, responseModel: call.model, at: call.start / 1_000_000_000
        )?.map { PricedItem(kind: $0.meter.word, tokens: $0.count, price: $0.price, picodollars: $0.amount) }
    }

    func cachedDiscount(provider: String, model: String, at: Int64) -> Double? {
        source.book()?.cachedDiscount(provider: provider, model: model, at: at / 1_000_000_000)
    }

    // MARK: - Changes

    var changes: [PriceChange]? { source.edits.map { $0.current().map { PriceChange($0) } } }

    func check(_ change: PriceChange) throws(PriceProblem) { try attempt(change) { $0.check } }
    func save(_ change: PriceChange) throws(PriceProblem) { try attempt(change) { $0.set } }
    func remove(_ change: PriceChange) throws(PriceProblem) { try attempt(change) { $0.remove } }

    private func attempt(
        _ change: PriceChange, _ act: (PriceEditing) -> @Sendable (PriceEdit) throws(PriceEditMistake) -> Void
    ) throws(PriceProblem) {
        guard let edits = source.edits else {
            throw PriceProblem(field: "model", message: "prices cannot be set here", hint: "[processors.genai] edits names a file for them")
        }
        do throws(PriceEditMistake) { try act(edits)(PriceEdit(change)) } catch {
            throw PriceProblem(field: error.field, message: error.message, hint: error.hint)
        }
    }
}

extension PriceChange {
    fileprivate init(_ edit: PriceEdit) {
        self.init(
            provider: edit.provider, model: edit.model, from: edit.from,
            rates: edit.rates.map { PriceRate(kind: $0.meter.word, price: $0.price) })
    }
}

extension PriceEdit {
    fileprivate init(_ change: PriceChange) {
        self.init(
            provider: change.provider, model: change.model, from: change.from,
            rates: Self.meters.compactMap { meter in change.rates.first { $0.kind == meter.word }.map { (meter, $0.price) } })
    }
}
