/// How far GenAI spans are made to speak the conventions.
package enum Normalization: String, CaseIterable, Sendable {
    /// Canonical values replace others, which stay under `weir.original.<key>`.
    case canonical
    /// What is missing is added, nothing is replaced.
    case fill
    /// Only `weir.*` and costs are written.
    case off
}

/// Which names of the semantic conventions are written.
package enum Semconv: String, CaseIterable, Sendable {
    case v1_41 = "v1.41"
    case latest
}

/// Which cost wins where a price table and the SDK both give one.
package enum CostPreference: String, CaseIterable, Sendable {
    case computed, reported
}

/// What a pipeline file can choose about the interpretation.
package struct InterpreterOptions: Sendable {
    package var normalization = Normalization.canonical
    package var semconv = Semconv.v1_41
    package var preference = CostPreference.computed
    /// Attribute keys that hold conversations besides the known ones, believed before them.
    package var conversationKeys: [String] = []
    /// Calls without a conversation are joined by what they were asked.
    package var stitches = false
    /// Seconds for which traces are remembered.
    package var memorySeconds = 600
    /// Traces remembered at most, about.
    package var memoryTraces = 100_000

    package init() {}
}
