import Store

/// A whole conversation to take away, however long: only some of its turns are in memory at a time.
actor WholeConversation {
    /// Turns in memory.
    private let turns: Int
    private let reading: ConversationReading
    private let format: Asked.Format
    private let row: ConversationRow
    private var part: ConversationDetail?
    /// What was said before the part.
    private var said = TranscriptReading()
    private var isFirst = true
    private var table = Table.Lines()

    /// Nil where there is none.
    init?(_ id: ConversationID, _ reading: ConversationReading, as format: Asked.Format, turns: Int = 10) async throws {
        self.turns = turns
        guard let first = try await reading.queries.conversation(id, turns: turns, after: nil) else { return nil }
        self.reading = reading
        self.format = format
        row = first.row
        part = first
    }

    /// The next piece of the file; nil at its end.
    func piece() async throws -> [UInt8]? {
        guard let part else { return nil }
        let facts = try await reading.allFacts(of: part.turns)
        let transcript = Transcript(part.turns, after: part.earlier, contents: facts, &said)
        let text = text(of: transcript)
        isFirst = false
        self.part = nil
        if let next = part.next { self.part = try await reading.queries.conversation(part.row.id, turns: turns, after: next) }
        return Array((text + (self.part == nil ? end : "")).utf8)
    }

    private func text(of transcript: Transcript) -> String {
        switch format {
        case .markdown: (isFirst ? ConversationExport.markdown(row) : "") + transcript.turns.map(ConversationExport.markdown).joined()
        case .csv: table.csv(steps(transcript))
        case .ndjson: steps(transcript).map { $0.written() + "\n" }.joined()
        case .json, .otlp:
            (isFirst ? "{\"conversation\":\(JSONTree(row).written()),\"turns\":[" : ",")
                + transcript.turns.map { JSONTree($0).written() }.joined(separator: ",")
        }
    }

    private var end: String { format == .json ? "],\"contentCaptured\":\(said.hasContent),\"next\":null}\n" : "" }

    private func steps(_ transcript: Transcript) -> [JSONTree] { transcript.turns.flatMap(\.steps).map { JSONTree($0.row) } }
}
