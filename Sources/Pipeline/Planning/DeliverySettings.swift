import Settings

/// The keys that every queued exporter has: `queue` and `retry`.
struct DeliverySettings: Configurable {
    let queue: QueueSettings
    let retry: RetryPolicy

    init(from keys: inout KeyReader) {
        queue = keys.table("queue", QueueSettings.self, help: "The queue before this exporter")
        retry = keys.table("retry", RetryPolicy.self, help: "When a failed delivery is tried again")
    }
}

/// The `queue` table of an exporter.
struct QueueSettings: Configurable {
    let sizeBytes: Int
    let whenFull: QueueState.WhenFull

    init(from keys: inout KeyReader) {
        sizeBytes = keys.size("size", default: 64 << 20, in: 1...(1 << 40), help: "Bytes that may wait or be under way")
        whenFull = keys.choice("when_full", default: .refuse, help: "Refuse new requests to the sender, or drop the oldest")
    }
}

extension RetryPolicy: Configurable {
    package init(from keys: inout KeyReader) {
        self.init()
        initial = keys.duration("initial", default: initial, in: .milliseconds(1) ... .seconds(3600), help: "The first wait, with full jitter")
        max = keys.duration("max", default: max, in: .milliseconds(1) ... .seconds(86_400), help: "The longest wait")
        giveUpAfter = keys.optionalDuration("give_up_after", default: giveUpAfter, help: "Since the first try; then the data is dropped and counted")
    }
}
