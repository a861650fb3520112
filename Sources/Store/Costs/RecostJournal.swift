import GRDB

/// New costs go from a day's file into the main file's sums and back to the day's spans. Both files cannot be committed at once, so:
///
/// 1. the day's file notes the new costs as a portion with a number,
/// 2. the main file counts the difference to the spans' costs and takes the number as its mark,
/// 3. the spans take the noted costs.
///
/// After a crash a portion up to the mark is taken by the spans; one beyond it never was counted and is forgotten.
enum RecostJournal {
    struct Change {
        let trace: Int64
        let span: Int64
        let cost: Int64
        let input: Int64?
        let output: Int64?
        /// The entry of the price table; `more` has it too.
        let price: String?
        let more: String?
    }

    static func note(_ changes: [Change], portion: Int64, _ day: Database) throws {
        let insert = try day.cachedStatement(
            sql: "INSERT OR REPLACE INTO recost(trace, span, portion, cost, more, costInput, costOutput) VALUES(?,?,?,?,?,?,?)")
        for change in changes {
            try insert.execute(arguments: [change.trace, change.span, portion, change.cost, change.more, change.input, change.output])
        }
    }

    static func settle(_ day: Database, counted mark: Int64) throws {
        guard try Bool.fetchOne(day, sql: "SELECT EXISTS(SELECT 1 FROM recost)") == true else { return }
        try day.execute(
            sql: """
                UPDATE span SET (cost, more, costInput, costOutput)=(SELECT r.cost, r.more, r.costInput, r.costOutput FROM recost r \
                WHERE r.trace=span.trace AND r.span=span.span) \
                WHERE (trace, span) IN (SELECT trace, span FROM recost WHERE portion <= ?)
                """, arguments: [mark])
        try day.execute(sql: "DELETE FROM recost")
    }
}
