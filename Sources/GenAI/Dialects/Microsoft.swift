/// Microsoft's libraries, .NET and Python.
extension Dialect {
    static let microsoft = Dialect(
        name: "microsoft_ai",
        scopes: [
            "Experimental.Microsoft.Extensions.AI*", "Microsoft.Extensions.AI*", "Experimental.Microsoft.Agents*", "Microsoft.Agents*",
            "agent_framework*",
        ],
        standing: .framework
    )

    static let semanticKernel = Dialect(
        name: "semantic_kernel",
        scopes: ["Microsoft.SemanticKernel*", "semantic_kernel*"],
        standing: .framework
    )
}
