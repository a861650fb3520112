import Settings

/// The keys that every queued exporter has: `queue`, `retry` and `dead_letter`.
struct DeliverySettings: Configurable {
    private(set) var queue = QueueSettings()
    private(set) var retry = RetryPolicy()
    /// Nil = what can never be delivered is dropped and counted.
    private(set) var deadLetter: String?
    private(set) var deadLetterBytes = 1 << 30

    init() {}

    init(from keys: inout KeyReader) {
        queue = keys.table("queue", help: "the queue before this exporter")
        let asked: RetrySettings = keys.table("retry", help: "when a failed delivery is tried again")
        retry = asked.policy(keepsForever: queue.directory != nil)
        deadLetter = keys.string(
            optional: "dead_letter",
            help: "a file for what can never be delivered, one for each signal, for weir replay; counted either way")
        deadLetterBytes = keys.size("dead_letter_size", default: deadLetterBytes, in: 1 ... .max, help: "what each such file may hold")
    }
}

/// The `queue` table of an exporter.
struct QueueSettings: Configurable {
    /// Nil = in memory.
    private(set) var directory: String?
    private(set) var sizeBytes = 64 << 20
    private(set) var whenFull = WhenFull.refuse
    private(set) var sync = DiskQueueSettings.Sync.commit

    init() {}

    init(from keys: inout KeyReader) {
        directory = keys.string(
            optional: "directory", help: "a folder: the queue is on disk and survives the process; in memory if not given")
        let size = keys.size(
            optional: "size", in: 1 ... .max, help: "bytes that may wait or be under way; 64MiB in memory, 1GiB on disk if not given")
        sizeBytes = size ?? (directory == nil ? 64 << 20 : 1 << 30)
        whenFull = keys.choice("when_full", default: whenFull, help: "refuse new requests to the sender, or drop the oldest")
        sync = keys.choice(
            "sync", default: sync,
            help: "on disk: answer once it survives a power cut (commit), or at once: a power cut takes the last two seconds (interval)")
        if directory == "" {
            keys.mistake(at: "directory", "a folder has a name", hint: "\"weir-queue\" is one below where weir is started")
        }
        if directory != nil, sizeBytes < DiskQueueSettings.smallestBytes {
            keys.mistake(at: "size", "a queue on disk needs at least 1MiB", hint: nil)
        }
        if directory == nil, keys.has("sync") {
            keys.mistake(at: "sync", "only a queue on disk is synced", hint: "add directory = \"…\"")
        }
    }

    /// Nil where it is in memory.
    var onDisk: DiskQueueSettings? {
        directory.map { DiskQueueSettings(directory: $0, sizeBytes: sizeBytes, whenFull: whenFull, sync: sync) }
    }
}

/// The `retry` table of an exporter. When to give up depends on the queue where the file does not say.
private struct RetrySettings: Configurable {
    private var given = RetryPolicy()
    private var saysWhenToGiveUp = false

    init(from keys: inout KeyReader) {
        given.initial = keys.duration(
            "initial", default: given.initial, in: .milliseconds(1) ... .seconds(3600), help: "the first wait, with full jitter")
        given.max = keys.duration("max", default: given.max, in: .milliseconds(1) ... .seconds(86_400), help: "the longest wait")
        given.giveUpAfter = keys.duration(
            orNever: "give_up_after", default: given.giveUpAfter,
            help: "since the first try; then it is dropped or put aside, and counted. With a queue on disk the default is never")
        saysWhenToGiveUp = keys.has("give_up_after")
    }

    func policy(keepsForever: Bool) -> RetryPolicy {
        var policy = given
        if keepsForever, !saysWhenToGiveUp { policy.giveUpAfter = nil }
        return policy
    }
}
