/// A span as lists and waterfalls need it, without what was said.
package struct SpanRow: Sendable, Equatable {
    package var address: SpanAddress
    package var parent: SpanID?
    package var name: String
    package var service: String
    /// OTLP's SpanKind: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer.
    package var kind: Int
    package var start: Int64
    /// Nil where it ends before it begins or lasts more than a day.
    package var durationNanoseconds: Int64?
    /// OTLP's status: 0 unset, 1 ok, 2 error.
    package var status: Int
    package var statusMessage: String?
    package var isFailed: Bool
    /// A failed request that a retry made good.
    package var isRecovered: Bool
    /// `call`, `duplicate`, `agent`, `workflow`, `tool`, `retrieval`, `other`; nil for spans that are not about GenAI.
    package var role: String?
    package var operation: String?
    package var provider: String?
    /// Response model, else request model.
    package var model: String?
    package var requestModel: String?
    package var agent: String?
    package var tool: String?
    package var toolCallID: String?
    package var tokens: Figures.Tokens
    package var costNano: Int64?
    /// `computed`, `reported`, `unpriced`.
    package var costSource: String?
    package var costDetail: String?
    package var price: String?
    package var timeToFirstChunk: Int64?
    package var finishReasons: [String]
    /// The answer was cut or filtered: `length`, `content_filter`.
    package var degraded: String?
    /// It succeeded and did not end in tool calls.
    package var isFinalAnswer = false
    package var errorClass: String?
    package var errorType: String?
    /// `POST /ask` of a server span, the target of a client span.
    package var route: String?
    package var httpStatus: Int?
    /// Such as `postgresql`.
    package var database: String?
    /// It arrived more than 30 s after the newest span of its trace.
    package var isLate: Bool
    /// Whether `content(of:)` can answer for it.
    package var hasPayload: Bool
}

/// A span as it was sent, and the log records that belong to it.
package struct SpanContent: Sendable, Equatable {
    package var address: SpanAddress
    /// OTLP/JSON: a trace export request with this one span, its resource and its scope.
    package var span: String
    /// OTLP/JSON: log export requests with one record each, oldest first.
    package var records: [String]
}
