import Testing

@testable import GenAI

/// `conversation.stitch`: calls that nothing names a conversation for.
struct StitchTests {
    private func call(_ id: UInt64, _ messages: String, response: String = "", after previous: String = "") -> Sketch {
        var sketch = Sketch(
            id, "chat gpt-4o", scope: "opentelemetry.instrumentation.genai.openai", trace: id,
            ["gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.input.messages": .text(messages)])
        if !response.isEmpty { sketch.attributes.append(("gen_ai.response.id", .text(response))) }
        if !previous.isEmpty { sketch.attributes.append(("gen_ai.request.previous_response.id", .text(previous))) }
        return sketch
    }

    private func read(_ story: [Sketch]) throws -> [UInt64: Written] {
        var options = InterpreterOptions()
        options.stitches = true
        return try Reader(options).read(story.map { Sketchbook.request([$0]) })
    }

    @Test func `a call whose input extends an earlier one's continues it`() throws {
        let read = try read([
            call(1, #"[{"role":"user","content":"hi"}]"#),
            call(2, #"[{"role":"user","content":"hi"},{"role":"assistant","content":"yo"},{"role":"user","content":"more"}]"#),
            call(3, #"[{"role":"user","content":"another"}]"#),
        ])
        let first = read[1]?["gen_ai.conversation.id"]
        #expect(first != nil)
        #expect(read[1]?["weir.conversation.source"] == "stitched")
        #expect(read[2]?["gen_ai.conversation.id"] == first)
        #expect(read[3]?["gen_ai.conversation.id"] != first)
    }

    @Test func `the same question twice is two conversations`() throws {
        let read = try read([call(1, #"[{"role":"user","content":"hi"}]"#), call(2, #"[{"role":"user","content":"hi"}]"#)])
        #expect(read[1]?["gen_ai.conversation.id"] != read[2]?["gen_ai.conversation.id"])
    }

    @Test func `a call that names an earlier response continues its conversation`() throws {
        let read = try read([
            call(1, #"[{"role":"user","content":"hi"}]"#, response: "resp_1"),
            call(2, #"[{"role":"user","content":"more"}]"#, after: "resp_1"),
        ])
        #expect(read[1]?["gen_ai.conversation.id"] == read[2]?["gen_ai.conversation.id"])
    }

    @Test func `off by default, and never where an id is known`() throws {
        #expect(try interpret([call(1, "[{}]")])[1]?["gen_ai.conversation.id"] == nil)
        var named = call(1, "[{}]")
        named.attributes.append(("session.id", "s"))
        #expect(try read([named])[1]?["gen_ai.conversation.id"] == "s")
    }
}
