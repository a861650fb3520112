/// The three signals of OTLP that Weir carries. Their requests have one shape: resource → scope → item.
package enum Signal: UInt8, Sendable, CaseIterable {
    case traces, metrics, logs

    /// The word used in pipeline files and in `/v1/…` paths.
    package var name: String {
        switch self {
        case .traces: "traces"
        case .metrics: "metrics"
        case .logs: "logs"
        }
    }

    package init?(name: some StringProtocol) {
        guard let signal = Signal.allCases.first(where: { $0.name == name }) else { return nil }
        self = signal
    }
}
