import Testing

@testable import Components

@Suite struct SDKMetricsTests {
    private let sent = ["gen_ai.client.operation.duration", "http.server.request.duration", "gen_ai.client.token.usage"]

    @Test func `replace drops a service's copy once its spans are measured`() {
        let bench = MeteringBench()
        #expect(bench.guarded(MarkedSpan.metrics(sent)) == sent, "a service without spans keeps its metrics")
        bench.observe([.call()], service: "shop")
        #expect(bench.guarded(MarkedSpan.metrics(sent)) == ["http.server.request.duration"])
        #expect(bench.guarded(MarkedSpan.metrics(sent, service: "other")) == sent)
        #expect(bench.guarded(MarkedSpan.metrics(sent, scope: "weir")) == sent, "our own pass")
        #expect(bench.metering.sdkMetrics.droppedPoints == 2)
    }

    @Test func `keep stops deriving what a service sends, for that service and metric`() {
        let bench = MeteringBench { $0.sdkMetrics = .keep }
        #expect(bench.guarded(MarkedSpan.metrics(sent)) == sent)
        bench.observe([.call()], service: "shop")
        bench.observe([.call()], service: "other")
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_count").count == 1)
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_count").allSatisfy { $0.contains(#"service_name="other""#) })
        #expect(bench.lines("gen_ai_client_token_usage_count").count == 2)
        #expect(bench.lines("gen_ai_client_token_usage_total").count == 4, "the sum has a name of its own")
        #expect(bench.lines("gen_ai_usage_cost_USD_total").count == 2)
    }

    @Test func `both lets both pass`() {
        let bench = MeteringBench { $0.sdkMetrics = .both }
        bench.observe([.call()])
        #expect(bench.guarded(MarkedSpan.metrics(sent)) == sent)
        bench.observe([.call()])
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_count").count == 1)
    }
}
