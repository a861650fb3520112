import Testing

@testable import GenAI

/// TRAPS.md C9 and what `hold` is not needed for: whichever of a call's spans comes first, in a request of its own, there is one call.
struct OrderTests {
    private let stream: [Sketch] = [
        // The request of a stream, the SDK's own span in it, and the log of its end in a trace of its own.
        Sketch(
            1, "Message with", scope: "logfire.anthropic", kind: 1, at: 0...5,
            ["gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5", "logfire.span_type": "span"]),
        Sketch(
            2, under: 1, "anthropic.messages.create", scope: "com.anthropic.sdk.python", at: 1...95,
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
                "gen_ai.response.id": "msg_1", "gen_ai.usage.input_tokens": 50, "gen_ai.usage.output_tokens": 20,
            ]),
        Sketch(
            3, "streaming response from", scope: "logfire.anthropic", trace: 2, kind: 1, at: 96...96,
            [
                "gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5", "logfire.span_type": "log", "duration": 0.094,
                "gen_ai.usage.input_tokens": 50, "gen_ai.usage.output_tokens": 20,
            ]),
    ]

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func `C1: a stream's log and the SDK's span in another trace are one call, whichever comes first`(_ order: [Int]) throws {
        #expect(try interpretApart(order.map { stream[$0] }).calls.count == 1)
        #expect(try interpret(order.map { stream[$0] }).calls.count == 1)
    }

    @Test func `A1: of many failures at different times each finds its own twin, however late it comes`() throws {
        func failure(_ n: UInt64, _ base: UInt64, _ scope: String) -> Sketch {
            Sketch(
                base + n, "chat", scope: scope, trace: base + n, at: n * 3000...n * 3000 + 10, error: "Error code: 529",
                ["gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5"])
        }
        let seen = (0..<40).map { failure($0, 100, "opentelemetry.instrumentation.anthropic") }
        let story = (0..<40).map { failure($0, 200, "com.anthropic.sdk.python") } + seen
        #expect(try interpretApart(story).calls.count == 40)
        #expect(try interpretApart(story.reversed()).calls.count == 40)
    }

    /// What `hold` is for: the first that leaves stands for the call, so a wrapper that comes before its call is the call.
    @Test func `a wrapper that comes first stands for its call, with what it knows`() throws {
        let wrapper = Sketch(
            1, "chat", scope: "opentelemetry.instrumentation.genai.langchain", kind: 1,
            [
                "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 9,
                "gen_ai.usage.output_tokens": 4,
            ])
        let call = Sketch(
            2, under: 1, "chat gpt-4o", scope: "opentelemetry.instrumentation.openai_v2", at: 5...95,
            [
                "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 9,
                "gen_ai.usage.output_tokens": 4,
            ])
        #expect(try interpretApart([wrapper, call]).calls == [1])
        #expect(try interpretApart([call, wrapper]).calls == [2])
        #expect(try interpret([wrapper, call]).calls == [2])
    }
}
