import OTLP
import Wire

/// Who served a call, as a semantic convention name or, for those it does not list, the word that was sent.
struct Provider {
    var vendor: Vendor?
    /// What was sent, where no well-known vendor is meant.
    var word = Text.empty

    /// The name to write; empty where nobody knows.
    var name: Text { vendor.map { Text($0.word) } ?? word }

    static func read(_ facts: borrowing Facts, _ batch: borrowing Batch, _ dialect: Dialect, _ models: Models) -> Provider {
        let stated = statement(facts)
        if speaksOfAzure(facts), stated.vendor == nil || stated.vendor == .openAI { return Provider(vendor: .azureOpenAI) }
        if stated.vendor != nil { return stated }
        if let vendor = dialect.vendor { return Provider(vendor: vendor) }
        if !stated.word.isEmpty { return stated }
        if let vendor = ofHost(host(facts)) ?? ofScope(batch.scopeName) { return Provider(vendor: vendor) }
        if let vendor = ofModel(models.request) ?? ofModel(models.response) { return Provider(vendor: vendor) }
        return stated
    }

    // MARK: - What is said

    /// The first attribute that names a vendor; else the first word that is not a framework's name.
    private static func statement(_ facts: borrowing Facts) -> Provider {
        var unknown = Text.empty
        for fact in [Fact.provider, .system, .servedBy, .apiFamily, .providerHint] where facts.has(fact) {
            let word = facts[fact].bareText
            switch ProviderWord.named(word) ?? ProviderWord.named(word.beforeFirst(UInt8(ascii: "."))) {
            case .vendor(let vendor): return Provider(vendor: vendor)
            case .framework: continue
            case nil: if unknown.isEmpty { unknown = word }
            }
        }
        return Provider(word: unknown)
    }

    /// Azure's clients call themselves "openai"; their address or API version does not.
    private static func speaksOfAzure(_ facts: borrowing Facts) -> Bool {
        if facts.has(.azureVersion) { return true }
        let address = facts.text(.serverAddress)
        if address.hasSuffix(".azure.com") { return true }
        return facts.has(.baseURL) && facts.text(.baseURL).containsIgnoringCase(".azure.com")
    }

    private static func host(_ facts: borrowing Facts) -> Text {
        let address = facts.text(.serverAddress)
        if !address.isEmpty, address.firstIndex(of: UInt8(ascii: ".")) != nil, address[0] &- 48 > 9 { return address }
        let url = facts.text(.baseURL)
        return url.isEmpty ? address : url
    }

    // MARK: - What gives it away

    private static func ofHost(_ host: Text) -> Vendor? {
        guard !host.isEmpty else { return nil }
        if host.containsIgnoringCase("api.openai.com") { return .openAI }
        if host.containsIgnoringCase("anthropic.com") { return .anthropic }
        if host.containsIgnoringCase("bedrock") { return .bedrock }
        if host.containsIgnoringCase("aiplatform.googleapis.com") { return .vertexAI }
        if host.containsIgnoringCase("generativelanguage.googleapis.com") { return .gemini }
        if host.containsIgnoringCase("api.mistral.ai") { return .mistral }
        if host.containsIgnoringCase("api.groq.com") { return .groq }
        if host.containsIgnoringCase("api.deepseek.com") { return .deepSeek }
        if host.containsIgnoringCase("api.x.ai") { return .xAI }
        return host.containsIgnoringCase(":11434") ? .ollama : nil
    }

    /// `logfire.anthropic`, `openinference.instrumentation.groq`, `opentelemetry.instrumentation.openai.v1`.
    private static func ofScope(_ scope: Text) -> Vendor? {
        let dot = UInt8(ascii: ".")
        var last = scope.afterLast(dot)
        if last[0] == UInt8(ascii: "v"), last.count <= 2, last.count < scope.count {
            last = scope.prefix(scope.count - last.count - 1).afterLast(dot)
        }
        guard case .vendor(let vendor)? = ProviderWord.named(last) else { return nil }
        return vendor
    }

    /// By the names that only one vendor gives.
    static func ofModel(_ model: Text) -> Vendor? {
        guard !model.isEmpty else { return nil }
        let route = model.beforeFirst(UInt8(ascii: "/"))
        if route.count < model.count {
            if case .vendor(let vendor)? = ProviderWord.named(route) { return vendor }
            return ofModel(model.afterLast(UInt8(ascii: "/")))
        }
        if isOfBedrock(model) { return .bedrock }
        for family in families where model.hasPrefixIgnoringCase(family.0) { return family.1 }
        // `llama3.2:3b`: a name with a tag.
        return model.firstIndex(of: UInt8(ascii: ":")) != nil && model.firstIndex(of: UInt8(ascii: ".")) ?? 99 > 2
            && !model.hasPrefix("ft:")
            ? .ollama : nil
    }

    /// `anthropic.claude-…`, `us.amazon.nova-…`, ARNs.
    private static func isOfBedrock(_ model: Text) -> Bool {
        if model.hasPrefix("arn:aws") { return true }
        let dot = UInt8(ascii: ".")
        var name = model
        let place = name.beforeFirst(dot)
        if place == "us" || place == "eu" || place == "apac" || place == "jp" || place == "au" || place == "global" || place == "us-gov" {
            name = name.dropFirst(place.count + 1)
        }
        let maker = name.beforeFirst(dot)
        return maker.count < name.count && makers[maker] != nil
    }

    private static let makers = Words<Bool>(
        grouped: [
            (true, ["anthropic", "amazon", "meta", "mistral", "cohere", "ai21", "stability", "deepseek", "openai", "qwen", "writer"])
        ])

    private static let families: [(StaticString, Vendor)] = [
        ("gpt-", .openAI), ("chatgpt", .openAI), ("o1", .openAI), ("o3", .openAI), ("o4-", .openAI), ("text-embedding-3", .openAI),
        ("text-embedding-ada", .openAI), ("text-davinci", .openAI), ("davinci", .openAI), ("babbage", .openAI), ("dall-e", .openAI),
        ("whisper", .openAI), ("ft:gpt", .openAI), ("codex-", .openAI), ("claude", .anthropic), ("gemini", .gemini),
        ("models/gemini", .gemini),
        ("text-embedding-004", .gemini), ("learnlm", .gemini), ("mistral-", .mistral), ("open-mistral", .mistral), ("codestral", .mistral),
        ("ministral", .mistral), ("pixtral", .mistral), ("magistral", .mistral), ("command-", .cohere), ("command", .cohere),
        ("embed-english", .cohere), ("embed-multilingual", .cohere), ("rerank-", .cohere), ("grok-", .xAI), ("deepseek-chat", .deepSeek),
        ("deepseek-reasoner", .deepSeek), ("sonar", .perplexity), ("kimi-", .moonshot), ("moonshot-", .moonshot),
    ]
}

extension Text {
    /// Whether it begins with `other`, which must be lower case ASCII, whatever the case here.
    func hasPrefixIgnoringCase(_ other: StaticString) -> Bool { prefix(other.utf8CodeUnitCount).equalsIgnoringCase(other) }
}
