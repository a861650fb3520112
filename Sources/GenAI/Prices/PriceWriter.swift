/// Writes a price file in its canonical form: one way to say each thing, so that two files can be compared as text.
package enum PriceWriter {
    package static func write(_ file: PriceFile) -> String {
        var text = "prices 1\n"
        if let day = file.asof { text += "asof \(Instant.date(ofDay: day))\n" }
        for source in file.sources { text += "source \(source)\n" }
        for calendar in file.calendars { text += "calendar \(calendar.name) \(calendar.days.map(days).joined(separator: " "))\n" }
        for currency in file.currencies {
            text += "rate \(currency.name) \(currency.dollars.decimal()) \(Instant.date(ofDay: currency.day))\n"
        }
        let known = Set(file.providers.map(\.name))
        for provider in file.providers.sorted(by: { $0.name < $1.name }) {
            text += "\n\(write(provider))\n"
            for record in sorted(file.records.filter { $0.provider == provider.name }) { text += write(record) + "\n" }
        }
        let others = file.records.filter { !known.contains($0.provider) }
        if !others.isEmpty { text += "\n" + sorted(others).map { write($0) + "\n" }.joined() }
        return text
    }

    /// By name; a change to a model stays behind what it changes.
    private static func sorted(_ records: [PriceRecord]) -> [PriceRecord] {
        let keyed = records.enumerated().map { (key: $1.title.lowercased(), at: $0, record: $1) }
        return keyed.sorted { ($0.key, $0.at) < ($1.key, $1.at) }.map(\.record)
    }

    private static func days(_ range: ClosedRange<Int>) -> String {
        let first = Instant.date(ofDay: range.lowerBound)
        return range.count == 1 ? first : "\(first)..\(Instant.date(ofDay: range.upperBound))"
    }

    static func write(_ provider: PriceProvider) -> String {
        var words = ["provider", provider.name]
        for (word, list) in [("is", provider.spellings), ("host", provider.hosts), ("via", provider.via), ("home", provider.makes)]
        where !list.isEmpty {
            words += [word] + list
        }
        if let tier = provider.tier { words += ["tier", tier.rawValue] }
        if let prefer = provider.prefer { words += ["prefer", prefer.rawValue] }
        if let clock = provider.clock { words += ["clock", clock.rawValue] }
        for (word, holds) in [("home", provider.home && provider.makes.isEmpty), ("gateway", provider.gateway), ("free", provider.free)]
        where holds {
            words.append(word)
        }
        return words.joined(separator: " ")
    }

    /// A model and its rules, a line each. Rules copied by `like` must not be in the record.
    package static func write(_ record: PriceRecord) -> String {
        let sign = record.action == .extend ? "+" : record.action == .delete ? "-" : ""
        var words = ["\(sign)\(record.title)"]
        if !record.aliases.isEmpty { words += ["aka"] + record.aliases }
        if !record.patterns.isEmpty { words += ["match"] + record.patterns.map(\.text) }
        if let like = record.like { words += ["like", like] }
        var rules = record.rules[...]
        var line = words.joined(separator: " ")
        if let first = rules.first, first.selector.isUnconditional {
            rules.removeFirst()
            line += ": \(write(first.steps))"
        } else if record.action == .define, record.like == nil {
            line += ": unpriced"
        }
        return ([line] + rules.map { "  \(write($0))" }).joined(separator: "\n")
    }

    static func write(_ rule: PriceRule) -> String { "\(write(rule.selector)): \(write(rule.steps))" }

    static func write(_ steps: [PriceStep]) -> String { steps.map(write).joined(separator: " ") }

    private static func write(_ step: PriceStep) -> String {
        switch step {
        case .set(let meter, let rate): "\(meter.word) \(rate.literal(for: meter))"
        case .remove(let meter): "\(meter.word) -"
        case .clear: "="
        case .scale(let factor): "x\(factor.decimal())"
        case .scaleAll(let factor): "xall \(factor.decimal())"
        case .minimum(let meter, let count): "min \(meter.word) \(count)"
        case .free: "free"
        case .unpriced: "unpriced"
        }
    }

    static func write(_ selector: PriceSelector) -> String {
        var words: [String] = []
        if selector.batch { words.append("batch") }
        for condition in selector.conditions {
            var values = condition.words
            if condition.negated, let first = values.first { values[0] = "!\(first)" }
            words += [condition.kind == .attribute ? "attr:\(condition.key)" : condition.kind.rawValue] + values
        }
        if let from = selector.from { words += ["from", Instant.text(from)] }
        if let to = selector.to { words += ["to", Instant.text(to)] }
        if let schedule = selector.schedule { words += write(schedule) }
        if let over = selector.over { words += ["over", String(over)] }
        return words.joined(separator: " ")
    }

    private static func write(_ schedule: PriceSchedule) -> [String] {
        let time = { (minute: Int) in "\(Instant.pad(minute / 60, 2)):\(Instant.pad(minute % 60, 2))" }
        var words: [String] = []
        if !schedule.windows.isEmpty {
            words += ["hours", schedule.windows.map { "\(time($0.start))-\(time($0.end))" }.joined(separator: ",")]
        }
        if schedule.days != 0 {
            words += [
                "days", (0..<7).filter { schedule.days & (1 << UInt8($0)) != 0 }.map { PriceSchedule.dayNames[$0] }.joined(separator: ","),
            ]
        }
        if schedule.zone != 0 { words += ["zone", "\(schedule.zone < 0 ? "-" : "+")\(time(abs(schedule.zone)))"] }
        if !schedule.calendars.isEmpty { words += ["not"] + schedule.calendars }
        return words
    }
}
