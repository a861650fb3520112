import Metrics
import Wire

/// The span roles that are measured; each has its own family of metrics and its own label sets.
enum GenAIRole: Int, CaseIterable, Sendable {
    case call, agent, tool, workflow
    /// Not a span's role: what calls tell about conversations.
    case conversation

    /// The role of a span by its `weir.role`; nil for roles that are not measured (`duplicate`, `retrieval`, `other`) and other spans.
    @inline(__always)
    init?(_ role: Text) {
        switch role[0] {
        case UInt8(ascii: "c") where role == "call": self = .call
        case UInt8(ascii: "a") where role == "agent": self = .agent
        case UInt8(ascii: "t") where role == "tool": self = .tool
        case UInt8(ascii: "w") where role == "workflow": self = .workflow
        default: return nil
        }
    }

    /// Its bit in a set of roles.
    var bit: UInt64 { 1 << UInt64(rawValue) }

    /// The attributes that tell its series apart.
    var dimensions: [String] {
        let service = ["service.name", "deployment.environment.name"]
        let failure = ["error.type", "weir.error.class"]
        switch self {
        case .call:
            return service
                + ["gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.response.model", "gen_ai.agent.name"]
                + failure
        case .agent: return service + ["gen_ai.provider.name", "gen_ai.request.model", "gen_ai.agent.name"] + failure
        case .tool: return service + ["gen_ai.tool.name", "gen_ai.agent.name"] + failure
        case .workflow: return service + ["gen_ai.workflow.name"] + failure
        case .conversation: return service + ["gen_ai.agent.name"]
        }
    }

    /// Its metrics. The order is what `CallInstruments` and `ConversationInstruments` count on.
    func metrics(exponential: Bool) -> [MetricKind] {
        func seconds(_ name: String, _ bounds: Bounds, _ help: String) -> MetricKind {
            MetricKind(name, unit: "s", help: help, exponential ? .exponential : .histogram(bounds), exemplars: true)
        }
        switch self {
        case .call:
            return [
                seconds("gen_ai.client.operation.duration", .operation, "Duration of calls to generative AI models."),
                seconds(
                    "gen_ai.client.operation.time_to_first_chunk", .operation, "Time until the first chunk of a streamed answer arrived."),
                MetricKind(
                    "gen_ai.client.token.usage", unit: "{token}", help: "Tokens used by one call.",
                    exponential ? .exponential : .histogram(.tokens), tag: ("gen_ai.token.type", ["input", "output"])),
                MetricKind(
                    "gen_ai.client.token.usage.total", unit: "{token}",
                    help: "Tokens used; input includes cached, output reasoning tokens.",
                    .count, tag: ("gen_ai.token.type", ["input", "output"])),
                MetricKind(
                    "gen_ai.client.token.usage.detail", unit: "{token}", help: "Shares of the tokens used that are billed at other prices.",
                    .count, tag: ("gen_ai.token.type", ["cache_read", "cache_creation", "reasoning"])),
                MetricKind("gen_ai.usage.cost", unit: "USD", help: "Cost of calls whose price is known, in US dollars.", .sum),
                MetricKind(
                    "gen_ai.conversation.cost", unit: "USD", help: "Cost of those calls that belong to a conversation, in US dollars.", .sum
                ),
            ]
        case .agent: return [seconds("gen_ai.invoke_agent.duration", .agent, "Duration of agent invocations.")]
        case .tool: return [seconds("gen_ai.execute_tool.duration", .operation, "Duration of tool calls.")]
        case .workflow: return [seconds("gen_ai.workflow.duration", .workflow, "Duration of workflows.")]
        case .conversation:
            return [
                MetricKind("gen_ai.conversations.started", unit: "{conversation}", help: "Conversations seen for the first time.", .count),
                MetricKind("gen_ai.conversation.turns", unit: "{turn}", help: "Traces of a conversation that called a model.", .count),
                MetricKind(
                    "gen_ai.conversation.messages", unit: "{message}", help: "User messages and final answers in conversations.", .count),
            ]
        }
    }
}

/// The instruments of a family, picked out once.
struct RoleLayout: Sendable {
    let layout: Layout
    let duration: Instrument

    init(_ role: GenAIRole, exponential: Bool) {
        layout = Layout(role.metrics(exponential: exponential))
        duration = layout.instruments[0]
    }
}

/// The instruments of calls by name. A class, so that the hot path loads one of them, not all.
final class CallInstruments: Sendable {
    let duration, firstChunk, inputHistogram, outputHistogram, inputTotal, outputTotal, cacheRead, cacheCreation, reasoning,
        cost, conversationCost: Instrument

    init(_ layout: Layout) {
        let all = layout.instruments
        (duration, firstChunk) = (all[0], all[1])
        (inputHistogram, outputHistogram, inputTotal, outputTotal) = (all[2], all[3], all[4], all[5])
        (cacheRead, cacheCreation, reasoning) = (all[6], all[7], all[8])
        (cost, conversationCost) = (all[9], all[10])
    }
}
