/// A model's line in Top models and on Models.
package struct ModelRow: Sendable, Equatable {
    /// `(unknown)` where spans name none.
    package var model: String
    /// The names under which its calls reported it, most requests first.
    package var reported: [ReportedModel] = []
    package var providers: [String]
    package var requests: Int64
    /// Of all requests of the question, in 0...1.
    package var share: Double
    package var failed: Int64
    package var recovered: Int64
    package var degraded: Int64
    /// Nil where none of its requests has a price.
    package var costNano: Int64?
    package var costShare: Double?
    /// Requests without a cost, of those that could have one.
    package var unpriced: Int64
    /// Failed requests that say neither what they used nor what they cost: neither priced nor unpriced.
    package var failedWithoutUsage: Int64 = 0
    package var tokens: Figures.Tokens
    package var latency: Figures.Latency
    /// Failures by class, most frequent first.
    package var errors: [Facet]
    /// Requests in the overview's buckets.
    package var spark: [Int64?]

    package var success: Double? { requests > 0 ? 1 - Double(failed) / Double(requests) : nil }

    /// Nanodollars for 1,000 priced requests.
    package var nanoPerThousandRequests: Int64? {
        let priced = requests &- unpriced &- failedWithoutUsage
        guard let costNano, priced > 0 else { return nil }
        return Int64((Double(costNano) * 1000 / Double(priced)).rounded())
    }
}

/// A model as calls report it.
package struct ReportedModel: Sendable, Equatable {
    package var provider: String
    package var model: String
    package var requests: Int64
    package var cacheRead: Int64

    package init(provider: String, model: String, requests: Int64, cacheRead: Int64 = 0) {
        self.provider = provider
        self.model = model
        self.requests = requests
        self.cacheRead = cacheRead
    }
}

/// A value and how often it was seen.
package struct Facet: Sendable, Equatable {
    package var value: String
    package var count: Int64

    package init(value: String, count: Int64) {
        self.value = value
        self.count = count
    }
}
