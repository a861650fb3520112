/// What the store holds and how it does.
package struct StoreStatus: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        package var name: String
        package var bytes: Int64
    }

    package var files: [File] = []
    package var bytes: Int64 = 0
    /// Counted since the store was made.
    package var spans: Int64 = 0
    package var records: Int64 = 0
    package var redelivered: Int64 = 0
    package var badTimestamps: Int64 = 0
    /// Older than what is kept.
    package var tooOld: Int64 = 0
    package var traces: Int64 = 0
    package var conversations: Int64 = 0
    /// Start of the earliest and of the latest span that are kept.
    package var oldest: Int64?
    package var newest: Int64?
    package var lastCommit: Int64?
    /// Seen by the store in the last minute.
    package var spansLastMinute: Int64 = 0
    package var genAILastMinute: Int64 = 0
    package var checklist = Checklist()

    package init() {}

    /// What has been seen at all: the empty state says what is missing (view.md 3.7).
    package struct Checklist: Sendable, Equatable {
        package var spans = false
        package var genAI = false
        package var tokens = false
        package var prices = false
        package var conversations = false
        package var content = false
    }
}
