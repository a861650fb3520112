/// The numbers of the cards for one period (view.md 3.3).
package struct Figures: Sendable, Equatable {
    package struct Conversations: Sendable, Equatable {
        /// Active in the range.
        package var total: Int64 = 0
        package var turns: Int64 = 0
        package var messages: Int64 = 0
        package var singleTurn: Int64?
        package var requestsWithoutID: Int64 = 0
        /// With a failure that no retry made good.
        package var withFailure: Int64?
    }

    /// What conversations cost over their lifetime, of those whose last activity is in the range.
    package struct ConversationCost: Sendable, Equatable {
        /// Σ cost in the range of priced requests that belong to a conversation.
        package var totalNano: Int64 = 0
        package var p50Nano: Int64?
        package var p95Nano: Int64?
        package var maxNano: Int64?
        /// Requests of conversations in the range that could have a cost, and those of them that do.
        package var requests: Int64 = 0
        package var priced: Int64 = 0
    }

    /// Nanoseconds; percentiles by nearest rank.
    package struct Latency: Sendable, Equatable {
        /// Few enough that they were counted one by one; else each is off by 1.1 % at most.
        package var isExact = false
        package var n: Int64 = 0
        package var p50: Int64?
        package var p90: Int64?
        package var p95: Int64?
        package var p99: Int64?
        package var ttftP50: Int64?
        /// Median of output tokens a second, in thousandths.
        package var milliTokensPerSecondP50: Int64?
    }

    package struct Cost: Sendable, Equatable {
        /// Nil where no request of the range has a price.
        package var totalNano: Int64?
        package var pricedRequests: Int64 = 0
        /// Requests without a cost, of those that could have one.
        package var unpricedRequests: Int64 = 0
        /// Failed requests that say neither what they used nor what they cost: neither priced nor unpriced.
        package var failedWithoutUsage: Int64 = 0
        /// The part that SDKs or gateways reported themselves.
        package var reportedNano: Int64 = 0
        package var unpricedModels: [String] = []
    }

    package struct Spans: Sendable, Equatable {
        package var llm: Int64 = 0
        package var requests: Int64 = 0
        package var tools: Int64 = 0
        package var agents: Int64 = 0
        package var all: Int64 = 0
        package var traces: Int64 = 0
    }

    /// Nil where no request of the range says.
    package struct Tokens: Sendable, Equatable {
        package var input: Int64?
        package var output: Int64?
        package var cacheRead: Int64?
        package var cacheWrite: Int64?
        package var reasoning: Int64?

        package var total: Int64? { input == nil && output == nil ? nil : (input ?? 0) &+ (output ?? 0) }
    }

    package struct Success: Sendable, Equatable {
        package var requests: Int64 = 0
        package var failed: Int64 = 0
        package var recovered: Int64 = 0
        /// Finished with `length` or `content_filter`: not failed.
        package var degraded: Int64 = 0

        /// In 0...1; nil without requests.
        package var rate: Double? { requests > 0 ? 1 - Double(failed) / Double(requests) : nil }
    }

    package var conversations = Conversations()
    package var conversationCost = ConversationCost()
    package var latency = Latency()
    package var cost = Cost()
    package var spans = Spans()
    package var tokens = Tokens()
    package var success = Success()

    package init() {}

    /// Average cost of a conversation; nil where none was priced.
    package var averageConversationNano: Int64? {
        conversations.total > 0 && conversationCost.priced > 0 ? conversationCost.totalNano / conversations.total : nil
    }
}
