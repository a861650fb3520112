import Store

/// Asks the store for a conversation and what was said in it.
struct ConversationReading: Sendable {
    /// Turns on one page, and spans whose content is read for it.
    static let turns = 50
    static let spans = 500
    /// Turns of a conversation that is taken away.
    static let exportedTurns = 1_000

    let queries: any ViewQueries

    /// A page of its turns, or of what is taken away as many as `turns`.
    func read(
        _ id: ConversationID, after cursor: Cursor?, turns most: Int = Self.turns
    ) async throws -> (detail: ConversationDetail, transcript: Transcript)? {
        guard var detail = try await queries.conversation(id, turns: Self.turns, after: cursor) else { return nil }
        var facts = try await facts(of: detail.turns)
        while detail.turns.count < most, let next = detail.next {
            guard let more = try await queries.conversation(id, turns: Self.turns, after: next) else { break }
            facts.merge(try await self.facts(of: more.turns)) { first, _ in first }
            detail.turns += more.turns
            detail.next = more.next
        }
        return (detail, Transcript(detail.turns, after: detail.earlier, contents: facts))
    }

    private func facts(of turns: [ConversationDetail.Turn]) async throws -> [SpanAddress: SpanFacts] {
        let wanted = turns.flatMap(\.spans).filter { $0.hasPayload && ["call", "duplicate", "tool"].contains($0.role) }
        return try await Self.facts(of: wanted.prefix(Self.spans).map(\.address), from: queries)
    }

    /// The conversation of a key: in the environment that was named, else in the only one that has it, else in the first.
    func find(_ key: String, in environment: String?) async throws -> ConversationID? {
        if let environment { return ConversationID(environment: environment, key: key) }
        return try await queries.environments(ofConversation: key).first.map { ConversationID(environment: $0, key: key) }
    }

    static func facts(of spans: [SpanAddress], from queries: any ViewQueries) async throws -> [SpanAddress: SpanFacts] {
        guard !spans.isEmpty else { return [:] }
        var facts: [SpanAddress: SpanFacts] = [:]
        for content in try await queries.content(of: spans) { facts[content.address] = SpanFacts(content) }
        return facts
    }
}
