import Store

/// A metric that rollups can answer, by the names that `connectors.genai_metrics` gives it (pipelines.md, "Metrics").
///
/// What the store does not keep is not here: durations of embeddings, agents, tools and workflows, histograms of tokens, and the number
/// of conversations by service.
struct PromMetric: Sendable {
    enum Kind: String, Sendable { case counter, histogram }

    /// Of the family: without `_bucket`, `_sum` and `_count`.
    let name: String
    let kind: Kind
    let unit: String
    let help: String
    let subject: CounterQuestion.Subject
    let labels: [SeriesLabel]
    let samples: [Sample]

    /// One series of the metric for each series of the store.
    struct Sample: Sendable {
        let name: String
        /// What tells it from its siblings, such as `le`.
        let label: (name: String, value: String)?
        /// The parts of the store's answer that are added up, and what a whole of them is.
        let parts: ClosedRange<Int>
        let scale: Double
        /// The series exists as soon as these are more than nothing.
        let evidence: ClosedRange<Int>

        init(
            _ name: String, _ parts: ClosedRange<Int>, label: (name: String, value: String)? = nil, scale: Double = 1,
            evidence: ClosedRange<Int>? = nil
        ) {
            self.name = name
            self.label = label
            self.parts = parts
            self.scale = scale
            self.evidence = evidence ?? parts
        }
    }
}

/// A label that the store's series know.
///
/// `gen_ai_response_model` is the model as it was reported: the one that answered, or else the one that was asked for; the store does not
/// keep which of both it was, so there is no `gen_ai_request_model`. Of errors it keeps the class, `weir_error_class`, and no
/// `error_type`. What a span did not say is empty, as on /metrics, and not `(unset)` or `(unknown)` as on the pages. `(other)` is what
/// went beyond the store's limits of series, agents and environments.
enum SeriesLabel: String, CaseIterable, Sendable {
    case environment = "deployment_environment_name"
    case service = "service_name"
    case operation = "gen_ai_operation_name"
    case provider = "gen_ai_provider_name"
    case model = "gen_ai_response_model"
    case agent = "gen_ai_agent_name"
    case errorClass = "weir_error_class"

    var dimension: Dimension {
        switch self {
        case .environment: .environment
        case .service: .service
        case .operation: .operation
        case .provider: .provider
        case .model: .model
        case .agent: .agent
        case .errorClass: .status
        }
    }

    func value(_ key: SeriesKey) -> String {
        switch self {
        case .environment: key.environment == "(unset)" ? "" : key.environment
        case .service: key.service == "(unknown)" ? "" : key.service
        case .operation: key.operation
        case .provider: key.provider
        case .model: key.model == "(unknown)" ? "" : key.model
        case .agent: key.agent
        case .errorClass: key.outcome
        }
    }
}
