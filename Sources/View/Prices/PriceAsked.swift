/// A price that an address speaks of: `p.model=gpt-4o&p.provider=openai&p.from=2026-12-01&p.in=2.5&p.out=10`.
enum PriceAsked {
    static let prefix = "p."

    /// Nil where the address speaks of none.
    static func change(_ query: Query, prefix: String = prefix) -> PriceChange? {
        guard let model = query[prefix + "model"] else { return nil }
        let rates = PriceKind.all.compactMap { kind in query[prefix + kind.word].map { PriceRate(kind: kind.word, price: trimmed($0)) } }
        return PriceChange(
            provider: trimmed(query[prefix + "provider"] ?? ""), model: trimmed(model), from: query[prefix + "from"].map { trimmed($0) },
            rates: rates)
    }

    /// What stands for it in an address.
    static func parameters(_ change: PriceChange, prefix: String = prefix) -> [(String, String?)] {
        [
            (prefix + "provider", change.provider.isEmpty ? nil : change.provider), (prefix + "model", change.model),
            (prefix + "from", change.from),
        ]
            + PriceKind.all.map { kind in (prefix + kind.word, change.rates.price(kind)) }
    }

    /// An address that speaks of no price.
    static func without(_ query: Query) -> Query {
        query.changing(query.pairs.map(\.key).filter { $0.hasPrefix(prefix) || $0 == "priced" }.map { ($0, nil) })
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension PriceChange {
    /// `openai/gpt-4o`
    var title: String { provider.isEmpty ? model : "\(provider)/\(model)" }
    var since: String { from.map { "from \($0)" } ?? "for all time" }
    /// `Input 2.5 · Output 10`
    var words: String { rates.map { "\(PriceKind.title($0.kind)) \($0.price)" }.joined(separator: " · ") }
}
