/// The price table in use, as the pages show it and change it (view.md 3.6 "Tokens & cost", 3.7 "prices editable"). Moments are Unix nanoseconds.
package protocol PriceDesk: Sendable {
    /// The table's date and what tells it from every other table: another one makes other pages.
    var basis: String { get }
    /// What a model costs at a time when it is called with a short prompt; nil where it has no price.
    func price(provider: String, model: String, at: Int64) -> ModelPrice?
    /// A call's cost by kinds of token, with the rates of its time; nil where it has no price. Tiers, batches and fees are not in it.
    func items(of call: PricedTokens) -> [PricedItem]?
    /// What a million cached input tokens cost less than plain ones now, in dollars; nil where the table does not tell them apart.
    func cachedDiscount(provider: String, model: String, at: Int64) -> Double?
    /// The prices that were set by hand; nil where none can be.
    var changes: [PriceChange]? { get }
    /// Says whether a price would be taken; changes nothing.
    func check(_ change: PriceChange) throws(PriceProblem)
    /// Puts a price into the table at once: calls that come take it.
    func save(_ change: PriceChange) throws(PriceProblem)
    func remove(_ change: PriceChange) throws(PriceProblem)
}

/// A kind of token that has a price.
package struct PriceKind: Sendable, Equatable {
    /// The word that price files have for it.
    package let word: String
    package let title: String

    /// Those that can be set, in the order in which tables show them.
    package static let all = [
        PriceKind(word: "in", title: "Input"), PriceKind(word: "cr", title: "Cached input"), PriceKind(word: "cw", title: "Cache write"),
        PriceKind(word: "cw1h", title: "Cache write, 1 h"), PriceKind(word: "out", title: "Output"),
        PriceKind(word: "think", title: "Reasoning"),
    ]

    /// What is not among them goes by its own word.
    static func title(_ word: String) -> String { all.first { $0.word == word }?.title ?? word }
}

/// Dollars for a million tokens of a kind, as a price file writes them: `2.5`.
package struct PriceRate: Sendable, Equatable {
    package var kind: String
    package var price: String

    package init(kind: String, price: String) {
        self.kind = kind
        self.price = price
    }
}

extension [PriceRate] {
    /// The price of a kind.
    func price(_ kind: PriceKind) -> String? { first { $0.kind == kind.word }?.price }
}

/// What a model costs.
package struct ModelPrice: Sendable, Equatable {
    /// The entry of the table: `openai/gpt-4o`.
    package var entry: String
    package var rates: [PriceRate]
    /// The day from which they hold, where the table says one.
    package var since: String?
    /// Whether it was set by hand.
    package var isSet: Bool

    package init(entry: String, rates: [PriceRate], since: String?, isSet: Bool) {
        self.entry = entry
        self.rates = rates
        self.since = since
        self.isSet = isSet
    }
}

/// A price set by hand.
package struct PriceChange: Sendable, Equatable {
    /// Empty where spans name none.
    package var provider: String
    /// With `*` at its end all that begin so.
    package var model: String
    /// The first day on which it holds: `2026-12-01`; nil for all time.
    package var from: String?
    package var rates: [PriceRate]

    package init(provider: String, model: String, from: String? = nil, rates: [PriceRate] = []) {
        self.provider = provider
        self.model = model
        self.from = from
        self.rates = rates
    }
}

/// Why a price is not taken.
package struct PriceProblem: Error, Sendable, Equatable {
    /// `provider`, `model`, `from`, or a kind's word.
    package var field: String
    package var message: String
    package var hint: String?

    package init(field: String, message: String, hint: String? = nil) {
        self.field = field
        self.message = message
        self.hint = hint
    }
}

/// What a call used, for its price.
package struct PricedTokens: Sendable, Equatable {
    package var provider: String
    package var requestModel: String
    package var model: String
    package var start: Int64
    package var input: Int64?
    package var output: Int64?
    package var cacheRead: Int64
    package var cacheWrite: Int64
    package var reasoning: Int64
}

/// A part of a call's cost.
package struct PricedItem: Sendable, Equatable {
    package var kind: String
    package var tokens: Int64
    /// Dollars per million tokens.
    package var price: String
    /// 1e-12 dollars, rounded.
    package var picodollars: Int64

    package init(kind: String, tokens: Int64, price: String, picodollars: Int64) {
        self.kind = kind
        self.tokens = tokens
        self.price = price
        self.picodollars = picodollars
    }
}
