import Testing

@testable import GenAI

/// TRAPS.md E and F: where calls belong, and who served them.
struct ConversationTests {
    private func call(_ id: UInt64, under parent: UInt64 = 0, trace: UInt64 = 1, _ attributes: KeyValuePairs<String, Datum> = [:]) -> Sketch
    {
        var sketch = Sketch(
            id, under: parent, "chat gpt-4o", scope: "opentelemetry.instrumentation.openai_v2", trace: trace,
            ["gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o"])
        sketch.attributes += attributes.map { ($0.key, $0.value) }
        return sketch
    }

    @Test func `E1: an id on the application's own span holds for the trace`() throws {
        let story = [call(2, under: 1), Sketch(1, "app.session", scope: "app", kind: 1, ["gen_ai.conversation.id": "c-1"])]
        let read = try interpret(story)
        #expect(read[2]?["gen_ai.conversation.id"] == "c-1")
        #expect(read[2]?["weir.conversation.source"] == "inherited")
        #expect(read[1]?["weir.role"] == nil)
        #expect(try interpretApart(story.reversed())[2]?["gen_ai.conversation.id"] == "c-1")
    }

    @Test func `E1: of several conversations in one trace the nearest ancestor's holds`() throws {
        let read = try interpret([
            Sketch(1, "root", scope: "app", kind: 1, ["session.id": "outer"]),
            Sketch(2, under: 1, "sub", scope: "app", kind: 1, ["session.id": "inner"]),
            Sketch(3, under: 2, "work", scope: "app", kind: 1),
            call(4, under: 3), call(5, under: 1),
        ])
        #expect(read[4]?["gen_ai.conversation.id"] == "inner")
        #expect(read[5]?["gen_ai.conversation.id"] == "outer")
    }

    @Test func `E3: many keys, JSON among them, but no projects`() throws {
        for (key, value) in [
            ("session.id", Datum.text("k")), ("traceloop.association.properties.session_id", "k"), ("langsmith.metadata.thread_id", "k"),
            ("metadata", .text(#"{"plan": "pro", "thread_id": "k"}"#)), ("langfuse.trace.metadata.thread_id", .text("\"k\"")),
            ("conversation.id", "k"),
            ("llm.invocation_parameters", .text(#"{"model": "m", "conversation": {"id": "k"}}"#)),
        ] {
            var sketch = call(1)
            sketch.attributes.append((key, value))
            let read = try interpret([sketch])[1]
            #expect(read?["gen_ai.conversation.id"] == "k")
            #expect(read?["weir.conversation.source"] == .text(key))
        }
        for key in ["langsmith.trace.session_name", "langsmith.trace.session_id", "mcp.session.id", "url.full"] {
            var sketch = call(1)
            sketch.attributes.append((key, "k"))
            #expect(try interpret([sketch])[1]?["gen_ai.conversation.id"] == nil)
        }
    }

    @Test func `E3: keys of the user's own come first`() throws {
        var options = InterpreterOptions()
        options.conversationKeys = ["app.thread"]
        let read = try interpret([call(1, ["session.id": "s", "app.thread": "mine"])], options)[1]
        #expect(read?["gen_ai.conversation.id"] == "mine")
        #expect(read?["weir.conversation.source"] == "app.thread")
    }

    @Test func `E4: an id made up for one run is none`() throws {
        let run = "01a208c4-f7bb-75a0-9475-db18d69c429e"
        let made = call(1, ["gen_ai.agent.call.id": .text(run), "gen_ai.conversation.id": "01a208c4-f7bb-75a0-9475-db19f6aa1197"])
        let read = try interpret([made])[1]
        #expect(read?["gen_ai.conversation.id"] == nil)
        #expect(read?["weir.original.gen_ai.conversation.id"] == "01a208c4-f7bb-75a0-9475-db19f6aa1197")
        let given = call(1, ["gen_ai.agent.call.id": .text(run), "gen_ai.conversation.id": "01900000-aaaa-75a0-9475-db19f6aa1197"])
        #expect(try interpret([given])[1]?["gen_ai.conversation.id"] == "01900000-aaaa-75a0-9475-db19f6aa1197")
    }

    @Test func `E5: a scrubbed id is none, the next one holds`() throws {
        let story = [
            Sketch(
                1, "handle turn", scope: "logfire", kind: 1,
                ["session.id": "[Scrubbed due to 'session']", "gen_ai.conversation.id": "real"]),
            call(2, under: 1, ["session.id": "[Scrubbed due to 'session']"]),
        ]
        #expect(try interpret(story)[2]?["gen_ai.conversation.id"] == "real")
    }

    @Test func `E6: odd types`() throws {
        #expect(try interpret([call(1, ["gen_ai.conversation.id": 12345])])[1]?["gen_ai.conversation.id"] == "12345")
        #expect(try interpret([call(1, ["gen_ai.conversation.id": "\"01234567-89ab\""])])[1]?["gen_ai.conversation.id"] == "01234567-89ab")
        #expect(try interpret([call(1, ["gen_ai.conversation.id": "対話-żółć-01"])])[1]?["gen_ai.conversation.id"] == "対話-żółć-01")
        let long = String(repeating: "L", count: 300)
        #expect(try interpret([call(1, ["session.id": .text(long)])])[1]?["gen_ai.conversation.id"] == .text(long))
        for nothing in [Datum.nothing, "", "null", "None", true] {
            #expect(try interpret([call(1, ["session.id": nothing])])[1]?["weir.conversation.source"] == nil)
        }
    }

    @Test func `a response's id and the trace's id are no conversations`() throws {
        #expect(try interpret([call(1, ["gen_ai.conversation.id": "resp_123"])])[1]?["gen_ai.conversation.id"] == nil)
        #expect(try interpret([call(1, ["session.id": "r-1", "gen_ai.response.id": "r-1"])])[1]?["gen_ai.conversation.id"] == nil)
        #expect(try interpret([call(1, ["session.id": "0000000000000001000000000000abcd"])])[1]?["gen_ai.conversation.id"] == nil)
    }

    @Test func `F: one name for each vendor, frameworks are none`() throws {
        for (sent, model, expected) in [
            ("OpenAI", "x", "openai"), ("az.ai.openai", "x", "azure.ai.openai"), ("gemini", "x", "gcp.gemini"),
            ("google", "x", "gcp.gemini"),
            ("bedrock", "x", "aws.bedrock"), ("aws", "x", "aws.bedrock"), ("ollama_chat", "x", "ollama"),
            ("vertex_ai", "x", "gcp.vertex_ai"),
            ("openai.responses", "x", "openai"), ("strands-agents", "gpt-4o-mini", "openai"),
            ("langchain", "claude-sonnet-4-5", "anthropic"),
            ("", "us.anthropic.claude-3-5-sonnet-20241022-v2:0", "aws.bedrock"), ("langgraph", "gemini-2.5-flash", "gcp.gemini"),
            ("litellm", "groq/llama-3.1-8b", "groq"), ("strands-agents", "llama3.2:3b", "ollama"), ("my-own", "x", "my-own"),
        ] {
            let sketch = Sketch(
                1, "chat", scope: "any",
                ["gen_ai.operation.name": "chat", "gen_ai.system": .text(sent), "gen_ai.request.model": .text(model)])
            #expect(try interpret([sketch])[1]?["gen_ai.provider.name"] == .text(expected))
        }
    }

    @Test func `F: Azure is told by its address`() throws {
        let read = try interpret([call(1, ["gen_ai.provider.name": "openai", "server.address": "my.openai.azure.com"])])[1]
        #expect(read?["gen_ai.provider.name"] == "azure.ai.openai")
    }

    @Test func `E6: an id inside JSON text is what its escapes spell, also for its relatives in later requests`() throws {
        for (written, expected) in [
            (#"caf\u00e9-\ud83d\ude00 \"1\""#, "café-😀 \"1\""), (#"a\\b\/c"#, #"a\b/c"#), (#"\ud83d"#, #"\ud83d"#), ("plain", "plain"),
        ] {
            let story = [
                Sketch(
                    1, "ChatOpenAI", scope: "openinference.instrumentation.langchain", kind: 1,
                    ["openinference.span.kind": "LLM", "llm.model_name": "gpt-4o", "metadata": .text(#"{"session_id": "\#(written)"}"#)]),
                Sketch(
                    2, under: 1, "chat", scope: "opentelemetry.instrumentation.openai_v2", at: 200...300,
                    ["gen_ai.operation.name": "chat", "gen_ai.request.model": "o3"]),
            ]
            for read in [try interpret(story), try interpretApart(story)] {
                #expect(read[1]?["gen_ai.conversation.id"] == .text(expected))
                #expect(read[2]?["gen_ai.conversation.id"] == .text(expected))
            }
        }
    }
}
