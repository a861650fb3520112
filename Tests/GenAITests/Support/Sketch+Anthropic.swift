import OTLP

@testable import GenAI

/// The spans that Anthropic's SDK writes itself, beside whatever instruments it.
extension Sketch {
    static let anthropicSDK = "com.anthropic.sdk.python"

    /// A span of Anthropic's own SDK.
    static func anthropic(
        _ id: UInt64, under parent: UInt64 = 0, trace: UInt64 = 1, at time: ClosedRange<UInt64>, response: String?, tokens: Bool = true,
        error: String? = nil
    ) -> Sketch {
        var sketch = Sketch(
            id, under: parent, "anthropic.messages.create", scope: anthropicSDK, trace: trace, at: time, error: error,
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
            ])
        if let response { sketch.attributes.append(("gen_ai.response.id", .text(response))) }
        if tokens { sketch.attributes += [("gen_ai.usage.input_tokens", 50), ("gen_ai.usage.output_tokens", 20)] }
        if error != nil { sketch.attributes += [("http.response.status_code", 400), ("error.type", "invalid_request_error")] }
        return sketch
    }
}
