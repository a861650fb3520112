import GRDB

/// What the price table calls the models of calls: `gpt-4o` for `gpt-4o-2024-11-20` of openai (view.md 3.2, "model").
///
/// A call's `weir.cost.price` says it. A model that was never priced goes by its own name.
struct ModelNames {
    /// A model as its calls report it.
    struct Reported: Hashable, Sendable {
        let provider, model: String
    }

    /// Pairs that are remembered: series are bounded, and so are these.
    private static let limit = 20_000
    private var known: [Reported: String] = [:]
    /// The entry that priced each last: nearly always the same again.
    private var entries: [Reported: String] = [:]

    static func all(_ db: Database) throws -> [Reported: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT provider, model, name FROM model_name")
        return Dictionary(rows.map { (Reported(provider: $0[0], model: $0[1]), $0[2]) }) { first, _ in first }
    }

    func name(of key: SeriesKey) -> String { known[Reported(key)] ?? key.model }

    mutating func load(_ db: Database) throws { (known, entries) = (try Self.all(db), [:]) }

    /// Takes over what priced a call of a series. A row is replaced by a new one, so that the highest number tells whether any has changed.
    mutating func note(_ key: SeriesKey, price: String, _ db: Database) throws {
        guard key.isCall else { return }
        let reported = Reported(key)
        guard entries[reported] != price, let name = Self.name(ofEntry: price) else { return }
        if entries.count < Self.limit { entries[reported] = price }
        guard known[reported] != name, known.count < Self.limit || known[reported] != nil else { return }
        known[reported] = name
        try db.execute(
            sql: "INSERT OR REPLACE INTO model_name(provider, model, name) VALUES(?,?,?)", arguments: [key.provider, key.model, name])
    }

    /// The model of `openai/gpt-4o`; nil for an entry that stands for many names.
    private static func name(ofEntry price: String) -> String? {
        guard let slash = price.firstIndex(of: "/") else { return nil }
        let name = price[price.index(after: slash)...]
        return name.isEmpty || name.hasPrefix("any:") || name.contains("*") ? nil : String(name)
    }
}

extension ModelNames.Reported {
    init(_ key: SeriesKey) { self.init(provider: key.provider, model: key.model) }
}
