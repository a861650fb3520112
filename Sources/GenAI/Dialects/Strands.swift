/// Strands Agents: agent spans repeat the sum over the agent object's life; the provider it names is itself.
extension Dialect {
    static let strands = Dialect(
        name: "strands", scopes: ["strands.*", "strands-agents*"], probes: ["event_loop.cycle_id"], standing: .framework,
        // The same key is seconds elsewhere.
        keys: [(.firstChunkMilliseconds, ["gen_ai.server.time_to_first_token"])])
}
