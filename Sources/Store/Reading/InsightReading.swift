import Glibc

/// What the lines of models say together.
extension Insights {
    private static let fewest: Int64 = 100

    init(_ rows: [ModelRow], _ figures: Figures) {
        self.init()
        readPerformance(rows)
        readCost(rows, figures)
        readTokens(figures)
        cached = rows.flatMap(\.reported).filter { $0.cacheRead > 0 }
        readDiversity(rows)
    }

    private mutating func readPerformance(_ rows: [ModelRow]) {
        let many = rows.filter { $0.latency.n >= Self.fewest }
        let bySpeed = many.compactMap { row in row.latency.p95.map { Extreme(model: row.model, value: Double($0)) } }
        fastest = bySpeed.min { $0.value < $1.value }
        slowest = bySpeed.max { $0.value < $1.value }
        worstSuccess = many.compactMap { row in row.success.map { Extreme(model: row.model, value: $0) } }.min { $0.value < $1.value }
    }

    private mutating func readCost(_ rows: [ModelRow], _ figures: Figures) {
        usdPerMillionTokens = rows.compactMap { row in
            guard row.unpriced == 0, let cost = row.costNano, let tokens = row.tokens.total, tokens > 0 else { return nil }
            return Extreme(model: row.model, value: Double(cost) / 1000 / Double(tokens))
        }
        cheapest = usdPerMillionTokens.min { $0.value < $1.value }
        dearest = usdPerMillionTokens.max { $0.value < $1.value }
        let good = figures.success.requests - figures.success.failed
        if let total = figures.cost.totalNano, good > 0 { usdPerSuccessfulRequest = Double(total) / 1e9 / Double(good) }
    }

    private mutating func readTokens(_ figures: Figures) {
        if let total = figures.tokens.total, figures.spans.requests > 0 {
            tokensPerRequest = Double(total) / Double(figures.spans.requests)
        }
        guard let input = figures.tokens.input, input > 0 else { return }
        if let output = figures.tokens.output, output > 0 { inputPerOutput = Double(input) / Double(output) }
        if let read = figures.tokens.cacheRead { cacheHit = Double(read) / Double(input) }
    }

    private mutating func readDiversity(_ rows: [ModelRow]) {
        models = rows.count
        providers = Set(rows.flatMap(\.providers)).count
        topShare = rows.first?.share
        guard !rows.isEmpty else { return }
        effectiveModels = exp(-rows.filter { $0.share > 0 }.reduce(0) { $0 + $1.share * log($1.share) })
    }
}
