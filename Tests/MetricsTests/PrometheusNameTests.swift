import Testing

@testable import Metrics

@Suite struct PrometheusNameTests {
    @Test(arguments: [
        ("gen_ai.client.operation.duration", "s", false, "gen_ai_client_operation_duration_seconds"),
        ("gen_ai.client.token.usage", "{token}", false, "gen_ai_client_token_usage"),
        ("gen_ai.client.token.usage", "token", false, "gen_ai_client_token_usage"),
        ("gen_ai.client.token.usage.total", "{token}", true, "gen_ai_client_token_usage_total"),
        ("gen_ai.client.token.usage.detail", "{token}", true, "gen_ai_client_token_usage_detail_total"),
        ("gen_ai.usage.cost", "USD", true, "gen_ai_usage_cost_USD_total"),
        ("gen_ai.conversations.started", "{conversation}", true, "gen_ai_conversations_started_total"),
        ("operation.cost", "{USD}", false, "operation_cost"),
        ("http.server.request.body.size", "By", false, "http_server_request_body_size_bytes"),
        ("speed", "m/s", false, "speed_meters_per_second"),
        ("rate", "{request}/s", false, "rate_per_second"),
        ("process.cpu.time_seconds", "s", true, "process_cpu_time_seconds_total"),
        ("a..b--c", "", false, "a_b_c"),
        ("9lives", "", false, "_9lives"),
        ("räume", "", false, "r_ume"),
        ("...", "", false, "_"),
    ])
    func `metrics are named by the compatibility rules`(name: String, unit: String, counter: Bool, expected: String) {
        #expect(PrometheusName.metric(name, unit: unit, isCounter: counter, isGauge: false) == expected)
    }

    @Test func `a gauge of unit 1 is a ratio`() {
        #expect(PrometheusName.metric("cache.hit", unit: "1", isCounter: false, isGauge: true) == "cache_hit_ratio")
        #expect(PrometheusName.metric("errors", unit: "1", isCounter: true, isGauge: false) == "errors_total")
    }

    @Test(arguments: [
        ("gen_ai.request.model", "gen_ai_request_model"), ("error.type", "error_type"), ("a__b..c", "a_b_c"), ("1st", "key_1st"),
    ])
    func `labels are named by the compatibility rules`(key: String, expected: String) {
        #expect(PrometheusName.label(key) == expected)
    }
}
