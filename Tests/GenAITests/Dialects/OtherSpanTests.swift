import Testing

@testable import GenAI

/// Spans that are nobody's dialect.
struct OtherSpanTests {
    @Test func `spans that are not about GenAI pass byte for byte`() throws {
        let request = Sketchbook.request([
            Sketch(
                1, "GET /", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                [
                    "http.response.status_code": 500, "session.id": "browser", "server.address": "api.openai.com", "error.type": "500",
                ])
        ])
        #expect(try Reader().pass(request) == request)
    }
}
