import OTLP
import Wire

/// Spring AI through Micrometer: every value is a string.
extension Dialect {
    static let springAI = Dialect(
        name: "spring_ai",
        scopes: ["org.springframework*", "io.micrometer*"],
        probes: ["spring.ai.kind"],
        standing: .framework,
        exclusiveInput: .anthropic,
        addsTotalItself: true,
        coversScope: false,
        sense: { facts, _ in
            guard facts.has(.spanKind) else { return nil }
            let kind = facts.text(.spanKind)
            if kind == "tool_call" { return .tool }
            return kind == "chat_client" || kind == "advisor" ? .workflow : nil
        }
    )
}
