import Store

/// What an address asks for on every page: one state for cards, charts and lists (view.md 3.1).
struct FilterState: Sendable {
    /// The dimensions, by the key that stands in the address.
    static let dimensions: [(key: String, title: String, path: WritableKeyPath<Filter, Choice> & Sendable, dimension: Dimension)] = [
        ("env", "Environment", \.environment, .environment), ("service", "Service", \.service, .service),
        ("provider", "Provider", \.provider, .provider), ("model", "Model", \.model, .model), ("agent", "Agent", \.agent, .agent),
        ("user", "User", \.user, .user), ("op", "Operation", \.operation, .operation), ("status", "Status", \.status, .status),
    ]
    /// What tabs hand on to each other.
    static let shared: Set<String> = Set(dimensions.map(\.key) + ["range", "from", "to", "q", "tz", "latency", "names"])

    let query: Query
    let period: Period
    let filter: Filter

    init(_ query: Query, now: Int64) {
        period = Period(query, now: now)
        var filter = Filter(range: period.range)
        for dimension in Self.dimensions {
            for value in query.all(dimension.key) { filter[keyPath: dimension.path].add(value) }
        }
        let words = Self.take(query["q"] ?? "", &filter)
        filter.text = words.isEmpty ? nil : words
        filter.latency = query["latency"].flatMap(LatencyScope.init(rawValue:)) ?? .all
        filter.naming = query["names"].flatMap(ModelNaming.init(rawValue:)) ?? .table
        self.filter = filter
        self.query = query
    }

    /// `model:gpt-4o -env:prod words`: what names a dimension narrows it, the rest is looked for.
    private static func take(_ text: String, _ filter: inout Filter) -> String {
        var words: [Substring] = []
        for word in text.split(separator: " ") {
            let isExcluded = word.hasPrefix("-")
            let parts = word.drop { $0 == "-" }.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let dimension = dimensions.first(where: { $0.key == parts[0] || $0.dimension.rawValue == parts[0] })
            else {
                words.append(word)
                continue
            }
            filter[keyPath: dimension.path].add((isExcluded ? "-" : "") + parts[1])
        }
        return words.joined(separator: " ")
    }

    var zone: Zone { Zone(query["tz"]) }

    /// Seconds east of UTC.
    var zoneOffset: Int { zone.offset }

    /// Another page with the same filter.
    func href(_ path: String, _ changes: [(String, String?)] = []) -> String {
        query.keeping(Self.shared).changing(changes).href(path)
    }
}

extension Choice {
    /// A leading `-` excludes.
    fileprivate mutating func add(_ value: String) {
        if value.hasPrefix("-"), value.count > 1 { exclude.append(String(value.dropFirst())) } else { include.append(value) }
    }
}
