/// The Overview page.
package struct Overview: Sendable, Equatable {
    package var filter: Filter
    package var figures: Figures
    /// The period before; nil where not asked for, or where the store begins inside it.
    package var previous: Figures?
    /// Where the store's data begins, if that is why there is no previous period.
    package var beginsAt: Int64?
    package var sparks: Sparklines
    /// The ten with most requests; what is beyond them stands in `otherModels`.
    package var topModels: [ModelRow]
    package var otherModels: ModelRow?
    package var insights: Insights
    package var attention: [Attention]
    /// Which rollups answered, such as `day+hour`.
    package var tier: String
    /// Figures that are not exact, by name, such as `conversations`.
    package var approximate: [String]
    package var tookNanoseconds: Int64
}

/// Small lines under the cards: one value for each bucket, nil where nothing happened.
package struct Sparklines: Sendable, Equatable {
    /// Nanoseconds of a bucket.
    package var step: Int64 = 0
    package var starts: [Int64] = []
    /// Conversations that began.
    package var conversations: [Int64?] = []
    /// Nanodollars for each turn.
    package var conversationCost: [Int64?] = []
    package var latencyP50: [Int64?] = []
    package var cost: [Int64?] = []
    package var spans: [Int64?] = []
    package var tokens: [Int64?] = []
    /// Share of successful requests in millionths.
    package var success: [Int64?] = []

    package init() {}
}

/// Sentences' numbers under Top models (view.md 3.3, "Model insights"). Models with enough requests only.
package struct Insights: Sendable, Equatable {
    package struct Extreme: Sendable, Equatable {
        package var model: String
        package var value: Double

        package init(model: String, value: Double) {
            self.model = model
            self.value = value
        }
    }

    /// P95 in nanoseconds, of models with at least 100 requests.
    package var fastest: Extreme?
    package var slowest: Extreme?
    /// Success in 0...1.
    package var worstSuccess: Extreme?
    /// US dollars for a million tokens, input and output together.
    package var cheapest: Extreme?
    package var dearest: Extreme?
    package var usdPerMillionTokens: [Extreme] = []
    package var usdPerSuccessfulRequest: Double?
    package var tokensPerRequest: Double?
    package var inputPerOutput: Double?
    /// cache reads ÷ input, in 0...1.
    package var cacheHit: Double?
    /// Models as reported that read from caches, with how many tokens: what that saved is the price table's to say.
    package var cached: [ReportedModel] = []
    package var models = 0
    package var providers = 0
    /// exp(−Σ p ln p) over shares of requests.
    package var effectiveModels: Double?
    package var topShare: Double?

    package init() {}
}

/// Something that asks to be looked at.
package struct Attention: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case errorRate = "error_rate"
        case latency, cost, unpriced
        case agentLoop = "agent_loop"
        /// Requests that a receiver refused, and items that an exporter lost: known to the running Weir, not to the store.
        case refused, dropped
    }

    package var kind: Kind
    package var range: TimeRange
    /// Shares in 0...1, nanoseconds, or nanodollars a day.
    package var value: Double
    package var usual: Double?
    /// What it is about: a model, a tool.
    package var subject: String?
    /// The trace that shows it.
    package var trace: TraceID?

    package init(kind: Kind, range: TimeRange, value: Double, usual: Double? = nil, subject: String? = nil, trace: TraceID? = nil) {
        self.kind = kind
        self.range = range
        self.value = value
        self.usual = usual
        self.subject = subject
        self.trace = trace
    }
}
