import GRDB

/// Failures in groups, for the Errors page.
struct Failures {
    /// Which section of the page.
    enum Kind: Int64 {
        case request, tool, degraded
    }

    private struct Group: Hashable {
        let kind: Int64
        let series: SeriesKey
        let tool: String
        let type: String
        let fingerprint: String
    }

    private static let limit = 5_000
    private var groups: [Group: Int64] = [:]

    /// Notes a span that failed, or whose answer was cut.
    mutating func note(_ span: SpanRecord, trace: Int64, sid: Int64, _ db: Database) throws {
        guard let kind = Self.kind(span) else { return }
        let gid = try group(span, kind, db)
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO failure(start, trace, span, gid, sid) VALUES(?,?,?,?,?)").execute(
            arguments: [span.start, trace, Int64(bitPattern: span.address.span.number), gid, sid])
    }

    /// A retry made it good, or did not after all.
    static func mark(recovered: Bool, start: Int64, trace: Int64, span: UInt64, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE failure SET recovered=? WHERE start=? AND trace=? AND span=?").execute(
            arguments: [recovered ? 1 : 0, start, trace, Int64(bitPattern: span)])
    }

    private static func kind(_ span: SpanRecord) -> Kind? {
        switch span.series.role {
        case "call" where span.isFailed: .request
        case "call" where span.degraded != nil: .degraded
        case "tool" where span.isFailed: .tool
        default: nil
        }
    }

    private mutating func group(_ span: SpanRecord, _ kind: Kind, _ db: Database) throws -> Int64 {
        var series = span.series
        series.agent = ""
        series.provider = ""
        if kind == .degraded { series.outcome = span.degraded ?? "" }
        let message = kind == .degraded ? nil : span.statusMessage
        let isFull = groups.count >= Self.limit
        let group = Group(
            kind: kind.rawValue, series: series, tool: kind == .tool ? span.tool ?? "" : "", type: isFull ? "" : span.errorType ?? "",
            fingerprint: isFull ? "" : Fingerprint.of(message ?? ""))
        if let known = groups[group] { return known }
        let gid = try insert(group, message, db)
        groups[group] = gid
        return gid
    }

    private func insert(_ group: Group, _ message: String?, _ db: Database) throws -> Int64 {
        let key: StatementArguments = [
            group.kind, group.series.environment, group.series.service, group.series.operation, group.series.model, group.tool,
            group.series.outcome, group.type, group.fingerprint,
        ]
        let find = """
            SELECT id FROM failure_group WHERE kind=? AND environment=? AND service=? AND operation=? AND model=? AND tool=? \
            AND class=? AND type=? AND fingerprint=?
            """
        if let known = try Int64.fetchOne(db, sql: find, arguments: key) { return known }
        try db.execute(
            sql: """
                INSERT INTO failure_group(kind, environment, service, operation, model, tool, class, type, fingerprint, message) \
                VALUES(?,?,?,?,?,?,?,?,?,?)
                """, arguments: key + [message.map { String($0.prefix(500)) }])
        return db.lastInsertedRowID
    }

    /// Forgets the numbers, which a rollback or a retention may have made void.
    mutating func forget() { groups.removeAll() }
}

/// What messages of one kind of failure have in common: digits, ids, quoted text and addresses taken out.
enum Fingerprint {
    static func of(_ message: String) -> String {
        var result: [UInt8] = []
        var quote: UInt8?
        var word: [UInt8] = []
        for byte in message.utf8.prefix(400) {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            if isWord(byte) {
                word.append(byte)
                continue
            }
            append(&word, to: &result)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") || (byte == UInt8(ascii: "'") && !endsInLetter(result)) {
                quote = byte
                append("\u{2026}", to: &result)
            } else if byte != UInt8(ascii: " ") || result.last != byte {
                result.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
            }
        }
        append(&word, to: &result)
        return String(decoding: result.prefix(160), as: UTF8.self)
    }

    /// Words with digits in them are numbers, ids or versions.
    private static func append(_ word: inout [UInt8], to result: inout [UInt8]) {
        guard !word.isEmpty else { return }
        if word.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            append("#", to: &result)
        } else {
            result += word
        }
        word.removeAll(keepingCapacity: true)
    }

    private static func append(_ text: String, to result: inout [UInt8]) { result += Array(text.utf8) }

    private static func endsInLetter(_ bytes: [UInt8]) -> Bool { bytes.last.map { $0 != UInt8(ascii: "#") && isWord($0) } ?? false }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...: true
        default: false
        }
    }
}
