/// Where and how a queue keeps its log.
struct DiskQueueSettings: Sendable {
    /// When a request counts as kept.
    enum Sync: String, CaseIterable, Sendable {
        /// Once it survives a power cut. One sync serves all requests that wait.
        case commit
        /// Once the system has it, which survives the death of the process; a power cut takes at most the last two seconds.
        case interval
    }

    let directory: String
    let sizeBytes: Int
    let whenFull: WhenFull
    let sync: Sync

    static let smallestBytes = 1 << 20

    /// Small enough that space comes back in time, large enough that files are few: 8 to 1024 of them.
    var segmentBytes: Int { max(min(max(sizeBytes / 16, 128 << 10), 64 << 20), sizeBytes / 1024) }
}
