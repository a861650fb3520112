import GRDB

/// Values of a dimension with their counts: calls for series, conversations for users.
struct FacetReading {
    let snapshot: Snapshot
    let filter: Filter

    func facets(_ dimension: Dimension, matching text: String?, limit: Int) throws -> [Facet] {
        let all = dimension == .user ? try users(text, limit) : try values(dimension)
        let wanted = text?.lowercased() ?? ""
        return Array(all.filter { wanted.isEmpty || $0.value.lowercased().contains(wanted) }.prefix(limit))
    }

    /// Values of every dimension but users, in one pass.
    func all(limit: Int) throws -> [Dimension: [Facet]] {
        let sums = try sums(filter)
        let dimensions = Dimension.allCases.filter { $0 != .user }
        return Dictionary(uniqueKeysWithValues: dimensions.map { ($0, Array(counted(sums, by: $0).prefix(limit))) })
    }

    /// The other dimensions narrow the list, its own does not: one can add values to a choice.
    private func values(_ dimension: Dimension) throws -> [Facet] {
        var filter = filter
        filter.free(dimension)
        return counted(try sums(filter), by: dimension)
    }

    private func sums(_ filter: Filter) throws -> [Int64: Sums] {
        try snapshot.rollups(filter).sums(filter.range, snapshot.selection(filter).series, of: [.spans, .llm, .calls])
    }

    private func counted(_ sums: [Int64: Sums], by dimension: Dimension) -> [Facet] {
        var counts: [String: Int64] = [:]
        for (sid, sums) in sums {
            guard let key = snapshot.catalog.key(sid, filter.naming), let value = dimension.value(key), !value.isEmpty else { continue }
            let count = dimension == .environment || dimension == .service ? sums[.spans] : key.isCall ? sums[.calls] : sums[.llm]
            if count > 0 { counts[value, default: 0] += count }
        }
        return counts.map { Facet(value: $0, count: $1) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    private func users(_ text: String?, _ limit: Int) throws -> [Facet] {
        var condition = Condition()
        condition.add("user IS NOT NULL AND last >= ? AND first < ?", [filter.range.from, filter.range.to])
        condition.add("environment", filter.environment)
        if let text, !text.isEmpty { condition.add(text: text, in: ["user"]) }
        return try Row.fetchAll(
            snapshot.db,
            sql: "SELECT user, COUNT(*) FROM conversation WHERE \(condition.sql) GROUP BY user ORDER BY 2 DESC, 1 LIMIT \(limit)",
            arguments: condition.arguments
        ).map { Facet(value: $0[0], count: $0[1]) }
    }
}

extension Filter {
    /// Takes back what is said of one dimension.
    fileprivate mutating func free(_ dimension: Dimension) {
        switch dimension {
        case .environment: environment = Choice()
        case .service: service = Choice()
        case .provider: provider = Choice()
        case .model: model = Choice()
        case .agent: agent = Choice()
        case .operation: operation = Choice()
        case .user: user = Choice()
        case .status: status = Choice()
        }
    }
}
