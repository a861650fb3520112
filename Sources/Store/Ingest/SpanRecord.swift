/// A span as the store takes it: what `processors.genai` said of it, and what every span says of itself.
package struct SpanRecord: Sendable {
    package var address: SpanAddress
    /// 0 for a root span.
    package var parent: UInt64 = 0
    package var series: SeriesKey
    package var name: String
    /// OTLP's SpanKind and status code.
    package var kind = 0
    package var status = 0
    package var statusMessage: String?
    package var start: Int64
    package var end: Int64
    /// The application's own key of the conversation; on any span of the trace it covers the trace.
    package var conversation: String?
    package var user: String?
    /// The start of the first user message.
    package var title: String?
    package var requestModel: String?
    package var tool: String?
    package var toolCallID: String?
    /// Of a tool's name and arguments: the same for identical calls.
    package var toolCallHash: UInt64?
    package var input: Int64?
    package var output: Int64?
    package var cacheRead: Int64?
    package var cacheWrite: Int64?
    package var reasoning: Int64?
    package var costNano: Int64?
    /// The parts of it for what went in and what came out, where they are known.
    package var costInputNano: Int64?
    package var costOutputNano: Int64?
    package var costSource: String?
    package var costDetail: String?
    package var price: String?
    /// Nanoseconds until the first chunk.
    package var firstChunk: Int64?
    package var finishReasons: [String] = []
    /// `length`, `content_filter` …: the answer was cut or filtered.
    package var degraded: String?
    /// It succeeded and did not end in tool calls: a message to the user.
    package var isFinalAnswer = false
    package var errorType: String?
    package var route: String?
    package var httpStatus: Int?
    package var database: String?
    /// Which block of the load holds it, and where in it.
    package var block = 0
    package var place = 0
    package var hasContent = false

    package init(address: SpanAddress, series: SeriesKey, name: String, start: Int64, end: Int64) {
        self.address = address
        self.series = series
        self.name = name
        self.start = start
        self.end = end
    }

    package var isFailed: Bool { !series.outcome.isEmpty }

    /// It failed and says neither what it used nor what it cost.
    var isUnused: Bool { isFailed && input == nil && output == nil && costNano == nil }

    /// Nil where it ends before it begins or lasts more than a day (view.md 3.2, "duration").
    var duration: Int64? {
        let (length, overflow) = end.subtractingReportingOverflow(start)
        return !overflow && length >= 0 && length <= Tier.day.nanoseconds ? length : nil
    }
}

/// What tells series apart. Each distinct one has a number; none may hold ids of users, conversations or requests.
package struct SeriesKey: Sendable, Hashable {
    package var environment: String
    package var service: String
    /// A `weir.role`, or empty for spans that are not about GenAI.
    package var role: String
    package var operation: String
    package var provider: String
    package var model: String
    package var agent: String
    /// Empty, or the class of the error.
    package var outcome: String

    package init(
        environment: String, service: String, role: String = "", operation: String = "", provider: String = "", model: String = "",
        agent: String = "", outcome: String = ""
    ) {
        self.environment = environment
        self.service = service
        self.role = role
        self.operation = operation
        self.provider = provider
        self.model = model
        self.agent = agent
        self.outcome = outcome
    }

    var isLLM: Bool { !role.isEmpty }
    var isCall: Bool { role == "call" }
    /// Embeddings are requests but no inference: their durations would spoil the percentiles.
    var isInference: Bool { isCall && operation != "embeddings" }
}

/// A log record that belongs to a span.
package struct LogRecordNote: Sendable {
    package var address: SpanAddress
    package var time: Int64
    /// Tells records of one span and time apart; the same for a record that is delivered again.
    package var hash: UInt64
    /// The start of what the user said in it.
    package var title: String?
    package var block = 0
    package var place = 0

    package init(address: SpanAddress, time: Int64, hash: UInt64) {
        self.address = address
        self.time = time
        self.hash = hash
    }
}

/// What one request brings: rows, and the bytes they were read from in blocks that only the `ContentReader` understands.
package struct Load: Sendable {
    package var spans: [SpanRecord]
    package var records: [LogRecordNote]
    package var blocks: [[UInt8]]

    package init(spans: [SpanRecord] = [], records: [LogRecordNote] = [], blocks: [[UInt8]] = []) {
        self.spans = spans
        self.records = records
        self.blocks = blocks
    }
}
