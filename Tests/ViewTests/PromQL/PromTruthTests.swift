import Testing

@testable import Store
@testable import View

/// What the Prometheus API says is what the pages say, for the same time.
@Suite struct PromTruthTests {
    private static let models = ["gpt-4o", "gpt-4o-mini", "o3", "claude-sonnet-4-5"]

    /// Calls at odd times of so many hours before now; the same each time.
    private func traffic(hours: Int64, count: Int) -> [SpanRecord] {
        var seed: UInt64 = 42
        func next(_ bound: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 33) % bound
        }
        return (0..<count).map { _ in
            .call(
                before: 1 + next(hours * 3_600_000) * 1_000_000, model: Self.models[Int(next(4))], service: next(3) == 0 ? "web" : "batch",
                environment: next(2) == 0 ? "prod" : "dev", error: next(10) == 0 ? "rate_limited" : "",
                seconds: Double(1 + next(9_000)) / 1_000,
                cost: next(5) == 0 ? nil : next(5_000_000), input: next(2_000), output: next(500))
        }
    }

    private func filter(_ hours: Int64) -> Filter {
        Filter(range: TimeRange(from: PromStore.now - hours * PromStore.hour, to: PromStore.now))
    }

    @Test(arguments: [1, 6, 24, 120] as [Int64]) func `sums of a range are those of the overview`(hours: Int64) async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: 200, count: 500))
        let figures = try await bench.store.overview(filter(hours), comparing: false).figures
        let range = "[\(hours)h]"
        let tokens = try await bench.values(
            "sum by (gen_ai_token_type) (increase(gen_ai_client_token_usage_total\(range)))", by: "gen_ai_token_type")
        #expect(tokens["input"] == figures.tokens.input.map(Double.init))
        #expect(tokens["output"] == figures.tokens.output.map(Double.init))
        let cost = try #require(try await bench.value("sum(increase(gen_ai_usage_cost_USD_total\(range)))"))
        #expect(Int64((cost * 1e9).rounded()) == figures.cost.totalNano)
        let calls = "increase(gen_ai_client_operation_duration_seconds_count"
        #expect(try await bench.value("sum(\(calls)\(range)))") == Double(figures.spans.requests))
        let failed = try await bench.value("sum(\(calls){weir_error_class!=\"\"}\(range)))")
        #expect(failed ?? 0 == Double(figures.success.failed))
        let models = try await bench.store.models(filter(hours))
        let found = try await bench.values("sum by (gen_ai_response_model) (\(calls)\(range)))", by: "gen_ai_response_model")
        #expect(found.filter { $0.value > 0 } == Dictionary(uniqueKeysWithValues: models.map { ($0.model, Double($0.requests)) }))
    }

    @Test(arguments: [(6, 300), (24, 3_600), (120, 3_600)] as [(Int64, Int64)])
    func `steps of a range are the buckets of the chart`(hours: Int64, step: Int64) async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: hours + 20, count: 400))
        let chart = try await bench.store.timeSeries(SeriesQuestion(.tokens, filter(hours), step: step * PromStore.second))
        #expect(chart.step == step * PromStore.second)
        let points = try await bench.points(
            "sum(increase(gen_ai_client_token_usage_total[\(step)s]))", last: hours * PromStore.hour, step: String(step))
        for (start, value) in zip(chart.starts, chart.lines[0].values) {
            let after = (start + chart.step - (PromStore.now - hours * PromStore.hour)) / PromStore.second
            #expect(points[after] ?? 0 == Double(value ?? 0), "\(after)")
        }
    }

    @Test func `quantiles lie in the buckets of the overview's`() async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: 6, count: 300))
        let latency = try await bench.store.overview(filter(6), comparing: false).figures.latency
        for (q, truth) in [(0.5, latency.p50), (0.95, latency.p95), (0.99, latency.p99)] {
            let query = "histogram_quantile(\(q), sum by (le) (increase(gen_ai_client_operation_duration_seconds_bucket[6h])))"
            let found = try #require(try await bench.value(query))
            let seconds = Double(try #require(truth)) / 1e9
            let top = try #require(PromMetric.bounds.map { Double($0) / 1e9 }.first { $0 >= seconds })
            #expect(found <= top && found >= top / 2)
        }
    }

    @Test func `a range is the same as its moments asked one by one`() async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: 70, count: 300))
        for query in [
            "sum(rate(gen_ai_client_operation_duration_seconds_count[7m]))", "sum(increase(gen_ai_usage_cost_USD_total[90m] offset 31m))",
            "sum(gen_ai_client_token_usage_total)", "max(rate(gen_ai_client_operation_duration_seconds_sum[2h]))",
        ] {
            let points = try await bench.points(query, last: 60 * PromStore.hour, step: "9731s")
            for second: Int64 in stride(from: 0, through: 60 * 3_600, by: 9_731) {
                let alone = try await bench.value(query, before: (60 * 3_600 - second) * PromStore.second)
                #expect(points[second] == alone, "\(query) at \(second)")
            }
        }
    }

    @Test func `growth in a row adds up to all there was, whatever the step`() async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: 100, count: 500))
        for step in ["17s", "61s", "1000s", "2h"] {
            let hours: Int64 = step == "17s" ? 6 : 100
            let points = try await bench.points(
                "sum(increase(gen_ai_client_operation_duration_seconds_count[\(step)]))", last: hours * PromStore.hour, step: step)
            let all = try #require(try await bench.value("sum(increase(gen_ai_client_operation_duration_seconds_count[\(hours)h]))"))
            let last = points.keys.max() ?? 0
            let rest = hours * 3_600 - last
            let tail = rest == 0 ? 0 : try await bench.value("sum(increase(gen_ai_client_operation_duration_seconds_count[\(rest)s]))") ?? 0
            let first = points[0] ?? 0
            #expect(points.values.reduce(0, +) - first + tail == all, "\(step)")
        }
    }

    @Test func `a sum that the store makes early is the sum of all series`() async throws {
        let bench = try PromStore()
        try await bench.take(traffic(hours: 6, count: 300))
        for name in ["gen_ai_client_operation_duration_seconds_bucket", "gen_ai_client_token_usage_total", "gen_ai_usage_cost_USD_total"] {
            let early = try await bench.values("sum by (le, service_name) (rate(\(name)[1h]))", by: "le", "service_name")
            let late = try await bench.values("sum by (le, service_name) (rate(\(name)[1h]) * 1)", by: "le", "service_name")
            #expect(early.count == late.count && !early.isEmpty)
            for (key, value) in early { #expect(abs(value - (late[key] ?? .nan)) <= 1e-12 * max(value, 1), "\(name) \(key)") }
        }
    }
}
