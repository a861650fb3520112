import Testing

@testable import Store
@testable import View

@Suite struct TranscriptTests {
    private let ask = #"{"role":"user","parts":[{"type":"text","content":"Weather?"}]}"#
    private let call = #"{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"get_weather","arguments":{"city":"Paris"}}]}"#
    private let result = #"{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":"18C"}]}"#
    private let answer = #"{"role":"assistant","parts":[{"type":"text","content":"It is 18C."}]}"#
    private let next = #"{"role":"user","parts":[{"type":"text","content":"Thanks"}]}"#

    private func said(_ input: [String], _ output: [String]) -> SpanFacts {
        SpanFacts(attributes: [
            .init("gen_ai.input.messages", .text("[" + input.joined(separator: ",") + "]")),
            .init("gen_ai.output.messages", .text("[" + output.joined(separator: ",") + "]")),
        ])
    }

    private func transcript(_ turns: [[(SpanRow, SpanFacts?)]]) -> Transcript {
        var contents: [SpanAddress: SpanFacts] = [:]
        for (row, facts) in turns.joined() { contents[row.address] = facts }
        return Transcript(
            turns.enumerated().map { ConversationDetail.Turn(trace: Rows.trace(UInt64($0 + 1)), spans: $1.map(\.0)) }, contents: contents)
    }

    /// One line for each block.
    private func lines(_ turn: Transcript.Turn) -> [String] {
        turn.blocks.map { block in
            switch block {
            case .heard(let message, let earlier): "\(message.role.word) [\(earlier)] \(message.text)"
            case .answered(let answer):
                "answer \(answer.parts.map { if case .text(let text) = $0 { text } else { "…" } }.joined()) \(answer.silence.map { "\($0)" } ?? "") ×\(answer.attempts.count)"
            case .tool(let use): "\(use.name)(\(use.arguments?.written() ?? "")) = \(use.result?.readable ?? "?")"
            }
        }
    }

    @Test func `a turn with a tool reads as it happened, and the next one brings only what is new`() {
        let transcript = transcript([
            [
                (Rows.span(1, 0, 10), said([ask], [call])),
                (Rows.span(2, 11, 5, role: "tool", operation: "execute_tool", name: "execute_tool get_weather", tool: "get_weather"), nil),
                (Rows.span(3, 20, 10), said([ask, call, result], [answer])),
            ],
            [(Rows.span(4, trace: 2, 100, 10), said([ask, call, result, answer, next], [answer]))],
        ])
        #expect(
            lines(transcript.turns[0]) == [
                "user [0] Weather?", "answer  onlyTools ×0", #"get_weather({"city":"Paris"}) = 18C"#, "answer It is 18C.  ×0",
            ])
        #expect(lines(transcript.turns[1]) == ["user [4] Thanks", "answer It is 18C.  ×0"])
        guard case .tool(let use) = transcript.turns[0].blocks[2] else { Issue.record("no tool"); return }
        #expect(use.step?.row.tool == "get_weather")
        #expect(transcript.hasContent)
    }

    @Test func `a question that is asked again in a later turn is heard again, though nothing in it is new`() {
        let transcript = transcript([
            [(Rows.span(1, 0, 10), said([ask], [answer]))], [(Rows.span(2, trace: 2, 100, 10), said([ask], [answer]))],
        ])
        #expect(lines(transcript.turns[1]) == ["user [0] Weather?", "answer It is 18C.  ×0"])
    }

    @Test func `refused attempts are folded into the call that made them good`() {
        let transcript = transcript([
            [
                (Rows.span(1, in: 9, 0, 1, failed: true), said([ask], [])), (Rows.span(2, in: 9, 5, 1, failed: true), said([ask], [])),
                (Rows.span(3, in: 9, 9, 1), said([ask], [answer])),
            ]
        ])
        #expect(lines(transcript.turns[0]) == ["user [0] Weather?", "answer It is 18C.  ×2"])
    }

    @Test func `a failure that nobody repeated stands for itself`() {
        let transcript = transcript([[(Rows.span(1, 0, 1, failed: true), said([ask], []))]])
        #expect(lines(transcript.turns[0]) == ["user [0] Weather?", "answer  failed ×0"])
    }

    @Test func `without content there are still answers and tools`() {
        let transcript = transcript([
            [
                (Rows.span(1, 0, 10), nil), (Rows.span(2, 11, 5, role: "tool", operation: "execute_tool", tool: "get_weather"), nil),
                (Rows.span(3, 20, 10), nil),
            ]
        ])
        #expect(lines(transcript.turns[0]) == ["answer  contentOff ×0", "get_weather() = ?", "answer  contentOff ×0"])
        #expect(!transcript.hasContent)
    }

    @Test func `a call whose own span says nothing is read from its twin`() {
        let transcript = transcript([
            [
                (Rows.span(1, 0, 10, role: "duplicate"), said([ask], [answer])), (Rows.span(2, in: 1, 1, 8), nil),
                (Rows.span(3, 20, 8), nil),
            ]
        ])
        #expect(lines(transcript.turns[0]) == ["user [0] Weather?", "answer It is 18C.  ×0", "answer  contentOff ×0"])
    }

    @Test func `each agent has a history of its own`() {
        let transcript = transcript([
            [
                (Rows.span(1, 0, 1, agent: "a"), said([ask], [answer])), (Rows.span(2, 2, 1, agent: "b"), said([next], [answer])),
                (Rows.span(3, 4, 1, agent: "a"), said([ask, answer, next], [answer])),
            ]
        ])
        #expect(
            lines(transcript.turns[0]) == [
                "user [0] Weather?", "answer It is 18C.  ×0", "user [0] Thanks", "answer It is 18C.  ×0", "user [2] Thanks",
                "answer It is 18C.  ×0",
            ])
    }

    @Test func `the facts of a span are read from its OTLP JSON, log records included`() throws {
        let span = #"""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"scope":{"name":"sdk","version":"2"},
            "spans":[{"attributes":[{"key":"n","value":{"intValue":"7"}},{"key":"l","value":{"arrayValue":{"values":[{"boolValue":true}]}}},
            {"key":"m","value":{"kvlistValue":{"values":[{"key":"x","value":{"doubleValue":1.5}}]}}}],
            "events":[{"name":"exception","timeUnixNano":"12","attributes":[]}],"status":{"code":2,"message":"bad"}}]}]}]}
            """#
        let record = #"""
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"eventName":"gen_ai.user.message","timeUnixNano":"5",
            "body":{"kvlistValue":{"values":[{"key":"content","value":{"stringValue":"Hi"}}]}}}]}]}]}
            """#
        let address = Rows.span(1, 0, 1).address
        let facts = try #require(SpanFacts(SpanContent(address: address, span: span, records: [record])))
        #expect(facts["n"] == .number("7"))
        #expect(facts["l"] == .list([.flag(true)]))
        #expect(facts["m"]?["x"] == .number("1.5"))
        #expect(facts.resource == [.init("service.name", .text("shop"))])
        #expect(facts.scopeName == "sdk 2")
        #expect(facts.statusMessage == "bad")
        #expect(facts.events.map(\.name) == ["exception", "gen_ai.user.message"])
        #expect(CallContent(facts).prompt == [Message(.user, parts: [.text("Hi")])])
    }
}
