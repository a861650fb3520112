/// Which conversations and turns were seen of late, over all shards, so that each is counted once.
///
/// A turn is one trace of a conversation that called a model; it brings one user message, and one more when a call in it ends in an
/// answer (view.md, "turn", "message"). Bounded: of very many conversations the longest silent are forgotten, and count again.
struct ConversationLedger: ~Copyable, Sendable {
    /// What is new.
    struct News: Sendable, Equatable {
        var started: Int64 = 0
        var turns: Int64 = 0
        var messages: Int64 = 0

        var isEmpty: Bool { started | turns | messages == 0 }
    }

    private var conversations: RecentSet
    private var turns: RecentSet

    init(capacity: Int) {
        conversations = RecentSet(capacity: capacity)
        turns = RecentSet(capacity: capacity)
    }

    /// Notes a call of `turn` in `conversation`, both as hashes; `flags` are those of `RecentSet`.
    mutating func note(_ conversation: UInt64, _ turn: UInt64, _ flags: UInt64) -> News {
        var news = News()
        if conversations.note(conversation, RecentSet.seen) == 0 { news.started = 1 }
        let before = turns.note(turn, flags)
        if before & RecentSet.seen == 0 {
            news.turns = 1
            news.messages = 1
        }
        if flags & RecentSet.answered != 0, before & RecentSet.answered == 0 { news.messages += 1 }
        return news
    }
}
