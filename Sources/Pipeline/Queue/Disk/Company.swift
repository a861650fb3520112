/// How many requests will probably share the next sync, and how long it pays to wait for them.
///
/// Senders that got their answers send again at once. Without a moment's patience the log syncs for those that came during the last sync,
/// then for the others, and so on: twice as many syncs for the same requests.
struct Company: Equatable {
    /// The requests of the last group, whose senders may come again, and those that wait already.
    private(set) var expected = 1
    /// No longer than the last sync took: no request waits longer than one that came when a sync had just begun.
    private(set) var patienceNanoseconds: UInt64 = 0

    private static let longestNanoseconds: UInt64 = 2_000_000

    /// Nobody in particular.
    init() {}

    init(answered: Int, waiting: Int, writeNanoseconds: UInt64, syncNanoseconds: UInt64) {
        // Where writing takes longer than syncing there is little to share.
        guard answered + waiting > 1, writeNanoseconds < syncNanoseconds else { return }
        expected = answered + waiting
        patienceNanoseconds = min(syncNanoseconds, Self.longestNanoseconds)
    }

    var isWorthWaiting: Bool { expected > 1 }
}
