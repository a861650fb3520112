import Settings

/// The `[admin]` table: what concerns the whole process.
package struct AdminSettings: Configurable {
    /// Nil = no admin listener.
    package let listen: Address?
    package let drain: Duration
    /// Nil = from the machine's or container's limit.
    package let memoryBytes: Int?

    package init(from keys: inout KeyReader) {
        listen = keys.address("listen", help: "Where /metrics, /healthz, /readyz and /api/v1 are served; not given = not served")
        drain = keys.duration("drain", default: .seconds(10), help: "How long queues may go on delivering after SIGTERM")
        memoryBytes = keys.optionalSize("memory", help: "Bytes of telemetry in flight; by default a quarter of what the process may use, at most 64MiB")
    }
}
