import OTLP
import Wire

/// Pydantic AI: its agent spans keep their sums under `gen_ai.aggregated_usage.*`, which no list of ours names.
extension Dialect {
    static let pydanticAI = Dialect(
        name: "pydantic_ai",
        scopes: ["pydantic-ai*", "pydantic_ai*"],
        probes: ["model_request_parameters", "pydantic_ai.model_request.attempt"],
        standing: .framework,
        keys: [(.attempt, ["pydantic_ai.model_request.attempt"]), (.workflowName, ["agent_name", "final_result"])],
        sense: { facts, batch in
            // A fallback: one span around all attempts stands for the one that worked, the failed ones have their own.
            if facts.has(.attempt) { return batch.status == 2 ? .call(.chat) : .repeats(.chat) }
            if !facts.has(.operation), facts.has(.workflowName), !facts.has(.responseID) { return .agent }
            return nil
        }
    )
}
