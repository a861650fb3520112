import Foundation
import GRDB

/// Writes one load's rows into the files of their days.
struct SpanWriter {
    private let days: [Int64: Database]
    private let blocks: [[UInt8]]
    /// The numbers of blocks that were written, by day and place in the load.
    private var written: [Int64: [Int: Int64]] = [:]

    init(_ days: [Int64: Database], blocks: [[UInt8]]) {
        self.days = days
        self.blocks = blocks
    }

    /// False where the span is there already.
    mutating func write(_ span: SpanRecord, day: Int64, trace: Int64, sid: Int64, _ flags: SpanFlags) throws -> Bool {
        guard let db = days[day] else { return false }
        let block = try self.block(span.block, day, db)
        let statement = try db.cachedStatement(sql: Self.insertSpan)
        let more = MoreText(span).packed
        statement.setUncheckedArguments([
            trace, Int64(bitPattern: span.address.span.number), Int64(bitPattern: span.parent), sid, span.start, span.duration ?? -1,
            span.kind, span.status, flags.rawValue, span.name, span.input, span.output, span.cacheRead, span.cacheWrite, span.reasoning,
            span.costNano, span.firstChunk, span.httpStatus, more.isEmpty ? nil : more, block, span.place,
            span.costInputNano, span.costOutputNano,
        ])
        try statement.execute()
        return db.changesCount > 0
    }

    /// False where the record is there already.
    mutating func write(_ record: LogRecordNote, day: Int64) throws -> Bool {
        guard let db = days[day] else { return false }
        let block = try self.block(record.block, day, db)
        let statement = try db.cachedStatement(sql: Self.insertRecord)
        statement.setUncheckedArguments([
            Int64(bitPattern: record.address.trace.low), Int64(bitPattern: record.address.span.number), record.time,
            Int64(bitPattern: record.hash), Int64(bitPattern: record.address.trace.high), block, record.place, record.title,
        ])
        try statement.execute()
        return db.changesCount > 0
    }

    private mutating func block(_ place: Int, _ day: Int64, _ db: Database) throws -> Int64 {
        if let known = written[day]?[place] { return known }
        let statement = try db.cachedStatement(sql: "INSERT INTO block(bytes) VALUES(?)")
        statement.setUncheckedArguments([Data(blocks.indices.contains(place) ? blocks[place] : [])])
        try statement.execute()
        written[day, default: [:]][place] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private static let insertSpan = """
        INSERT OR IGNORE INTO span(trace, span, parent, sid, start, length, kind, status, flags, name, input, output, cacheRead, \
        cacheWrite, reasoning, cost, firstChunk, http, more, block, place, costInput, costOutput) \
        VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """
    private static let insertRecord =
        "INSERT OR IGNORE INTO record(low, span, time, hash, high, block, place, title) VALUES(?,?,?,?,?,?,?,?)"
}
