import Admin
import Store

extension ViewPages {
    /// The part of Prometheus's HTTP API that Grafana needs of a data source, answered from the rollups (view.md 3.9;
    /// https://prometheus.io/docs/prometheus/latest/querying/api/).
    ///
    /// GET only, for the admin listener takes no bodies: Grafana's data source must be told to use GET. Answers, and errors, have
    /// Prometheus's form and not that of the other endpoints.
    var prometheus: [AdminPage] {
        [
            promPage("/api/v1/query") { try await PromQuery(queries: queries, now: now()).instant($0) },
            promPage("/api/v1/query_range") { try await PromQuery(queries: queries, now: now()).range($0) },
            promPage("/api/v1/series") { try await PromNames(queries: queries, now: now()).series($0) },
            promPage("/api/v1/labels") { try await PromNames(queries: queries, now: now()).labels($0) },
            promPage("/api/v1/label/*") { try await PromNames(queries: queries, now: now()).values($0) },
            promPage("/api/v1/metadata") { PromAnswer.metadata($0) },
            promPage("/api/v1/status/buildinfo") { _ in PromAnswer.buildInfo },
        ]
    }

    private func promPage(_ path: String, _ make: @escaping @Sendable (PromParameters) async throws -> AdminAnswer) -> AdminPage {
        AdminPage(path) { request in
            do {
                return try await make(try PromParameters(request))
            } catch {
                return PromAnswer.failed(PromError(error))
            }
        }
    }
}

extension PromError {
    /// What the store and the view throw, as Prometheus would say it.
    init(_ error: any Error) {
        switch error {
        case let error as PromError: self = error
        case StoreError.tooSlow: self.init(.timeout, "\(StoreError.tooSlow)")
        case StoreError.closed: self.init(.unavailable, "the store is not open yet, or not any more")
        case let error as StoreError:
            if case .tooMuch = error { self.init(.execution, "\(error)") } else { self.init(.internal, "\(error)") }
        default: self.init(.internal, "\(error)")
        }
    }

    /// "Format overview".
    var status: Int {
        switch kind {
        case .badData: 400
        case .execution: 422
        case .timeout, .unavailable: 503
        case .internal: 500
        case .notFound: 404
        }
    }
}
