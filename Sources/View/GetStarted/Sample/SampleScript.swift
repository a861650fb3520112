/// What the sample's agents are and say. Invented shops, books and tickets; no name of a person.
struct SampleAgent: Sendable {
    struct Model: Sendable {
        let provider: String
        /// As asked for, and as answered.
        let asked, answered: String
        /// Milliseconds to the first token, tokens a second.
        let firstToken, speed: Int
        /// Whether it thinks before it answers.
        var reasons = false
        /// Whether the provider caches the beginning of prompts.
        var caches = false
    }

    struct Step: Sendable {
        let tool, arguments, result: String
        /// Milliseconds.
        let duration: Int
        var behind: Behind = .nothing
    }

    /// What a tool does downstream.
    enum Behind: Sendable {
        case nothing
        case database(statement: String, table: String)
        case http(host: String, path: String)
    }

    struct Exchange: Sendable {
        let question: String
        var steps: [Step] = []
        let answer: String
    }

    let name, service, route, instructions: String
    let model: Model
    /// Where the answers come from after the model's own failure.
    var fallback: Model?
    let dialogues: [[Exchange]]
    /// Whether its callers send a conversation id.
    var remembers = true
    /// Whether it looks documents up before it answers.
    var retrieves = false
}

extension SampleAgent {
    static let gpt4o = Model(provider: "openai", asked: "gpt-4o", answered: "gpt-4o-2024-08-06", firstToken: 420, speed: 78, caches: true)
    static let mini = Model(provider: "openai", asked: "gpt-4o-mini", answered: "gpt-4o-mini-2024-07-18", firstToken: 290, speed: 105)
    static let thinker = Model(
        provider: "openai", asked: "o4-mini", answered: "o4-mini-2025-04-16", firstToken: 2_600, speed: 88, reasons: true)
    static let sonnet = Model(
        provider: "anthropic", asked: "claude-sonnet-4-5", answered: "claude-sonnet-4-5-20250929", firstToken: 760, speed: 62, caches: true)
    static let flash = Model(provider: "gcp.gemini", asked: "gemini-2.5-flash", answered: "gemini-2.5-flash", firstToken: 330, speed: 150)
    /// Nobody has a price for it.
    static let own = Model(
        provider: "harbor", asked: "harbor-support-7b", answered: "harbor-support-7b", firstToken: 180, speed: 140)

    static let all: [SampleAgent] = [shop, books, coder, docs, triage]

    /// Conversations of each agent in a hundred.
    static let shares = [36, 16, 14, 22, 12]
}
