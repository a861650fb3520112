/// What stands before a rule's colon: `from 2026-08-21 over 272000`, `tier priority fast`, `region !global`.
extension PriceParser {
    static let selectorWords = [
        "over", "atleast", "from", "to", "hours", "days", "zone", "not", "tier", "batch", "speed", "region", "residency", "geo", "ctx",
        "route",
    ]

    mutating func readSelector(_ head: ArraySlice<PriceLine.Word>, _ line: PriceLine) -> PriceSelector {
        var words = head
        var selector = PriceSelector()
        var schedule = PriceSchedule()
        var seen: Set<String> = []
        while let word = words.popFirst() {
            if !seen.insert(word.text).inserted { fail(line.place(word), "'\(word.text)' is here twice") }
            switch word.text {
            case "over", "atleast": readTokens(word, &words, line, &selector)
            case "from", "to": readInstant(word, &words, line, &selector)
            case "hours", "days", "zone": readSchedule(word, &words, line, &schedule)
            case "not": schedule.calendars += readList(word, &words, line)
            case "batch": selector.batch = true
            default: readCondition(word, &words, line, &selector)
            }
        }
        for name in schedule.calendars where !file.calendars.contains(where: { $0.name == name }) {
            fail(line.place(), "there is no calendar '\(name)'", hint: "write 'calendar \(name) DATES' above")
        }
        if seen.contains("zone"), schedule.windows.isEmpty, schedule.days == 0, schedule.calendars.isEmpty {
            fail(line.place(), "'zone' says whose days are meant, and none are named", hint: "add 'days mon-fri', or leave it out")
        }
        if schedule != PriceSchedule() { selector.schedule = schedule }
        return selector
    }

    private mutating func readTokens(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ selector: inout PriceSelector
    ) {
        guard let value = next(&words, after: word, line, "a number of tokens") else { return }
        guard let count = Int64(value.text), count > 0, count <= 1_000_000_000_000 else {
            return fail(line.place(value), "'\(value.text)' is no number of tokens")
        }
        selector.over = word.text == "over" ? count : count - 1
    }

    private mutating func readInstant(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ selector: inout PriceSelector
    ) {
        guard let value = next(&words, after: word, line, "a date or a time") else { return }
        guard let seconds = Instant.seconds(value.text) else {
            return fail(line.place(value), "'\(value.text)' is no date", hint: "such as 2026-08-21 or 2026-08-16T16:00:00Z")
        }
        if word.text == "from" { selector.from = seconds } else { selector.to = seconds }
        if let from = selector.from, let to = selector.to, from >= to { fail(line.place(value), "the rule ends before it begins") }
    }

    private mutating func readSchedule(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ schedule: inout PriceSchedule
    ) {
        let example = word.text == "hours" ? "01:00-04:00,06:00-10:00" : word.text == "days" ? "mon-fri" : "+08:00"
        guard let value = next(&words, after: word, line, "such as \(example)") else { return }
        switch word.text {
        case "hours":
            if let windows = PriceSchedule.windows(value.text) { return schedule.windows = windows }
        case "days":
            if let days = PriceSchedule.days(value.text) { return schedule.days = days }
        default:
            if let seconds = Instant.offset(Array(value.text.utf8)[...]), abs(seconds) <= 14 * 3600 { return schedule.zone = seconds / 60 }
        }
        fail(line.place(value), "'\(value.text)' cannot follow '\(word.text)'", hint: "such as \(example)")
    }

    private mutating func readCondition(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ selector: inout PriceSelector
    ) {
        var condition: PriceCondition
        if word.text.hasPrefix("attr:"), word.length > 5 {
            condition = PriceCondition(kind: .attribute, key: String(word.text.dropFirst(5)), words: [])
        } else if let kind = PriceCondition.Kind(rawValue: word.text), kind != .attribute {
            condition = PriceCondition(kind: kind, words: [])
        } else {
            let hint = Spelling.nearest(to: word.text, in: PriceParser.selectorWords).map { "did you mean '\($0)'?" }
            fail(line.place(word), "unknown word '\(word.text)'", hint: hint ?? "anything else on a span is 'attr:KEY VALUE'")
            words = words.drop { !PriceParser.selectorWords.contains($0.text) }
            return
        }
        var values = readList(word, &words, line)
        guard let first = values.first else { return }
        condition.negated = first.hasPrefix("!")
        if condition.negated { values[0].removeFirst() }
        if values.contains(where: { $0.isEmpty || $0.hasPrefix("!") }) {
            return fail(line.place(word), "'!' stands before the first word only", hint: "'\(word.text) !a b' means neither a nor b")
        }
        condition.words = condition.kind == .attribute ? values : values.map { $0.lowercased() }
        selector.conditions.append(condition)
    }

    /// The words up to the next word of the grammar; at least one.
    private mutating func readList(_ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine) -> [String] {
        var list: [String] = []
        while let value = words.first, !PriceParser.selectorWords.contains(value.text), !value.text.hasPrefix("attr:") {
            words.removeFirst()
            // A word of the grammar in capitals would be one when it is written again.
            let lower = value.text.lowercased()
            if PriceParser.selectorWords.contains(lower) || lower.hasPrefix("attr:") {
                fail(line.place(value), "'\(value.text)' is written in lower case")
            }
            // Anywhere but last, as it may be when it is written again, its colon would end the selector.
            if value.text.hasSuffix(":") { fail(line.place(value), "a word cannot end in ':'", hint: "one colon ends the selector") }
            list.append(value.text)
        }
        if list.isEmpty { fail(line.place(word), "'\(word.text)' needs a word after it") }
        return list
    }
}

extension PriceSchedule {
    static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// `01:00-04:00,06:00-10:00`
    static func windows(_ text: String) -> [Window]? {
        var windows: [Window] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let start = Instant.minuteOfDay(ends[0].utf8), let end = Instant.minuteOfDay(ends[1].utf8), start != end,
                start < 1440
            else { return nil }
            windows.append(Window(start: start, end: end))
        }
        return windows
    }

    /// `mon-fri`, `sat,sun`
    static func days(_ text: String) -> UInt8? {
        var mask: UInt8 = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first, let last = ends.last, ends.count <= 2, let from = dayNames.firstIndex(of: String(first)),
                let to = dayNames.firstIndex(of: String(last))
            else { return nil }
            var day = from
            while true {
                mask |= 1 << UInt8(day)
                if day == to { break }
                day = (day + 1) % 7
            }
        }
        return mask
    }
}
