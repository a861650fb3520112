import OTLP
import Wire

/// Google's Agent Development Kit.
extension Dialect {
    /// The older schema has a `call_llm` span without an operation around each `generate_content`; before that it was the only one.
    static let googleADK = Dialect(
        name: "google_adk",
        scopes: ["gcp.vertex.agent*"],
        probes: ["gcp.vertex.agent.invocation_id", "gcp.vertex.agent.llm_request"],
        standing: .framework,
        // Of its first releases only the logged answer tells what was used.
        keys: [(.outputText, ["gcp.vertex.agent.llm_response"])],
        vendor: .gemini,
        sense: { facts, batch in
            guard !facts.has(.operation) else { return nil }
            let name = batch.name
            if name == "call_llm" { return .call(.generateContent) }
            if name.hasPrefix("agent_run") { return .agent }
            if name == "invocation" { return .workflow }
            return name.hasPrefix("execute_tool") ? .tool : nil
        }
    )
}
