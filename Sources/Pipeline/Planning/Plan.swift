import OTLP
import Settings

/// What a pipeline file says, checked: which components, tied how. Made by `Planner`, carried out by `Runner`.
package struct Plan: Sendable {
    /// One section of a component.
    package struct Part: Sendable {
        package let role: Catalog.Role
        /// The section's own name: `backend` of `[exporters.backend]`.
        package let name: String
        package let kind: String
        let delivery: DeliverySettings
        let make: @Sendable (Context) throws -> Catalog.Instance
    }

    /// One section under `[pipelines]`.
    package struct Pipeline: Sendable {
        package let name: String
        package let signal: Signal
        /// Receivers and connectors.
        package let receivers: [String]
        package let processors: [String]
        /// Exporters and connectors.
        package let exporters: [String]
    }

    package let admin: AdminSettings
    package let parts: [Part]
    package let pipelines: [Pipeline]
}
