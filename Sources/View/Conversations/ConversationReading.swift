import Store

/// Asks the store for a conversation and what was said in it.
struct ConversationReading: Sendable {
    /// Turns on one page, and spans whose content is read for it.
    static let turns = 50
    static let spans = 500

    let queries: any ViewQueries

    /// A page of its turns.
    func read(_ id: ConversationID, after cursor: Cursor?) async throws -> (detail: ConversationDetail, transcript: Transcript)? {
        guard let detail = try await queries.conversation(id, turns: Self.turns, after: cursor) else { return nil }
        let facts = try await Self.facts(of: Self.said(in: detail.turns).prefix(Self.spans).map { $0 }, from: queries)
        return (detail, Transcript(detail.turns, after: detail.earlier, contents: facts))
    }

    /// What was said in these turns, however much it is.
    func allFacts(of turns: [ConversationDetail.Turn]) async throws -> [SpanAddress: SpanFacts] {
        let said = Self.said(in: turns)
        var facts: [SpanAddress: SpanFacts] = [:]
        for start in stride(from: 0, to: said.count, by: Self.spans) {
            let some = Array(said[start..<min(start + Self.spans, said.count)])
            facts.merge(try await Self.facts(of: some, from: queries)) { first, _ in first }
        }
        return facts
    }

    /// The spans whose content is read.
    private static func said(in turns: [ConversationDetail.Turn]) -> [SpanAddress] {
        turns.flatMap(\.spans).filter { $0.hasPayload && ["call", "duplicate", "tool"].contains($0.role) }.map(\.address)
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
