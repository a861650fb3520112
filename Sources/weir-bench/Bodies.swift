import OTLP
import Wire

/// Requests like those of busy agents: `spans` GenAI chat spans of about 620 bytes with 14 attributes, in three resources.
enum Bodies {
    static func lean(spans: Int) -> Bytes {
        var request = WireWriter(reserving: spans * 700)
        for resource in 0..<3 {
            let mine = (0..<spans).filter { $0 % 3 == resource }
            request.field(1) { message in
                message.field(1) { $0.attribute("service.name", "agent-\(resource)") }
                message.field(2) { scope in
                    scope.field(1) { $0.field(1, string: "opentelemetry.instrumentation.genai.openai") }
                    for span in mine { scope.field(2) { $0.span(span) } }
                }
            }
        }
        return .copy(of: request.bytes)
    }
}

extension WireWriter {
    fileprivate mutating func attribute(_ key: String, _ value: String) {
        field(1) { pair in
            pair.field(1, string: key)
            pair.field(2) { $0.field(1, string: value) }
        }
    }

    fileprivate mutating func spanAttribute(_ key: String, _ value: String) {
        field(9) { pair in
            pair.field(1, string: key)
            pair.field(2) { $0.field(1, string: value) }
        }
    }

    fileprivate mutating func spanAttribute(_ key: String, _ value: Int64) {
        field(9) { pair in
            pair.field(1, string: key)
            pair.field(2) { $0.field(3, int: value) }
        }
    }

    /// One chat span (semantic conventions 1.37 names).
    fileprivate mutating func span(_ number: Int) {
        let n = UInt64(number + 1)
        field(1, bytes: Self.id(n &* 0x9E37_79B9_7F4A_7C15) + Self.id(n))
        field(2, bytes: Self.id(n))
        field(4, bytes: Self.id(n + 1_000_000))
        field(5, string: "chat gpt-4o-mini")
        field(6, varint: 3)
        field(7, fixed64: 1_790_000_000_000_000_000 + n * 1_000_000)
        field(8, fixed64: 1_790_000_000_800_000_000 + n * 1_000_000)
        spanAttribute("gen_ai.operation.name", "chat")
        spanAttribute("gen_ai.provider.name", "openai")
        spanAttribute("gen_ai.request.model", "gpt-4o-mini")
        spanAttribute("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
        spanAttribute("gen_ai.response.id", "chatcmpl-\(n &* 0x2545_F491_4F6C_DD1D)")
        spanAttribute("gen_ai.usage.input_tokens", Int64(100 + n % 900))
        spanAttribute("gen_ai.usage.output_tokens", Int64(20 + n % 300))
        spanAttribute("gen_ai.conversation.id", "conversation-\(n % 40)")
        spanAttribute("gen_ai.request.max_tokens", 1024)
        spanAttribute("gen_ai.output.type", "text")
        spanAttribute("server.address", "api.openai.com")
        spanAttribute("server.port", 443)
        spanAttribute("openai.response.service_tier", "default")
        spanAttribute("openai.response.system_fingerprint", "fp_44709d6fcb")
    }

    private static func id(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
