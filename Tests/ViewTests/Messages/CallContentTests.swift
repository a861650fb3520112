import Testing
@testable import View

/// One exchange with one tool, as every SDK writes it: the same question, call, result and answer must come out.
@Suite struct CallContentTests {
    private func content(_ attributes: [(String, String)], events: [SpanFacts.Event] = []) -> CallContent {
        CallContent(SpanFacts(attributes: attributes.map { .init($0.0, .text($0.1)) }, events: events))
    }

    /// What must be known of the exchange, however it was written.
    private func expectExchange(_ content: CallContent, sourceLocation: SourceLocation = #_sourceLocation) {
        let prompt = content.prompt.filter { $0.role != .system }
        #expect(prompt.map(\.role) == [.user, .assistant, .tool], sourceLocation: sourceLocation)
        #expect(prompt.first?.text == "Weather in Paris?", sourceLocation: sourceLocation)
        let calls = content.prompt.flatMap(\.toolCalls)
        #expect(calls.map(\.name) == ["get_weather"], sourceLocation: sourceLocation)
        #expect(calls.first?.id == "call_1", sourceLocation: sourceLocation)
        #expect(calls.first?.arguments?["city"] == .text("Paris"), sourceLocation: sourceLocation)
        guard case .toolResult(let result)? = prompt.last?.parts.first else {
            Issue.record("no result in \(content.prompt)", sourceLocation: sourceLocation)
            return
        }
        #expect(result.id == "call_1" && result.result == .text("18C"), sourceLocation: sourceLocation)
        #expect(content.answer.map(\.text) == ["It is 18C."], sourceLocation: sourceLocation)
        #expect(content.answer.first?.role == .assistant, sourceLocation: sourceLocation)
        #expect(content.hasContent, sourceLocation: sourceLocation)
    }

    @Test func `semantic conventions`() {
        let content = content([
            (
                "gen_ai.input.messages",
                #"""
                [{"role":"user","parts":[{"type":"text","content":"Weather in Paris?"}]},
                 {"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"get_weather","arguments":{"city":"Paris"}}]},
                 {"role":"tool","parts":[{"type":"tool_call_response","id":"call_1","response":"18C"}]}]
                """#
            ),
            (
                "gen_ai.output.messages",
                #"[{"role":"assistant","parts":[{"type":"text","content":"It is 18C."}],"finish_reason":"stop"}]"#
            ),
            ("gen_ai.system_instructions", #"[{"type":"text","content":"Be terse."}]"#),
            (
                "gen_ai.tool.definitions",
                #"[{"type":"function","name":"get_weather","description":"weather","parameters":{"type":"object"}}]"#
            ),
        ])
        expectExchange(content)
        #expect(content.prompt.first == Message(.system, parts: [.text("Be terse.")]))
        #expect(content.answer.first?.finishReason == "stop")
        #expect(content.tools.map(\.name) == ["get_weather"])
        #expect(content.tools.first?.parameters?["type"] == .text("object"))
    }

    @Test func `semantic conventions as structure instead of JSON text`() {
        let messages = JSONTree.list([
            .object([
                .init("role", .text("user")),
                .init("parts", .list([.object([.init("type", .text("text")), .init("content", .text("Hi"))])])),
            ])
        ])
        let content = CallContent(SpanFacts(attributes: [.init("gen_ai.input.messages", messages)]))
        #expect(content.prompt == [Message(.user, parts: [.text("Hi")])])
    }

    @Test func `pydantic puts results into a user message and arguments into a string`() {
        expectExchange(
            content([
                (
                    "gen_ai.input.messages",
                    #"""
                    [{"role":"user","parts":[{"type":"text","content":"Weather in Paris?"}]},
                     {"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"get_weather","arguments":"{\"city\": \"Paris\"}"}]},
                     {"role":"user","parts":[{"type":"tool_call_response","id":"call_1","name":"get_weather","result":"18C"}]}]
                    """#
                ),
                ("gen_ai.output.messages", #"[{"role":"assistant","parts":[{"type":"text","content":"It is 18C."}]}]"#),
            ]))
    }

    @Test func `OpenLLMetry's indexed attributes`() {
        expectExchange(
            content([
                ("gen_ai.prompt.0.role", "user"),
                ("gen_ai.prompt.0.content", #"[{"type":"text","text":"Weather in Paris?"}]"#),
                ("gen_ai.prompt.1.role", "assistant"),
                ("gen_ai.prompt.1.tool_calls.0.id", "call_1"),
                ("gen_ai.prompt.1.tool_calls.0.name", "get_weather"),
                ("gen_ai.prompt.1.tool_calls.0.arguments", #"{"city":"Paris"}"#),
                ("gen_ai.prompt.2.role", "tool"),
                ("gen_ai.prompt.2.tool_call_id", "call_1"),
                ("gen_ai.prompt.2.content", "18C"),
                ("gen_ai.completion.0.role", "assistant"),
                ("gen_ai.completion.0.content", "It is 18C."),
                ("gen_ai.completion.0.finish_reason", "stop"),
            ]))
    }

    @Test func `OpenInference's indexed attributes win over the raw request`() {
        let content = content([
            ("input.value", #"{"model":"m","messages":[{"role":"user","content":"not this"}]}"#),
            ("llm.input_messages.0.message.role", "user"),
            ("llm.input_messages.0.message.contents.0.message_content.type", "text"),
            ("llm.input_messages.0.message.contents.0.message_content.text", "Weather in Paris?"),
            ("llm.input_messages.1.message.role", "assistant"),
            ("llm.input_messages.1.message.tool_calls.0.tool_call.id", "call_1"),
            ("llm.input_messages.1.message.tool_calls.0.tool_call.function.name", "get_weather"),
            ("llm.input_messages.1.message.tool_calls.0.tool_call.function.arguments", #"{"city": "Paris"}"#),
            ("llm.input_messages.2.message.role", "tool"),
            ("llm.input_messages.2.message.content", "18C"),
            ("llm.input_messages.2.message.tool_call_id", "call_1"),
            ("llm.output_messages.0.message.role", "assistant"),
            ("llm.output_messages.0.message.content", "It is 18C."),
            ("llm.tools.0.tool.json_schema", #"{"type":"function","function":{"name":"get_weather","parameters":{}}}"#),
        ])
        expectExchange(content)
        #expect(content.tools.map(\.name) == ["get_weather"])
    }

    @Test(arguments: ["input.value", "langfuse.observation.input", "gen_ai.prompt", "mlflow.spanInputs", "request_data"])
    func `an OpenAI request and response in JSON`(key: String) {
        let outputs = [
            "input.value": "output.value", "langfuse.observation.input": "langfuse.observation.output",
            "gen_ai.prompt": "gen_ai.completion", "mlflow.spanInputs": "mlflow.spanOutputs", "request_data": "response_data",
        ]
        expectExchange(
            content([
                (
                    key,
                    #"""
                    {"model":"gpt-4o","messages":[{"role":"system","content":"Be terse."},{"role":"user","content":"Weather in Paris?"},
                     {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
                       "function":{"name":"get_weather","arguments":"{\"city\": \"Paris\"}"}}]},
                     {"role":"tool","tool_call_id":"call_1","content":"18C"}],"tools":[]}
                    """#
                ),
                (
                    outputs[key] ?? "",
                    #"{"id":"x","choices":[{"finish_reason":"stop","index":0,"message":{"content":"It is 18C.","role":"assistant"}}]}"#
                ),
            ]))
    }

    @Test func `OpenAI responses items`() {
        let content = content([
            (
                "input.value",
                #"""
                {"instructions":"Be terse.","input":[{"content":"Weather in Paris?","role":"user"},
                 {"arguments":"{\"city\": \"Paris\"}","call_id":"call_1","name":"get_weather","type":"function_call","id":"fc_1"},
                 {"call_id":"call_1","output":"18C","type":"function_call_output"}]}
                """#
            ),
            (
                "output.value",
                #"{"object":"response","output":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"It is 18C."}]}]}"#
            ),
        ])
        expectExchange(content)
        #expect(content.prompt.first == Message(.system, parts: [.text("Be terse.")]))
    }

    @Test func `Bedrock Converse`() {
        expectExchange(
            content([
                (
                    "input.value",
                    #"""
                    [{"role":"user","content":[{"text":"Weather in Paris?"}]},
                     {"role":"assistant","content":[{"toolUse":{"toolUseId":"call_1","name":"get_weather","input":{"city":"Paris"}}}]},
                     {"role":"user","content":[{"toolResult":{"toolUseId":"call_1","content":[{"text":"18C"}]}}]}]
                    """#
                ),
                ("output.value", #"{"role":"assistant","content":[{"text":"It is 18C."}]}"#),
            ]))
    }

    @Test func `Anthropic messages with thinking`() {
        let content = content([
            (
                "langfuse.observation.input",
                #"""
                {"system":"Be terse.","messages":[{"role":"user","content":"Weather in Paris?"},
                 {"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"get_weather","input":{"city":"Paris"}}]},
                 {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":[{"type":"text","text":"18C"}]}]}]}
                """#
            ),
            (
                "langfuse.observation.output",
                #"{"role":"assistant","content":[{"type":"thinking","thinking":"Easy."},{"type":"text","text":"It is 18C."}],"stop_reason":"end_turn"}"#
            ),
        ])
        expectExchange(content)
        #expect(content.answer.first?.parts.first == .reasoning("Easy."))
        #expect(content.answer.first?.finishReason == "end_turn")
    }

    @Test func `Gemini contents`() {
        let content = content([
            (
                "gcp.vertex.agent.llm_request",
                #"""
                {"model":"gemini","config":{},"contents":[{"role":"user","parts":[{"text":"Weather in Paris?"}]},
                 {"role":"model","parts":[{"functionCall":{"id":"call_1","name":"get_weather","args":{"city":"Paris"}}}]},
                 {"role":"user","parts":[{"functionResponse":{"id":"call_1","name":"get_weather","response":"18C"}}]}]}
                """#
            ),
            (
                "gcp.vertex.agent.llm_response",
                #"{"candidates":[{"content":{"role":"model","parts":[{"text":"It is 18C."}]},"finishReason":"STOP"}]}"#
            ),
        ])
        expectExchange(content)
        #expect(content.answer.first?.finishReason == "STOP")
    }

    @Test func `LangChain's constructors`() {
        expectExchange(
            content([
                (
                    "input.value",
                    #"""
                    {"messages":[[{"lc":1,"type":"constructor","id":["langchain","HumanMessage"],"kwargs":{"content":"Weather in Paris?","type":"human"}},
                     {"lc":1,"type":"constructor","kwargs":{"content":"","type":"ai",
                       "tool_calls":[{"name":"get_weather","args":{"city":"Paris"},"id":"call_1","type":"tool_call"}]}},
                     {"lc":1,"type":"constructor","kwargs":{"content":"18C","type":"tool","tool_call_id":"call_1"}}]]}
                    """#
                ),
                (
                    "output.value",
                    #"{"generations":[[{"text":"It is 18C.","message":{"lc":1,"type":"constructor","kwargs":{"content":"It is 18C.","type":"ai"}}}]]}"#
                ),
            ]))
    }

    @Test func `the Vercel AI SDK`() {
        let content = content([
            (
                "ai.prompt.messages",
                #"""
                [{"role":"user","content":[{"type":"text","text":"Weather in Paris?"}]},
                 {"role":"assistant","content":[{"type":"tool-call","toolCallId":"call_1","toolName":"get_weather","input":{"city":"Paris"}}]},
                 {"role":"tool","content":[{"type":"tool-result","toolCallId":"call_1","toolName":"get_weather","output":{"type":"text","value":"18C"}}]}]
                """#
            ),
            ("ai.response.text", "It is 18C."), ("ai.response.reasoning", "Easy."), ("ai.response.finishReason", "stop"),
        ])
        expectExchange(content)
        #expect(content.answer.first?.parts.first == .reasoning("Easy."))
        #expect(content.answer.first?.finishReason == "stop")
    }

    @Test func `one event for each message`() {
        func event(_ name: String, _ body: String) -> SpanFacts.Event {
            SpanFacts.Event(name: name, attributes: [.init("body", .text(body))])
        }
        expectExchange(
            content(
                [],
                events: [
                    event("gen_ai.user.message", #"{"content":"Weather in Paris?"}"#),
                    event(
                        "gen_ai.assistant.message",
                        #"{"tool_calls":[{"id":"call_1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Paris\"}"}}]}"#
                    ),
                    event("gen_ai.tool.message", #"{"id":"call_1","content":"18C"}"#),
                    event("gen_ai.choice", #"{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"It is 18C."}}"#),
                ]))
    }

    @Test func `Strands writes parts as JSON into its events`() {
        let content = content(
            [],
            events: [
                SpanFacts.Event(name: "gen_ai.user.message", attributes: [.init("content", .text(#"[{"text":"Hi"}]"#))]),
                SpanFacts.Event(
                    name: "gen_ai.choice",
                    attributes: [.init("finish_reason", .text("end_turn")), .init("message", .text(#"[{"text":"Hello!"}]"#))]),
            ])
        #expect(content.prompt == [Message(.user, parts: [.text("Hi")])])
        #expect(content.answer == [Message(.assistant, parts: [.text("Hello!")], finishReason: "end_turn")])
    }

    @Test func `an embedding's vectors and an empty envelope are no answer`() {
        #expect(content([("gen_ai.operation.name", "embeddings"), ("output.value", #"{"data":[{"embedding":[0.1]}]}"#)]).answer == [])
        #expect(content([("output.value", #"{"generations":[[]],"run":null}"#)]).answer == [])
    }

    @Test func `content events that carry the span's own attributes`() {
        let content = content(
            [],
            events: [
                SpanFacts.Event(name: "gen_ai.content.prompt", attributes: [.init("gen_ai.prompt", .text("Hi"))]),
                SpanFacts.Event(name: "gen_ai.content.completion", attributes: [.init("gen_ai.completion", .text("Hello!"))]),
            ])
        #expect(content.prompt == [Message(.user, parts: [.text("Hi")])])
        #expect(content.answer == [Message(.assistant, parts: [.text("Hello!")])])
    }

    @Test func `messages whose content was withheld are still counted`() {
        let content = content([("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text"}]}]"#)])
        #expect(content.prompt == [Message(.user, parts: [.withheld("text")])])
        #expect(!content.hasContent)
    }

    @Test func `images are a placeholder and never their bytes`() {
        let content = content([
            (
                "gen_ai.prompt",
                #"[{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAAAAAA"}}]}]"#
            )
        ])
        let media = Message.Media(kind: "image", mimeType: "image/png", name: nil, bytes: 6)
        #expect(content.prompt.first?.parts.last.map { "\($0)".contains("AAAA") } == false)
        #expect(content.prompt == [Message(.user, parts: [.text("What is it?"), .media(media)])])
    }

    @Test func `a shape nobody told us about is shown as it came`() {
        let content = content([("input.value", #"{"foo":1}"#)])
        #expect(content.prompt == [Message(.user, parts: [.unknown(#"{"foo":1}"#)])])
    }

    @Test func `cut attributes say so`() {
        let content = content([("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Weather in Pa"#)])
        #expect(content.isCut)
        #expect(content.prompt == [Message(.user, parts: [.text("Weather in Pa")])])
    }
}
