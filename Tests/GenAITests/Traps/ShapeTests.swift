import Testing

@testable import GenAI

/// TRAPS.md C and D: spans that look like something else.
struct ShapeTests {
    private let openai = "opentelemetry.instrumentation.openai_v2"

    private func chat(_ id: UInt64, under parent: UInt64 = 0, scope: String, kind: UInt64 = 3, at time: ClosedRange<UInt64> = 0...100)
        -> Sketch
    {
        Sketch(
            id, under: parent, "chat gpt-4o", scope: scope, kind: kind, at: time,
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
                "gen_ai.usage.input_tokens": 7, "gen_ai.usage.output_tokens": 2,
            ])
    }

    @Test func `C3: calls of kind INTERNAL are calls, a root of kind SERVER is none for that`() throws {
        let scope = "opentelemetry.instrumentation.openai_agents"
        let story = [
            Sketch(
                1, "workflow", scope: scope, kind: 2, at: 0...200,
                ["gen_ai.operation.name": "invoke_agent", "gen_ai.provider.name": "openai", "server.address": "api.openai.com"]),
            chat(2, under: 1, scope: scope, kind: 1, at: 10...90),
        ]
        let read = try interpret(story)
        #expect(read.calls == [2])
        #expect(read.role(1) == "agent")
    }

    @Test func `C4: what an SDK sent again is one call, its count of resends stays`() throws {
        var call = chat(1, scope: "com.anthropic.sdk.python")
        call.attributes.append(("http.request.resend_count", 1))
        let story = [
            call,
            Sketch(
                2, under: 1, "POST", scope: "opentelemetry.instrumentation.httpx", at: 1...20,
                ["http.request.method": "POST", "http.response.status_code": 429]),
            Sketch(
                3, under: 1, "POST", scope: "opentelemetry.instrumentation.httpx", at: 40...90,
                ["http.request.method": "POST", "http.response.status_code": 200]),
        ]
        let read = try interpret(story)
        #expect(read.calls == [1])
        #expect(read[1]?["http.request.resend_count"] == 1)
        #expect(read[1]?["weir.error.class"] == nil)
        #expect(read[2]?["weir.role"] == nil)
    }

    @Test func `C9: a wrapper that comes after its call, in another request, is found to repeat it`() throws {
        let inner = chat(2, under: 1, scope: openai, at: 10...90)
        let outer = chat(1, scope: "opentelemetry.instrumentation.langchain", kind: 1, at: 0...100)
        let read = try interpretApart([inner, outer])
        #expect(read.calls == [2])
        #expect(read.role(1) == "duplicate")
    }

    @Test func `C10: an endpoint's receive and send spans are not about GenAI`() throws {
        let story = [
            Sketch(
                1, "POST /ask", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                ["http.method": "POST", "http.status_code": 500, "http.route": "/ask"]),
            Sketch(
                2, under: 1, "POST /ask http receive", scope: "opentelemetry.instrumentation.fastapi", kind: 1,
                ["http.method": "POST", "http.status_code": 500, "asgi.event.type": "http.request"]),
            chat(3, under: 1, scope: openai, at: 5...60),
        ]
        let read = try interpret(story)
        #expect(read.calls == [3])
        #expect(read[1]?["weir.role"] == nil)
        #expect(read[2]?["weir.role"] == nil)
        #expect(read[3]?["weir.error.class"] == nil)
    }

    @Test func `D5: a call that says it went well is not failed by the agent around it`() throws {
        let scope = "pydantic-ai"
        let story = [
            Sketch(
                1, "invoke_agent a", scope: scope, kind: 1, at: 0...200, error: "",
                ["gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "a"],
                exception: ("httpx.RemoteProtocolError", "peer closed connection")),
            chat(2, under: 1, scope: scope, at: 10...150),
        ]
        let read = try interpret(story)
        #expect(read.calls == [2])
        #expect(read[2]?["weir.error.class"] == nil)
        #expect(read[1]?["weir.error.class"] == "connection")
    }
}
