import Testing

@testable import Store
@testable import View

/// Values worked out by hand, over a real store.
@Suite struct PromEvaluationTests {
    private let bench: PromStore
    private let minute = PromStore.minute

    /// In the last five minutes: three calls of gpt-4o (1 s each, one failed) and one of o3 (5 s); half an hour ago one more of o3.
    init() async throws {
        bench = try PromStore()
        try await bench.take([
            .call(before: 4 * minute), .call(before: 3 * minute), .call(before: 2 * minute, error: "timeout"),
            .call(before: 2 * minute, model: "o3", seconds: 5, cost: nil, input: 1_000, output: 200),
            .call(before: 30 * minute, model: "o3", seconds: 5, cost: nil, input: 1_000, output: 200),
        ])
    }

    private let calls = "gen_ai_client_operation_duration_seconds"

    @Test(arguments: [
        ("1 + 2 * 3 - 4 / 8", 6.5), ("-2 ^ 2", -4), ("7 % 4", 3), ("1 == bool 1", 1), ("2 < bool 1", 0), ("time()", 1_795_442_400),
        ("scalar(vector(5))", 5), ("1 / 0", .infinity),
    ])
    func `numbers are worked out`(query: String, value: Double) async throws {
        let answer = await bench.get("/api/v1/query", [("query", query)])
        let result = try #require(JSONTree.read(answer.text)?.tree["data"]?["result"]?.elements?.last?.string)
        #expect(JSONTree.read(answer.text)?.tree["data"]?["resultType"]?.string == "scalar")
        #expect(result == "+Inf" ? value == .infinity : Double(result) == value)
    }

    @Test func `increase counts what was in the window, rate divides by it`() async throws {
        #expect(try await bench.value("sum(increase(\(calls)_count[5m]))") == 4)
        #expect(try await bench.value("sum(rate(\(calls)_count[5m]))") == 4.0 / 300)
        #expect(try await bench.value("sum(increase(\(calls)_count[1h]))") == 5)
        #expect(try await bench.value("sum(increase(\(calls)_count[5m] offset 28m))") == 1)
        #expect(try await bench.value("sum(\(calls)_count)") == 5)
        #expect(try await bench.value("sum(\(calls)_count)", before: 3 * minute) == 2)
        #expect(try await bench.value("sum(\(calls)_count)", before: 3 * PromStore.hour) == nil)
    }

    @Test func `labels tell series apart, and unknown ones are empty`() async throws {
        let tokens = "gen_ai_client_token_usage_total"
        #expect(
            try await bench.values(
                "sum by (gen_ai_response_model, gen_ai_token_type) (\(tokens))", by: "gen_ai_response_model", "gen_ai_token_type")
                == ["gpt-4o input": 200, "gpt-4o output": 20, "o3 input": 2_000, "o3 output": 400])
        #expect(try await bench.values("sum(\(tokens)) by (gen_ai_request_model)", by: "gen_ai_request_model") == ["": 2_620])
        #expect(try await bench.value("sum(\(tokens){gen_ai_request_model=\"\",error_type!~\".+\"})") == 2_620)
        #expect(try await bench.value("sum(\(tokens){gen_ai_request_model=\"o3\"})") == nil)
        #expect(try await bench.value("sum(\(tokens){gen_ai_response_model=~\"gpt-.*|x\",gen_ai_token_type!=\"output\"})") == 200)
        #expect(
            try await bench.values(
                "sum without (gen_ai_token_type, service_name) (\(tokens))", by: "gen_ai_provider_name", "gen_ai_response_model",
                "service_name")
                == ["openai gpt-4o ": 220, "openai o3 ": 2_400])
        #expect(try await bench.value("nothing_of_ours") == nil)
        #expect(try await bench.value("sum({__name__=~\"gen_ai_client_token_usage_t.+\"})") == 2_620)
    }

    @Test func `a cost is in dollars, and calls without a price have none`() async throws {
        #expect(
            try await bench.values("gen_ai_usage_cost_USD_total", by: "gen_ai_response_model", "__name__") == [
                "gpt-4o gen_ai_usage_cost_USD_total": 0.002
            ])
        #expect(try await bench.value("3600 * sum(rate(gen_ai_usage_cost_USD_total[10m]))") == 3600 * (0.002 / 600))
    }

    @Test func `histograms have the buckets of the connector`() async throws {
        let buckets = try await bench.values("sum by (le) (increase(\(calls)_bucket[10m]))", by: "le")
        #expect(buckets.count == 15)
        #expect(buckets["0.64"] == 0 && buckets["1.28"] == 3 && buckets["2.56"] == 3 && buckets["5.12"] == 4 && buckets["+Inf"] == 4)
        let sum = try #require(try await bench.value("sum(increase(\(calls)_sum[10m]))"))
        #expect(abs(sum - 8) < 8 * 0.011)
        // Half of four calls is the second of the three between 0.64 and 1.28 s.
        let half = try await bench.value("histogram_quantile(0.5, sum by (le) (rate(\(calls)_bucket[10m])))")
        let middle = 0.64 + 0.64 * 2 / 3
        #expect(abs(try #require(half) - middle) < 1e-9)
        let most = try await bench.values("histogram_quantile(1, \(calls)_bucket{weir_error_class=\"\"})", by: "gen_ai_response_model")
        #expect(most == ["gpt-4o": 1.28, "o3": 5.12])
    }

    @Test func `aggregations, comparisons and set operators`() async throws {
        let count = "sum by (gen_ai_response_model) (\(calls)_count)"
        #expect(try await bench.value("avg(\(count))") == 2.5)
        #expect(try await bench.value("max(\(count)) - min(\(count))") == 1)
        #expect(try await bench.value("count(\(count) > 2)") == 1)
        #expect(try await bench.values("\(count) > bool 2", by: "gen_ai_response_model") == ["gpt-4o": 1, "o3": 0])
        #expect(try await bench.values("topk(1, \(count))", by: "gen_ai_response_model") == ["gpt-4o": 3])
        #expect(try await bench.values("bottomk(1, \(count))", by: "gen_ai_response_model") == ["o3": 2])
        #expect(try await bench.values("-\(count)", by: "gen_ai_response_model") == ["gpt-4o": -3, "o3": -2])
        #expect(try await bench.values("clamp(round(\(count) * 1.2), 3, 10)", by: "gen_ai_response_model") == ["gpt-4o": 4, "o3": 3])
        #expect(try await bench.value("group(\(count))") == 1)
        #expect(try await bench.value("sum(nothing) or vector(0)") == 0)
        #expect(try await bench.values("\(count) unless \(count) > 2", by: "gen_ai_response_model") == ["o3": 2])
        #expect(
            try await bench.values(
                "\(count) and on (gen_ai_response_model) \(calls)_count{weir_error_class=\"timeout\"}", by: "gen_ai_response_model")
                == ["gpt-4o": 3])
    }

    @Test func `what stands in for nothing makes no second series`() async throws {
        let points = try await bench.points("sum(increase(\(calls)_count[10m])) or vector(0)", last: 6 * PromStore.hour, step: "10m")
        #expect(points.count == 37 && points.values.reduce(0, +) == 5)
    }

    @Test func `a window within a bucket is said to be one`() async throws {
        let narrow = await bench.get("/api/v1/query", [("query", "sum(rate(\(calls)_count[30s]))"), ("time", "1795442320")])
        #expect(narrow.text.contains("\"infos\":[\"a window lies within one bucket"))
        // Two calls began in that minute.
        #expect(narrow.text.contains("\"0.03333333333333333\""))
        #expect(!(await bench.get("/api/v1/query", [("query", "sum(rate(\(calls)_count[1m]))")]).text.contains("infos")))
    }

    @Test func `a share is one vector through another`() async throws {
        let share = """
            1 - (sum by (gen_ai_response_model) (increase(\(calls)_count{weir_error_class!=""}[1h]))
            / sum by (gen_ai_response_model) (increase(\(calls)_count[1h])))
            """
        #expect(try await bench.values(share, by: "gen_ai_response_model") == ["gpt-4o": 1 - 1.0 / 3])
        let ignoring = "\(calls)_count{weir_error_class=\"timeout\"} / ignoring (weir_error_class) \(calls)_count{weir_error_class=\"\"}"
        #expect(try await bench.values(ignoring, by: "gen_ai_response_model", "weir_error_class") == ["gpt-4o ": 0.5])
    }

    @Test func `what would have to be guessed is an error`() async throws {
        let many = await bench.get("/api/v1/query", [("query", "\(calls)_count * on (service_name) \(calls)_count")])
        #expect(many.status == 422 && many.text.contains("\"errorType\":\"execution\""))
        let same = await bench.get("/api/v1/query", [("query", "rate({__name__=~\"\(calls)_(sum|count)\"}[5m])")])
        #expect(same.status == 422 && same.text.contains("same labels"))
    }

    @Test func `embeddings have tokens and costs but no durations`() async throws {
        try await bench.take([.call(before: minute, model: "embed", operation: "embeddings", input: 7, output: 0)], first: 100)
        #expect(try await bench.value("gen_ai_client_token_usage_total{gen_ai_operation_name=\"embeddings\"}") == 7)
        #expect(try await bench.value("\(calls)_count{gen_ai_operation_name=\"embeddings\"}") == nil)
    }
}
