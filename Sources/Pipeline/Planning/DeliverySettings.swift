import Settings

/// The keys that every queued exporter has: `queue` and `retry`.
struct DeliverySettings: Configurable {
    private(set) var queue = QueueSettings()
    private(set) var retry = RetryPolicy()

    init() {}

    init(from keys: inout KeyReader) {
        queue = keys.table("queue", help: "the queue before this exporter")
        retry = keys.table("retry", help: "when a failed delivery is tried again")
    }
}

/// The `queue` table of an exporter.
struct QueueSettings: Configurable {
    private(set) var sizeBytes = 64 << 20
    private(set) var whenFull = QueueState.WhenFull.refuse

    init() {}

    init(from keys: inout KeyReader) {
        sizeBytes = keys.size("size", default: sizeBytes, in: 1 ... .max, help: "bytes that may wait or be under way")
        whenFull = keys.choice("when_full", default: whenFull, help: "refuse new requests to the sender, or drop the oldest")
    }
}

extension RetryPolicy: Configurable {
    package init(from keys: inout KeyReader) {
        initial = keys.duration(
            "initial", default: initial, in: .milliseconds(1) ... .seconds(3600), help: "the first wait, with full jitter")
        max = keys.duration("max", default: max, in: .milliseconds(1) ... .seconds(86_400), help: "the longest wait")
        giveUpAfter = keys.duration(
            orNever: "give_up_after", default: giveUpAfter, help: "since the first try; then the data is dropped and counted")
    }
}
