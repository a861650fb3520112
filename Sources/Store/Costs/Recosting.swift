import GRDB

/// Works out costs again, a portion of one day's calls at a time. Runs where the writer runs: nothing else is written meanwhile.
struct Recosting {
    /// Calls of one portion.
    let portion: Int
    let question: RecostQuestion
    let reader: any CostReader
    let files: DayFiles
    let book: SeriesBook
    let names: ModelNames

    /// Does one portion behind `place`; its `next` is nil at the day's end.
    func run(_ place: RecostPlace, _ main: Database) throws -> RecostReport {
        guard let file = try files.file(place.day) else { return RecostReport() }
        let mark = try Int64.fetchOne(main, sql: "SELECT recost FROM day WHERE day=?", arguments: [place.day]) ?? 0
        try file.write { try RecostJournal.settle($0, counted: mark) }
        let calls = try file.read { try self.calls(behind: place, $0) }
        let changes = calls.compactMap { call in call.change.map { (call, $0) } }
        var report = RecostReport()
        report.calls = Int64(calls.count)
        if calls.count == portion, let last = calls.last {
            report.next = RecostPlace(day: place.day, trace: last.trace, span: last.span)
        }
        guard !changes.isEmpty else { return report }
        try file.write { try RecostJournal.note(changes.map(\.1), portion: mark + 1, $0) }
        try main.inTransaction(.immediate) {
            for (call, change) in changes {
                if call.cost == nil { report.newlyPriced += 1 }
                if call.cost != change.cost { report.changed += 1 }
                report.differenceNano &+= change.cost &- (call.cost ?? 0)
            }
            try count(changes, main)
            try main.execute(sql: "UPDATE day SET recost=? WHERE day=?", arguments: [mark + 1, place.day])
            return .commit
        }
        try file.write { try RecostJournal.settle($0, counted: mark + 1) }
        return report
    }

    /// A call as its row says it, with what is to change in it.
    private struct Call {
        let trace: Int64
        let span: Int64
        let sid: Int64
        let start: Int64
        let cost: Int64?
        let input: Int64?
        let output: Int64?
        let isUnused: Bool
        var change: RecostJournal.Change?
    }

    private func calls(behind place: RecostPlace, _ day: Database) throws -> [Call] {
        let wanted = book.numbers { $0.isCall && question.model.admits($0.model, or: names.name(of: $0)) }
        let sql = """
            SELECT trace, span, sid, start, cost, more, block, place, input, output, costInput, costOutput FROM span WHERE (trace, span) > (?,?) \
            AND start>=? AND start<? AND sid IN (SELECT value FROM json_each(?)) \(question.unpricedOnly ? "AND cost IS NULL" : "") \
            ORDER BY trace, span LIMIT \(portion)
            """
        let rows = try Row.fetchAll(
            day, sql: sql,
            arguments: [place.trace, place.span, question.range.from, question.range.to, Selection.json(wanted)])
        var calls = rows.map { row in
            let isFailed = book.key(row[2])?.outcome.isEmpty == false
            return Call(
                trace: row[0], span: row[1], sid: row[2], start: row[3], cost: row[4], input: row[10], output: row[11],
                isUnused: isFailed && row.hasNull(atIndex: 4) && row.hasNull(atIndex: 8) && row.hasNull(atIndex: 9))
        }
        for (block, places) in Dictionary(grouping: rows.indices, by: { rows[$0][6] as Int64 }) {
            let sql = "SELECT bytes FROM block WHERE id=?"
            guard let bytes = try Row.fetchOne(try day.cachedStatement(sql: sql), arguments: [block])?.bytes(0) else { continue }
            let costs = reader.costs(bytes, at: places.map { rows[$0][7] })
            for (i, cost) in zip(places, costs) { calls[i].change = cost.flatMap { Self.change(rows[i], $0) } }
        }
        return calls
    }

    /// Nil where nothing changes, neither the cost nor what it is made of, or the cost is not ours.
    private static func change(_ row: Row, _ cost: CallCost) -> RecostJournal.Change? {
        var more = MoreText.unpacked((row[5] as String?) ?? "")
        let old: Int64? = row[4]
        guard old == nil || more[.costSource] == "computed",
            old != cost.nano || more[.price] != cost.price || row[10] as Int64? != cost.inputNano || row[11] as Int64? != cost.outputNano
        else { return nil }
        more[.costSource] = "computed"
        more[.costDetail] = cost.detail
        more[.price] = cost.price
        return RecostJournal.Change(
            trace: row[0], span: row[1], cost: cost.nano, input: cost.inputNano, output: cost.outputNano, price: cost.price,
            more: MoreText(more).packed)
    }

    private func count(_ changes: [(Call, RecostJournal.Change)], _ main: Database) throws {
        let conversationOf = try main.cachedStatement(sql: "SELECT conversation FROM trace WHERE id=?")
        let added = "SET cost=cost+?, priced=priced+?, unused=unused+? WHERE id=?"
        let trace = try main.cachedStatement(sql: "UPDATE trace \(added)")
        let conversation = try main.cachedStatement(sql: "UPDATE conversation \(added)")
        var rolls = RollBuffer()
        var names = names
        for (call, change) in changes {
            if let key = book.key(call.sid), let price = change.price { try names.note(key, price: price, main) }
            var delta = Sums()
            delta[.cost] = change.cost &- (call.cost ?? 0)
            delta[.costInput] = (change.input ?? 0) &- (call.input ?? 0)
            delta[.costOutput] = (change.output ?? 0) &- (call.output ?? 0)
            delta[.priced] = call.cost == nil ? 1 : 0
            delta[.unused] = call.isUnused ? -1 : 0
            try trace.execute(arguments: [delta[.cost], delta[.priced], delta[.unused], call.trace])
            if let id = try Int64.fetchOne(conversationOf, arguments: [call.trace]) {
                try conversation.execute(arguments: [delta[.cost], delta[.priced], delta[.unused], id])
                delta[.conversationCost] = delta[.cost]
                delta[.conversationPriced] = delta[.priced]
                delta[.conversationUnused] = delta[.unused]
            }
            if let entry = book.entry(call.sid) { rolls.add(Tier.minute.bucket(call.start), entry, delta) }
        }
        try rolls.write(main)
    }
}
