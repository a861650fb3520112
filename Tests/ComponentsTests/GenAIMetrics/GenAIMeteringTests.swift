import Testing

@testable import Components

@Suite struct GenAIMeteringTests {
    private let labels =
        #"gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="m""#

    @Test func `a call counts once, with its tokens and its cost`() {
        let bench = MeteringBench()
        bench.observe([.call().with { $0.seconds = 1.5 }, .call(input: 3, output: 2, cost: 0.25)])
        bench.observe([.call().with { $0.role = "duplicate" }, .call().with { $0.role = "other" }])
        #expect(
            bench.lines("gen_ai_client_operation_duration_seconds_count") == [
                #"gen_ai_client_operation_duration_seconds_count{\#(labels),service_name="shop"} 2"#
            ])
        #expect(
            bench.lines("gen_ai_client_operation_duration_seconds_sum") == [
                #"gen_ai_client_operation_duration_seconds_sum{\#(labels),service_name="shop"} 2.5"#
            ])
        #expect(
            bench.lines("gen_ai_client_token_usage_total") == [
                #"gen_ai_client_token_usage_total{\#(labels),gen_ai_token_type="input",service_name="shop"} 13"#,
                #"gen_ai_client_token_usage_total{\#(labels),gen_ai_token_type="output",service_name="shop"} 6"#,
            ])
        #expect(bench.lines("gen_ai_client_token_usage_count").count == 2)
        #expect(bench.lines("gen_ai_usage_cost_USD_total") == [#"gen_ai_usage_cost_USD_total{\#(labels),service_name="shop"} 0.75"#])
    }

    @Test func `shares of the tokens are a metric of their own`() {
        let bench = MeteringBench()
        bench.observe([
            .call().with {
                $0.ints += [
                    ("gen_ai.usage.cache_read.input_tokens", 6), ("gen_ai.usage.cache_creation.input_tokens", 0),
                    ("gen_ai.usage.reasoning.output_tokens", 2),
                ]
            }
        ])
        #expect(
            bench.lines("gen_ai_client_token_usage_detail_total") == [
                #"gen_ai_client_token_usage_detail_total{\#(labels),gen_ai_token_type="cache_read",service_name="shop"} 6"#,
                #"gen_ai_client_token_usage_detail_total{\#(labels),gen_ai_token_type="cache_creation",service_name="shop"} 0"#,
                #"gen_ai_client_token_usage_detail_total{\#(labels),gen_ai_token_type="reasoning",service_name="shop"} 2"#,
            ])
        #expect(bench.lines("gen_ai_client_token_usage_total").count == 2)
    }

    @Test func `what a span does not say is not counted as zero`() {
        let bench = MeteringBench()
        bench.observe([.call(input: nil, output: nil, cost: nil)])
        #expect(bench.lines("gen_ai_usage_cost").isEmpty)
        #expect(bench.lines("gen_ai_client_token").isEmpty)
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_count").count == 1)
        bench.observe([.call(model: "free", input: -5, output: nil, cost: 0), .call(model: "odd", cost: .nan)])
        #expect(bench.lines("gen_ai_usage_cost_USD_total").count == 1)
        #expect(bench.lines("gen_ai_usage_cost_USD_total").first?.hasSuffix(" 0") == true)
    }

    @Test func `every failed call has an error type`() {
        let bench = MeteringBench()
        let plain = MarkedSpan.call(input: nil, output: nil, cost: nil)
        bench.observe([
            plain.with {
                $0.failed = true; $0.text += [("error.type", "RateLimitError"), ("weir.error.class", "rate_limited")]
            },
            plain.with {
                $0.failed = true; $0.text += [("weir.error.class", "timeout")]
            },
            plain.with { $0.failed = true },
            plain,
        ])
        let lines = bench.lines("gen_ai_client_operation_duration_seconds_count")
        #expect(lines.contains { $0.contains(#"error_type="RateLimitError""#) && $0.contains(#"weir_error_class="rate_limited""#) })
        #expect(lines.contains { $0.contains(#"error_type="timeout""#) })
        #expect(lines.contains { $0.contains(#"error_type="_OTHER""#) })
        #expect(lines.filter { !$0.contains("error_type") }.count == 1)
    }

    @Test func `agents, tools and workflows are measured as what they are`() {
        let bench = MeteringBench()
        bench.observe([
            MarkedSpan(role: "agent", seconds: 3, text: [("gen_ai.agent.name", "planner")]),
            MarkedSpan(role: "tool", seconds: 0.05, text: [("gen_ai.tool.name", "search"), ("gen_ai.agent.name", "planner")]),
            MarkedSpan(role: "agent", seconds: 1, text: [("gen_ai.agent.name", "planner")]),
            MarkedSpan(role: "workflow", seconds: 60, text: [("gen_ai.workflow.name", "order")]),
        ])
        #expect(
            bench.lines("gen_ai_invoke_agent_duration_seconds_count") == [
                #"gen_ai_invoke_agent_duration_seconds_count{gen_ai_agent_name="planner",service_name="shop"} 2"#
            ])
        #expect(
            bench.lines("gen_ai_execute_tool_duration_seconds_sum") == [
                #"gen_ai_execute_tool_duration_seconds_sum{gen_ai_agent_name="planner",gen_ai_tool_name="search",service_name="shop"} 0.05"#
            ])
        #expect(bench.lines("gen_ai_workflow_duration_seconds_bucket").contains { $0.contains(#"le="60"} 1"#) })
        #expect(bench.lines("gen_ai_client").isEmpty)
    }

    @Test func `the time to the first chunk comes from either key, once`() {
        let bench = MeteringBench()
        bench.observe([
            .call().with {
                $0.doubles += [("gen_ai.response.time_to_first_chunk", 0.3), ("gen_ai.client.operation.time_to_first_chunk", 9)]
            },
            .call().with { $0.doubles += [("gen_ai.client.operation.time_to_first_chunk", 0.2)] },
        ])
        #expect(bench.lines("gen_ai_client_operation_time_to_first_chunk_seconds_sum").first?.hasSuffix(" 0.5") == true)
    }

    @Test func `the environment is found under both its names`() {
        let bench = MeteringBench()
        bench.observe([.call()], resource: [("deployment.environment", "old")])
        bench.observe([.call()], resource: [("deployment.environment.name", "new"), ("deployment.environment", "x")])
        let lines = bench.lines("gen_ai_usage_cost_USD_total")
        #expect(lines.contains { $0.contains(#"deployment_environment_name="old""#) })
        #expect(lines.contains { $0.contains(#"deployment_environment_name="new""#) })
    }

    @Test func `dimensions can be added and removed`() {
        let bench = MeteringBench { $0.dimensions = ["tier", "+team", "-gen_ai.request.model", "flag", "-service.name"] }
        bench.observe(
            [
                .call().with {
                    $0.text += [("tier", "gold")]; $0.ints += [("flag", 3)]
                }
            ], resource: [("team", "red")])
        #expect(
            bench.lines("gen_ai_usage_cost_USD_total") == [
                #"gen_ai_usage_cost_USD_total{flag="3",gen_ai_operation_name="chat",gen_ai_provider_name="openai",team="red",tier="gold"} 0.5"#
            ])
    }

    @Test func `resources in one request keep their labels apart`() {
        let bench = MeteringBench()
        bench.observe(
            MarkedSpan.request([.call(), MarkedSpan(role: "tool", text: [("gen_ai.tool.name", "a")])], service: "one")
                + MarkedSpan.request([.call(), MarkedSpan(role: "tool", text: [("gen_ai.tool.name", "a")])], service: "two"))
        for service in ["one", "two"] {
            #expect(bench.lines("gen_ai_usage_cost_USD_total").contains { $0.contains(#"service_name="\#(service)"} 0.5"#) })
            #expect(bench.lines("gen_ai_execute_tool_duration_seconds_count").contains { $0.contains(#"service_name="\#(service)"} 1"#) })
        }
    }

    @Test func `very many models cost bounded memory and leave known series exact`() {
        let bench = MeteringBench { $0.limit = 50 }
        bench.observe([.call(model: "known")])
        #expect(bench.lines("gen_ai_usage_cost_USD_total").count == 1)
        for round in 0..<20 {
            bench.observe((0..<500).map { .call(model: "attack-\(round)-\($0)") })
            bench.observe([.call(model: "known")])
        }
        let cost = bench.lines("gen_ai_usage_cost_USD_total")
        #expect(cost.count == 50)
        #expect(cost.contains { $0.contains(#"gen_ai_request_model="known""#) && $0.hasSuffix(" 10.5") })
        let total = cost.compactMap { Double($0.split(separator: " ").last ?? "") }.reduce(0, +)
        #expect(total == 0.5 * Double(21 + 20 * 500))
        #expect(bench.lines("gen_ai_client_token_usage_total").count == 50)
        let counted = bench.metering.overflow.first { $0.metric == "gen_ai.usage.cost" }?.measurements ?? 0
        #expect(counted == 10_000 - 48)
        #expect(bench.metering.labelSets.allSatisfy { $0.count <= 60 })
    }

    @Test func `lanes that observe at once lose nothing`() async {
        let bench = MeteringBench(shards: 2)
        let request = MarkedSpan.request((0..<100).map { .call(model: "m\($0 % 7)", conversation: "c\($0 % 5)", trace: UInt8($0 % 10)) })
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<50 { bench.observe(request) } } }
        }
        let cost = bench.lines("gen_ai_usage_cost_USD_total").compactMap { Double($0.split(separator: " ").last ?? "") }.reduce(0, +)
        #expect(cost == 8 * 50 * 100 * 0.5)
        #expect(bench.lines("gen_ai_conversations_started_total").first?.hasSuffix(" 5") == true)
        #expect(bench.lines("gen_ai_conversation_turns_total").first?.hasSuffix(" 10") == true)
    }

    @Test func `exponential histograms are counted alike`() {
        let bench = MeteringBench { $0.histogram = .exponential }
        bench.observe((1...20).map { i in .call().with { $0.seconds = Double(i) } })
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_count").first?.hasSuffix(" 20") == true)
        #expect(bench.lines("gen_ai_client_operation_duration_seconds_sum").first?.hasSuffix(" 210") == true)
    }
}
