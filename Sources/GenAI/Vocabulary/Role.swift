/// What a span is to whoever counts calls: the values of `weir.role`.
package enum Role: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    /// Stands for exactly one billable model call.
    case call
    /// Repeats a call that another span stands for.
    case duplicate
    case agent, workflow, tool, retrieval, other

    package var word: StaticString {
        switch self {
        case .call: "call"
        case .duplicate: "duplicate"
        case .agent: "agent"
        case .workflow: "workflow"
        case .tool: "tool"
        case .retrieval: "retrieval"
        case .other: "other"
        }
    }
}
