import Store

/// How far a newcomer has come: each step says what is there, or what is missing and what to do about it (view.md 3.7, acceptance 8).
struct Arrival: Sendable, Equatable {
    enum Stage: Int, Sendable, CaseIterable {
        case spans, genAI, tokens, prices, conversations, content

        /// The step as a line of the checklist.
        var title: String {
            switch self {
            case .spans: "Spans arrive"
            case .genAI: "Some of them are GenAI"
            case .tokens: "Calls say their tokens"
            case .prices: "Models have prices"
            case .conversations: "Calls belong to conversations"
            case .content: "Prompts and answers come along"
            }
        }
    }

    struct Step: Sendable, Equatable {
        let stage: Stage
        let isDone: Bool
    }

    let steps: [Step]
    /// The first thing that is missing; nil where nothing is.
    let missing: Stage?
    private let status: StoreStatus

    init(_ status: StoreStatus) {
        let seen = status.checklist
        let done = [seen.spans, seen.genAI, seen.tokens, seen.prices, seen.conversations, seen.content]
        steps = zip(Stage.allCases, done).map { Step(stage: $0, isDone: $1) }
        missing = steps.first { !$0.isDone }?.stage
        self.status = status
    }

    /// What is the case, in a sentence.
    func verdict(listening: String) -> String {
        switch missing {
        case .spans: "Nothing has been received yet. The receiver listens on \(listening)."
        case .genAI:
            "\(status.spans) spans have come, none of them about GenAI: your app is traced, but no LLM library is instrumented."
        case .tokens: "GenAI spans come, but none of them says its tokens: there is nothing to add up and nothing to price."
        case .prices: "Tokens come, but no model of yours has a price: cost stays unknown until the price table knows one."
        case .conversations: "Calls come with cost, but without a conversation id: they cannot be told apart by conversation."
        case .content: "Everything is counted. Content capture is off: transcripts show who spoke, not what was said."
        case nil: "Everything is here: spans, tokens, prices, conversations and content."
        }
    }

    /// What to do about what is missing.
    var remedy: String? {
        switch missing {
        case .spans: "Point an SDK below at it, or send a sample conversation."
        case .genAI: "Add one of the instrumentations below to the app that sends them."
        case .tokens:
            "Streams often leave usage out: ask for it (OpenAI: stream_options={\"include_usage\": true}), or update the instrumentation."
        case .prices: "Add the model to a .prices file and name it under [processors.genai] prices; 0 is a price."
        case .conversations: "Set gen_ai.conversation.id (or session.id) on any span of a turn; each SDK below says how."
        case .content: "Each SDK below has a switch for it. It is off by default because prompts are private."
        case nil: nil
        }
    }

    var isComplete: Bool { missing == nil }
}
