/// OpenLIT: the conventions' names, with numbers of its own making where a stream told none.
extension Dialect {
    static let openLIT = Dialect(
        name: "openlit",
        scopes: ["openlit*"],
        probes: ["openlit.agent.version_hash"],
        exclusiveInput: .anthropic,
        addsTotalItself: true
    )

    static let openLITOfFrameworks = Dialect(
        name: "openlit",
        scopes: [
            "openlit.instrumentation.crewai*", "openlit.instrumentation.langgraph*", "openlit.instrumentation.langchain*",
            "openlit.instrumentation.pydantic_ai*", "openlit.instrumentation.llamaindex*", "openlit.instrumentation.haystack*",
            "openlit.instrumentation.openai_agents*", "openlit.instrumentation.agno*", "openlit.instrumentation.litellm*",
            "openlit.instrumentation.ag2*", "openlit.instrumentation.strands*",
        ],
        standing: .framework,
        exclusiveInput: .anthropic,
        addsTotalItself: true
    )
}
