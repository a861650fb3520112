import GRDB

/// What was said in spans, and the log records that belong to them.
struct ContentRows {
    static let limit = 500
    let db: Database
    let files: DayFiles
    let reader: any ContentReader

    func content(of spans: [SpanAddress]) throws -> [SpanContent] {
        var content: [SpanContent] = []
        let byTrace = Dictionary(grouping: spans.prefix(Self.limit), by: \.trace)
        for (trace, spans) in byTrace {
            let sql = "SELECT id, start, end FROM trace WHERE low=? AND high=?"
            let key: StatementArguments = [Int64(bitPattern: trace.low), Int64(bitPattern: trace.high)]
            guard let row = try Row.fetchOne(db, sql: sql, arguments: key) else { continue }
            // Records may be written a little before and after their spans.
            let slack = Tier.hour.nanoseconds
            for file in try files.files(from: (row[1] as Int64) &- slack, to: (row[2] as Int64) &+ slack) {
                try file.read { day in
                    let found = try self.spans(spans, of: row[0], day)
                    content += found
                }
            }
            try addRecords(to: &content, trace, from: (row[1] as Int64) &- slack, to: (row[2] as Int64) &+ slack)
        }
        let order = Dictionary(spans.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
        return content.sorted { order[$0.address] ?? 0 < order[$1.address] ?? 0 }
    }

    private struct Place {
        let block: Int64
        let place: Int
    }

    private func spans(_ spans: [SpanAddress], of trace: Int64, _ day: Database) throws -> [SpanContent] {
        let statement = try day.cachedStatement(sql: "SELECT block, place FROM span WHERE trace=? AND span=?")
        var places: [(SpanAddress, Place)] = []
        for address in spans {
            if let row = try Row.fetchOne(statement, arguments: [trace, Int64(bitPattern: address.span.number)]) {
                places.append((address, Place(block: row[0], place: row[1])))
            }
        }
        return try texts(places, day).map { SpanContent(address: $0, span: $1, records: []) }
    }

    private func addRecords(to content: inout [SpanContent], _ trace: TraceID, from: Int64, to: Int64) throws {
        for file in try files.files(from: from, to: to) {
            let records = try file.read { day in
                let sql = "SELECT span, block, place FROM record WHERE low=? AND high=? ORDER BY span, time LIMIT 5000"
                let rows = try Row.fetchAll(
                    try day.cachedStatement(sql: sql), arguments: [Int64(bitPattern: trace.low), Int64(bitPattern: trace.high)])
                return try texts(
                    rows.compactMap { row in
                        SpanID(UInt64(bitPattern: row[0])).map {
                            (SpanAddress(trace: trace, span: $0), Place(block: row[1], place: row[2]))
                        }
                    }, day)
            }
            for (address, text) in records {
                if let i = content.firstIndex(where: { $0.address == address }) { content[i].records.append(text) }
            }
        }
    }

    /// The texts at these places, each block read and unpacked once.
    private func texts(_ places: [(address: SpanAddress, place: Place)], _ day: Database) throws -> [(SpanAddress, String)] {
        var found: [(Int, SpanAddress, String)] = []
        let byBlock = Dictionary(grouping: places.enumerated(), by: \.element.place.block)
        for (block, items) in byBlock {
            let sql = "SELECT bytes FROM block WHERE id=?"
            guard let bytes = try Row.fetchOne(try day.cachedStatement(sql: sql), arguments: [block])?.bytes(0) else { continue }
            let texts = reader.json(bytes, at: items.map(\.element.place.place))
            for (item, text) in zip(items, texts) { if let text { found.append((item.offset, item.element.address, text)) } }
        }
        return found.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
    }
}
