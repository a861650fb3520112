import GRDB

/// Lines of models: their sums, percentiles and errors.
struct ModelReading {
    let snapshot: Snapshot
    let filter: Filter
    let selection: Selection
    let rollups: Rollups

    init(_ snapshot: Snapshot, _ filter: Filter, _ rollups: Rollups) {
        self.snapshot = snapshot
        self.filter = filter
        self.rollups = rollups
        selection = snapshot.selection(filter)
    }

    private struct Gathered {
        var sums = Sums()
        var providers: [String: Int64] = [:]
        var errors: [String: Int64] = [:]
        var reported: [ModelNames.Reported: ReportedModel] = [:]

        mutating func add(_ sums: Sums, _ key: SeriesKey) {
            self.sums.add(sums)
            if !key.provider.isEmpty { providers[key.provider, default: 0] += sums[.calls] }
            if !key.outcome.isEmpty { errors[key.outcome, default: 0] += sums[.failed] }
            var seen = reported[.init(key)] ?? ReportedModel(provider: key.provider, model: key.model, requests: 0)
            seen.requests += sums[.calls]
            seen.cacheRead &+= sums[.cacheRead]
            reported[.init(key)] = seen
        }
    }

    /// All models of the range, most requests first; exact percentiles where the times of the range's calls are given.
    func rows(_ grid: Grid, _ times: CallTimes?) throws -> [ModelRow] {
        let gathered = try gather()
        let requests = gathered.values.reduce(0) { $0 + $1.sums[.calls] }
        let cost = gathered.values.reduce(0) { $0 &+ $1.sums[.cost] }
        let histograms = try times == nil ? self.histograms() : [:]
        let sparks = try self.sparks(grid)
        let rows = gathered.map { name, gathered in
            let sums = gathered.sums
            return ModelRow(
                model: name, reported: gathered.reported.values.sorted { ($1.requests, $0.model) < ($0.requests, $1.model) },
                providers: gathered.providers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
                requests: sums[.calls], share: requests > 0 ? Double(sums[.calls]) / Double(requests) : 0, failed: sums[.failed],
                recovered: sums[.recovered], degraded: sums[.degraded], costNano: sums.costNano,
                costShare: cost > 0 && sums[.priced] > 0 ? Double(sums[.cost]) / Double(cost) : nil, unpriced: sums.unpriced,
                failedWithoutUsage: sums[.unused], tokens: sums.tokens,
                latency: times?.latency { self.name($0) == name }
                    ?? Figures.Latency(histograms[name] ?? LogHistogram.none),
                errors: gathered.errors.map { Facet(value: $0, count: $1) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) },
                spark: grid.spread(sparks[name] ?? [:]))
        }
        return rows.sorted { ($1.requests, $0.model) < ($0.requests, $1.model) }
    }

    /// Of all models' calls, where they are few.
    func times() throws -> CallTimes? {
        let whole = try rollups.histograms(filter.range, selection.latencies) { _ in true }[true] ?? LogHistogram.none
        return try CallTimes(snapshot, rollups, filter, selection, count: whole[LogHistogram.Kind.latency.rawValue].count)
    }

    /// By model.
    func histograms() throws -> [String: [LogHistogram]] {
        try rollups.histograms(filter.range, selection.latencyCalls) { name($0) }
    }

    /// How long the calls of these models took, in their order; those without a call are left out.
    func spreads(of models: [String]) throws -> [LatencySpread] {
        let histograms = try self.histograms()
        return models.compactMap { model in
            guard let histogram = histograms[model]?[LogHistogram.Kind.latency.rawValue], histogram.count > 0 else { return nil }
            return LatencySpread(model: model, calls: histogram.count, bins: histogram.quarters)
        }
    }

    private func gather() throws -> [String: Gathered] {
        var gathered: [String: Gathered] = [:]
        for (sid, sums) in try rollups.sums(filter.range, selection.calls, of: Measure.ofModels) where sums[.calls] > 0 {
            guard let key = snapshot.catalog.key(sid) else { continue }
            gathered[name(sid), default: Gathered()].add(sums, key)
        }
        return gathered
    }

    /// What a series' model is called.
    private func name(_ sid: Int64) -> String { snapshot.catalog.key(sid, filter.naming)?.model ?? "" }

    private func sparks(_ grid: Grid) throws -> [String: [Int: Int64]] {
        var sparks: [String: [Int: Int64]] = [:]
        for (bucket, sid, sums) in try rollups.sums(grid, selection.calls, bySeries: true, of: [.calls]) where sums[.calls] > 0 {
            sparks[name(sid), default: [:]][bucket, default: 0] += sums[.calls]
        }
        return sparks
    }
}

extension ModelRow {
    /// Several rows as one, for what stands below the top. Percentiles of parts are not those of the whole: there are none.
    static func others(_ rows: ArraySlice<ModelRow>) -> ModelRow? {
        guard var sum = rows.first else { return nil }
        sum.model = ""
        sum.reported = []
        sum.providers = []
        sum.errors = []
        sum.latency = Figures.Latency()
        for row in rows.dropFirst() {
            sum.requests += row.requests
            sum.share += row.share
            sum.failed += row.failed
            sum.recovered += row.recovered
            sum.degraded += row.degraded
            sum.unpriced += row.unpriced
            sum.failedWithoutUsage += row.failedWithoutUsage
            sum.costNano = add(sum.costNano, row.costNano)
            sum.costShare = (sum.costShare ?? 0) + (row.costShare ?? 0)
            sum.tokens.add(row.tokens)
            sum.spark = zip(sum.spark, row.spark).map { add($0, $1) }
        }
        return sum
    }

    private static func add(_ a: Int64?, _ b: Int64?) -> Int64? { a == nil && b == nil ? nil : (a ?? 0) &+ (b ?? 0) }
}

extension Figures.Tokens {
    mutating func add(_ other: Figures.Tokens) {
        func sum(_ a: Int64?, _ b: Int64?) -> Int64? { a == nil && b == nil ? nil : (a ?? 0) &+ (b ?? 0) }
        input = sum(input, other.input)
        output = sum(output, other.output)
        cacheRead = sum(cacheRead, other.cacheRead)
        cacheWrite = sum(cacheWrite, other.cacheWrite)
        reasoning = sum(reasoning, other.reasoning)
    }
}
