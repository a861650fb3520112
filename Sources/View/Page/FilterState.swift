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

    /// `q=`, with what of it cannot be asked.
    let search: Search
    /// What its bounds speak of.
    let subject: Bound.Subject

    /// `subject` nil: `q=` is no search at this address.
    init(_ query: Query, now: Int64, of subject: Bound.Subject? = .calls) {
        period = Period(query, now: now)
        self.subject = subject ?? .calls
        search = Search(subject == nil ? "" : query["q"] ?? "", of: self.subject)
        var filter = Filter(range: period.range)
        for dimension in Self.dimensions {
            for value in query.all(dimension.key) { filter[keyPath: dimension.path].add(value) }
            for case .choice(dimension.key, let value) in search.words.map(\.meaning) { filter[keyPath: dimension.path].add(value) }
        }
        filter.text = search.text
        filter.bounds = search.bounds
        filter.latency = query["latency"].flatMap(LatencyScope.init(rawValue:)) ?? .all
        filter.naming = query["names"].flatMap(ModelNaming.init(rawValue:)) ?? .table
        self.filter = filter
        self.query = query
    }

    /// Why some of the address is not asked.
    var mistakes: [String] { Period.mistakes(query) + search.mistakes }

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
