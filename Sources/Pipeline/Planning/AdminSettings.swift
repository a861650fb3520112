import Settings

/// The `[admin]` table: what concerns the whole process.
package struct AdminSettings: Configurable {
    /// Nil = no admin listener.
    package private(set) var listen: Address?
    /// Who may see the pages and the API; nil = everybody who reaches the listener.
    package private(set) var auth: AuthSettings?
    package private(set) var drain = Duration.seconds(10)
    /// Nil = from the machine's or container's limit.
    package private(set) var memoryBytes: Int?

    init() {}

    package init(from keys: inout KeyReader) {
        listen = keys.address(optional: "listen", help: "where /metrics, /healthz, /readyz and /api/v1 are served; nowhere if not given")
        auth = keys.table(
            optional: "auth", as: AuthSettings.self, help: "who may see pages, API and metrics; /healthz and /readyz are for everybody")
        drain = keys.duration("drain", default: drain, help: "how long queues may go on delivering after SIGTERM")
        memoryBytes = keys.size(
            optional: "memory", in: 1 << 20 ... .max,
            help: "telemetry in flight; by default a quarter of what the process may use, at most 48MiB")
    }
}
