import Testing

@testable import View

@Suite struct SampleTrafficTests {
    private func traffic(seed: UInt64) -> [[SampleTraffic.Request]] {
        var traffic = SampleTraffic(seed: seed)
        return traffic.conversations(60, from: 1_000_000_000_000, to: 90_000_000_000_000)
    }

    /// All spans of all requests.
    private func spans(_ conversations: [[SampleTraffic.Request]]) throws -> [JSONTree] {
        try conversations.joined().flatMap { request in
            let tree = try #require(JSONTree.read(request.json)?.tree)
            let scopes = (tree["resourceSpans"]?.elements ?? []).flatMap { $0["scopeSpans"]?.elements ?? [] }
            let spans = scopes.flatMap { $0["spans"]?.elements ?? [] }
            #expect(spans.count == request.spans)
            return spans
        }
    }

    /// Text and numbers of a span's attribute.
    private func value(_ key: String, of span: JSONTree) -> String? {
        let found = span["attributes"]?.elements?.first { $0["key"]?.string == key }
        return found?["value"]?.first(of: "stringValue", "intValue")?.string
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        #expect(traffic(seed: 7).joined().map(\.json) == traffic(seed: 7).joined().map(\.json))
        #expect(traffic(seed: 7).joined().map(\.json) != traffic(seed: 8).joined().map(\.json))
    }

    @Test func `spans have whole identities, parents in their trace and times in order`() throws {
        let spans = try spans(traffic(seed: 1))
        let identities = Set(spans.compactMap { $0["spanId"]?.string })
        #expect(identities.count == spans.count)
        for span in spans {
            #expect(span["traceId"]?.string?.utf8.count == 32)
            #expect(span["spanId"]?.string?.utf8.count == 16)
            if let parent = span["parentSpanId"]?.string { #expect(identities.contains(parent)) }
            let start = try #require(span["startTimeUnixNano"]?.string.flatMap { Int64($0) })
            let end = try #require(span["endTimeUnixNano"]?.string.flatMap { Int64($0) })
            #expect(start < end)
        }
    }

    @Test func `every kind of thing the page shows happens`() throws {
        let spans = try spans(traffic(seed: 1))
        let operations = Set(spans.compactMap { value("gen_ai.operation.name", of: $0) })
        #expect(operations == ["chat", "embeddings", "execute_tool", "invoke_agent", "retrieval"])
        #expect(Set(spans.compactMap { value("gen_ai.request.model", of: $0) }).count >= 5)
        #expect(spans.contains { value("error.type", of: $0) == "429" })
        #expect(spans.contains { value("http.response.status_code", of: $0) == "502" && value("http.route", of: $0) != nil })
        #expect(spans.contains { value("db.system.name", of: $0) == "postgresql" })
        #expect(spans.contains { value("gen_ai.usage.cache_read.input_tokens", of: $0) != nil })
        #expect(spans.contains { value("gen_ai.usage.reasoning.output_tokens", of: $0) != nil })
        #expect(spans.contains { value("gen_ai.request.model", of: $0) == "harbor-support-7b" })
    }

    @Test func `a conversation's calls can be read as messages, each with its history`() throws {
        var traffic = SampleTraffic(seed: 3)
        let spans = try spans([traffic.firstConversation(startingAt: 1_000_000_000_000)])
        let calls = spans.filter { value("gen_ai.operation.name", of: $0) == "chat" }.map { span in
            CallContent(
                SpanFacts(
                    attributes: ["gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions"].compactMap { key in
                        value(key, of: span).map { JSONTree.Member(key, .text($0)) }
                    }))
        }
        #expect(calls.count == 5)
        #expect(calls.first?.prompt.map(\.role) == [.system, .user])
        #expect(calls.last?.prompt.count == 10)
        #expect(calls.last?.answer.first?.text == "You are welcome. Enjoy the lamp!")
        #expect(News(calls[4], after: calls[3]).messages.map(\.text) == ["Great, thank you!"])
    }
}
