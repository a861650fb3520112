import Admin
import Testing

@testable import Store
@testable import View

/// The forms of Prometheus's HTTP API.
@Suite struct PromAPITests {
    private let bench: PromStore

    init() async throws {
        bench = try PromStore()
        try await bench.take([
            .call(before: 90 * PromStore.second),
            .call(before: 3 * PromStore.hour, model: "(unknown)", service: "(unknown)", environment: "(unset)"),
        ])
    }

    private let calls = "gen_ai_client_operation_duration_seconds_count"

    @Test func `a vector, a matrix and a scalar have Prometheus's forms`() async throws {
        let vector = await bench.get(
            "/api/v1/query", [("query", "sum by (gen_ai_response_model) (increase(\(calls)[5m]))"), ("time", "1795442400.5")])
        #expect(
            vector.text == """
                {"status":"success","data":{"resultType":"vector","result":[{"metric":{"gen_ai_response_model":"gpt-4o"},"value":[1795442400.500,"1"]}]}}

                """)
        let matrix = await bench.get(
            "/api/v1/query_range",
            [("query", "sum(rate(\(calls)[2m]))"), ("start", "2026-11-23T13:58:00Z"), ("end", "2026-11-23T14:00:00.000Z"), ("step", "1m")])
        #expect(
            matrix.text == """
                {"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1795442340,"0.008333333333333333"],[1795442400,"0.008333333333333333"]]}]}}

                """)
        let scalar = await bench.get("/api/v1/query", [("query", "1+1"), ("time", "4")])
        #expect(scalar.text == "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[4,\"2\"]}}\n")
        let numbers = await bench.get("/api/v1/query_range", [("query", "0/0"), ("start", "1"), ("end", "2"), ("step", "0.5")])
        #expect(numbers.text.contains("[{\"metric\":{},\"values\":[[1,\"NaN\"],[1.500,\"NaN\"],[2,\"NaN\"]]}]"))
        #expect(vector["Content-Security-Policy"] != nil && vector.type == "application/json")
    }

    @Test func `a metric that is not here is an empty vector`() async {
        let answer = await bench.get("/api/v1/query", [("query", "up")])
        #expect(answer.status == 200 && answer.text.contains("\"result\":[]"))
    }

    @Test(
        arguments: [
            ([("query", "1 +")], "character 4"), ([("time", "4")], "query= is needed"),
            ([("query", "1"), ("time", "soon")], "invalid parameter \\\"time\\\""),
            ([("query", "1"), ("time", "1e300")], "too far away"), ([("query", "1"), ("time", "nan")], "too far away"),
            ([("query", "1"), ("time", "9999-01-01T00:00:00Z")], "neither Unix seconds"),
        ] as [([(String, String)], String)])
    func `a bad question is bad data`(parameters: [(String, String)], problem: String) async {
        let answer = await bench.get("/api/v1/query", parameters)
        #expect(answer.status == 400)
        #expect(answer.text.hasPrefix("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\""))
        #expect(answer.text.contains(problem), "\(answer.text)")
        #expect(answer["Content-Security-Policy"] != nil)
    }

    @Test(arguments: [
        ("0", "11000", "1", 400), ("0", "10999", "1", 200), ("5", "4", "1", 400), ("0", "1", "0", 400), ("0", "1", "-1", 400),
        ("0", "1", "x", 400),
        ("0", "1", "1m", 200), ("-7000000000", "7000000000", "864000000", 200), ("0", "1", "0.0001", 400), ("0", "1", "nan", 400),
        ("0", "7000000000", "6999999999", 200),
    ])
    func `a range has at most 11,000 steps`(start: String, end: String, step: String, status: Int) async {
        let query = "rate(\(calls)[10000d] offset 10000d) + rate(\(calls)[1ms] offset -10000d)"
        let answer = await bench.get("/api/v1/query_range", [("query", query), ("start", start), ("end", end), ("step", step)])
        #expect(answer.status == status, "\(answer.text.prefix(200))")
    }

    @Test func `too many values are an error that says what helps`() async throws {
        try await bench.take((0..<60).map { .call(before: 60 * PromStore.second, model: "m\($0)") }, first: 1_000)
        let range = [("start", "1795431401"), ("end", "1795442400"), ("step", "1")]
        let all = await bench.get("/api/v1/query_range", [("query", calls)] + range)
        #expect(all.status == 422 && all.text.contains("sum, narrow or take larger steps"))
        #expect(await bench.get("/api/v1/query_range", [("query", "sum(\(calls))")] + range).status == 200)
    }

    @Test func `deeply nested and very long questions are answered in time`() async {
        let began = ContinuousClock.now
        for query in [
            String(repeating: "1+", count: 290) + "1", String(repeating: "(", count: 39) + "1" + String(repeating: ")", count: 39),
            String(repeating: "(", count: 4_000), "sum(" + String(repeating: "-", count: 4_000) + calls + ")",
            "count({__name__=~\"(.*)*(.*)*(.*)*x|gen_ai.*\"})",
        ] {
            let status = await bench.get("/api/v1/query", [("query", query)]).status
            #expect(status == 200 || status == 400)
        }
        #expect(ContinuousClock.now - began < .seconds(10))
    }

    @Test func `labels and their values are those that were counted`() async throws {
        func list(_ path: String, _ parameters: [(String, String)] = []) async throws -> [String] {
            let tree = JSONTree.read(await bench.get(path, parameters).text)?.tree
            #expect(tree?["status"]?.string == "success")
            return (tree?["data"]?.elements ?? []).compactMap(\.string)
        }
        #expect(
            try await list("/api/v1/labels") == [
                "__name__", "deployment_environment_name", "gen_ai_operation_name", "gen_ai_provider_name", "gen_ai_response_model",
                "gen_ai_token_type", "le", "service_name",
            ])
        #expect(
            try await list("/api/v1/labels", [("match[]", "\(calls){service_name=\"\"}")]) == [
                "__name__", "gen_ai_operation_name", "gen_ai_provider_name",
            ])
        #expect(try await list("/api/v1/label/gen_ai_response_model/values") == ["gpt-4o"])
        #expect(
            try await list("/api/v1/label/service_name/values", [("match[]", calls), ("start", "1795442300"), ("end", "1795442400")]) == [
                "app"
            ])
        #expect(try await list("/api/v1/label/service_name/values", [("start", "1795431500"), ("end", "1795431700")]) == [])
        let names = try await list("/api/v1/label/__name__/values")
        #expect(names.contains(calls) && names.contains("gen_ai_usage_cost_USD_total"))
        #expect(!names.contains("gen_ai_client_token_usage_detail_total"))
        #expect(try await list("/api/v1/label/__name__/values", [("limit", "2")]).count == 2)
        #expect(await bench.get("/api/v1/label/service_name", []).status == 404)
    }

    @Test func `series are told with their labels`() async {
        let answer = await bench.get("/api/v1/series", [("match[]", "{__name__=\"\(calls)\",service_name=\"app\"}")])
        #expect(
            answer.text == """
                {"status":"success","data":[{"__name__":"\(calls)","deployment_environment_name":"prod","gen_ai_operation_name":"chat",\
                "gen_ai_provider_name":"openai","gen_ai_response_model":"gpt-4o","service_name":"app"}]}

                """)
        #expect(await bench.get("/api/v1/series", []).status == 400)
        #expect(await bench.get("/api/v1/series", [("match[]", "rate(a[5m])")]).status == 400)
    }

    @Test func `metadata names the families, build information what Grafana may ask`() async {
        let all = await bench.get("/api/v1/metadata", []).text
        #expect(all.contains("\"gen_ai_client_operation_duration_seconds\":[{\"type\":\"histogram\",\"help\":\"Duration"))
        let one = await bench.get("/api/v1/metadata", [("metric", "gen_ai_usage_cost_USD_total")]).text
        #expect(one.contains("\"unit\":\"USD\"") && !one.contains("histogram"))
        #expect(await bench.get("/api/v1/status/buildinfo", []).text.contains("\"version\":\"2.24.0\""))
    }

    @Test func `a store that is not open is unavailable`() async {
        let visitor = Visitor(store: SampleStore.empty)
        let answer = await visitor.get("/api/v1/query?query=\(calls)")
        #expect(answer.status == 503 && answer.text.contains("\"errorType\":\"unavailable\""))
        #expect(await visitor.get("/api/v1/query?query=1").status == 200)
    }
}
