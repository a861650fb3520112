import Wire

/// Who serves a model: the well-known values of `gen_ai.provider.name`.
package enum Vendor: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case openAI, azureOpenAI, azureInference, anthropic, bedrock, gemini, vertexAI, mistral, cohere, xAI, deepSeek, groq, perplexity
    case watsonX, moonshot, ollama

    package var word: StaticString {
        switch self {
        case .openAI: "openai"
        case .azureOpenAI: "azure.ai.openai"
        case .azureInference: "azure.ai.inference"
        case .anthropic: "anthropic"
        case .bedrock: "aws.bedrock"
        case .gemini: "gcp.gemini"
        case .vertexAI: "gcp.vertex_ai"
        case .mistral: "mistral_ai"
        case .cohere: "cohere"
        case .xAI: "x_ai"
        case .deepSeek: "deepseek"
        case .groq: "groq"
        case .perplexity: "perplexity"
        case .watsonX: "ibm.watsonx.ai"
        case .moonshot: "moonshot_ai"
        case .ollama: "ollama"
        }
    }
}

/// What a provider attribute's word stands for.
enum ProviderWord: Sendable, Equatable {
    case vendor(Vendor)
    /// A framework or gateway that poses as a provider: it says nothing about who serves.
    case framework

    static func named(_ word: Text) -> ProviderWord? { words[word] }

    private static let words = Words<ProviderWord>(grouped: [
        (
            .vendor(.openAI),
            [
                "openai", "open_ai", "openai_chat", "text-completion-openai", "openai.chat", "openai.responses", "openai.completion",
                "openai.embedding",
            ]
        ),
        (
            .vendor(.azureOpenAI),
            [
                "azure.ai.openai", "az.ai.openai", "azure_openai", "azure", "azure.openai", "azureopenai", "azure-openai",
                "azure-openai.chat", "azure.chat", "azure.responses",
            ]
        ),
        (.vendor(.azureInference), ["azure.ai.inference", "az.ai.inference", "azure_ai", "azure-ai-inference"]),
        (.vendor(.anthropic), ["anthropic", "claude", "anthropic.messages"]),
        (
            .vendor(.bedrock),
            ["aws.bedrock", "bedrock", "aws", "amazon-bedrock", "amazon_bedrock", "bedrock_converse", "amazon", "bedrock-converse"]
        ),
        (
            .vendor(.gemini),
            [
                "gcp.gemini", "gemini", "google", "gcp.gen_ai", "google_genai", "google.generative-ai", "google-gla", "google.genai",
                "googleai", "google_generativeai", "google_ai_studio", "gemini_api", "google-generative-ai",
            ]
        ),
        (
            .vendor(.vertexAI),
            [
                "gcp.vertex_ai", "vertex_ai", "google.vertex", "vertexai", "google-vertex", "google_vertexai", "vertex_ai_beta",
                "google.vertex.chat", "gcp",
            ]
        ),
        (.vendor(.mistral), ["mistral_ai", "mistralai", "mistral", "mistral.chat"]),
        (.vendor(.cohere), ["cohere", "cohere_chat", "cohere.chat"]),
        (.vendor(.xAI), ["x_ai", "xai", "xai.chat", "x-ai"]),
        (.vendor(.deepSeek), ["deepseek", "deepseek.chat"]),
        (.vendor(.groq), ["groq", "groq.chat"]),
        (.vendor(.perplexity), ["perplexity", "perplexity_ai"]),
        (.vendor(.watsonX), ["ibm.watsonx.ai", "ibm.watson.ai", "watsonx", "watsonx.ai", "ibm"]),
        (.vendor(.moonshot), ["moonshot_ai", "moonshot", "moonshotai"]),
        (.vendor(.ollama), ["ollama", "ollama_chat"]),
        (
            .framework,
            [
                "strands-agents", "strands", "langchain", "langgraph", "microsoft.agent_framework", "agent_framework", "litellm", "gateway",
                "llamaindex", "llama_index", "crewai", "autogen", "semantic_kernel", "semantic-kernel", "gcp.vertex.agent", "pydantic_ai",
                "pydantic-ai", "haystack", "dspy", "smolagents", "agno", "vercel", "mlflow", "unknown", "none", "null", "other", "_other",
                "litellm_proxy", "openai_agents", "claude-agent-sdk", "google-adk", "google_adk", "mastra", "genkit", "flowise",
                "spring_ai", "unset", "custom", "openinference", "openlit",
            ]
        ),
    ])
}
