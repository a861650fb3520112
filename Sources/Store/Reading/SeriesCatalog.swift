import GRDB

/// The series, environments and lines that a snapshot knows.
struct SeriesCatalog: Sendable {
    let series: [(sid: Int64, key: SeriesKey)]
    let environments: [(id: Int64, name: String)]
    /// By the numbers that rollups have.
    let lines: [(sid: Int64, key: SeriesKey)]
    private let keys: [Int64: SeriesKey]
    /// The same with the price table's names of models.
    private let named: [Int64: SeriesKey]

    init(_ db: Database) throws {
        series = try SeriesBook.all(db).map { ($0.0, $0.1) }
        environments = try Row.fetchAll(db, sql: "SELECT id, name FROM environment").map { ($0[0], $0[1]) }
        lines = try LineBook.all(db).map { (LineBook.row($0.0), $0.1) }
        keys = Dictionary(uniqueKeysWithValues: (series + lines).map { ($0.sid, $0.key) })
        let names = try ModelNames.all(db)
        named = keys.mapValues { key in
            guard key.isCall, let name = names[ModelNames.Reported(key)] else { return key }
            var named = key
            named.model = name
            return named
        }
    }

    /// As calls report it.
    func key(_ sid: Int64) -> SeriesKey? { keys[sid] }

    /// With the model's name as a question wants it.
    func key(_ sid: Int64, _ naming: ModelNaming) -> SeriesKey? { naming == .table ? named[sid] : keys[sid] }
}

/// The rows of rollups that a filter selects.
struct Selection: Sendable {
    /// Numbers of series, or of whole environments.
    let ids: [Int64]
    /// Whether `ids` are environments: nothing else narrows the question.
    let isWhole: Bool
    /// The series, in any case.
    let series: [Int64]
    /// For what is asked of calls alone: lines, or series where the filter tells more than lines know.
    let calls: [Int64]
    /// For the sums of calls alone: whole environments, else `calls`.
    let callTotals: [Int64]
    /// For the latencies of all together, and of `calls` by their keys: what `filter.latency` leaves.
    let latencies: [Int64]
    let latencyCalls: [Int64]
    /// The series whose durations those are.
    let latencySeries: Set<Int64>

    init(_ filter: Filter, _ catalog: SeriesCatalog) {
        let admits = { (sid: Int64, key: SeriesKey) in filter.admits(key, named: catalog.key(sid, .table)?.model ?? key.model) }
        let admitted = catalog.series.filter { admits($0.sid, $0.key) }
        series = admitted.map(\.sid)
        isWhole = filter.dimensionsAreAll && filter.isAnsweredByRollups
        ids = isWhole ? catalog.environments.filter { filter.environment.admits($0.name) }.map { -$0.id } : series
        let calls = filter.isAnsweredByLines ? catalog.lines.filter { admits($0.sid, $0.key) } : admitted.filter(\.key.isCall)
        self.calls = calls.map(\.sid)
        callTotals = isWhole ? ids : self.calls
        latencyCalls = filter.latency == .all ? self.calls : calls.filter { $0.key.outcome.isEmpty }.map(\.sid)
        latencySeries = Set(
            admitted.filter { $0.key.isInference && (filter.latency == .all || $0.key.outcome.isEmpty) }.map(\.sid))
        latencies = isWhole && filter.latency == .all ? ids : latencyCalls
    }

    /// For `IN (SELECT value FROM json_each(?))`.
    static func json(_ ids: [Int64]) -> String { "[" + ids.map(String.init).joined(separator: ",") + "]" }
}

extension Filter {
    /// Whether lines know all that the filter asks for.
    var isAnsweredByLines: Bool { isAnsweredByRollups && service.isAll && agent.isAll && operation.isAll }

    /// Whether nothing but the environment tells series apart.
    var dimensionsAreAll: Bool {
        service.isAll && provider.isAll && model.isAll && agent.isAll && operation.isAll && status.isAll
    }

    /// A model is found by the name that its calls report and by the price table's.
    func admits(_ key: SeriesKey, named name: String) -> Bool {
        environment.admits(key.environment) && service.admits(key.service) && provider.admits(key.provider)
            && model.admits(key.model, or: name)
            && agent.admits(key.agent) && operation.admits(key.operation) && admits(outcome: key.outcome)
    }

    /// `error` stands for every class.
    private func admits(outcome: String) -> Bool {
        let words = outcome.isEmpty ? ["ok"] : ["error", outcome]
        if status.exclude.contains(where: words.contains) { return false }
        return status.include.isEmpty || status.include.contains(where: words.contains)
    }
}

extension Dimension {
    var isKnownToLines: Bool {
        switch self {
        case .environment, .provider, .model, .status: true
        case .service, .agent, .operation, .user: false
        }
    }

    /// A series' value; nil for what series do not know.
    func value(_ key: SeriesKey) -> String? {
        switch self {
        case .environment: key.environment
        case .service: key.service
        case .provider: key.provider
        case .model: key.model
        case .agent: key.agent
        case .operation: key.operation
        case .status: key.outcome.isEmpty ? "ok" : key.outcome
        case .user: nil
        }
    }
}
