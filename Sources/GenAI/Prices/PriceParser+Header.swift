/// The lines before the models: date, calendars, currencies, providers.
extension PriceParser {
    mutating func readAsOf(_ line: PriceLine) {
        guard line.words.count == 2, let day = Instant.day(line.words[1].text) else {
            return fail(line.place(line.words.count > 1 ? line.words[1] : nil), "'asof' needs a date", hint: "such as 2026-11-23")
        }
        file.asof = day
    }

    mutating func readCalendar(_ line: PriceLine) {
        var words = line.words.dropFirst()
        guard let name = next(&words, after: line.words[0], line, "a name") else { return }
        var calendar = PriceCalendar(name: name.text, days: [], place: line.place(name))
        for word in words {
            guard let days = PriceParser.days(word.text) else {
                fail(line.place(word), "'\(word.text)' is no date or range of dates", hint: "such as 2026-10-01..2026-10-07")
                continue
            }
            calendar.days.append(days)
        }
        if file.calendars.contains(where: { $0.name == name.text }) {
            return fail(line.place(name), "calendar '\(name.text)' is here twice")
        }
        file.calendars.append(calendar)
    }

    private static func days(_ text: String) -> ClosedRange<Int>? {
        let bytes = Array(text.utf8)
        if bytes.count == 10 { return Instant.day(text).map { $0...$0 } }
        guard bytes.count == 22, bytes[10] == UInt8(ascii: "."), bytes[11] == UInt8(ascii: "."),
            let first = Instant.day(text.prefix(10)), let last = Instant.day(text.suffix(10)), first <= last
        else { return nil }
        return first...last
    }

    mutating func readCurrency(_ line: PriceLine) {
        guard line.words.count == 4 else {
            return fail(line.place(), "'rate' needs a currency, its dollars and a date", hint: "such as 'rate CNY 0.1379 2026-06-01'")
        }
        guard let amount = DecimalText(line.words[2].text.utf8), let dollars = amount.ratio(shiftedBy: 0, over: 1), dollars.numerator > 0
        else { return fail(line.place(line.words[2]), "'\(line.words[2].text)' is no amount of dollars") }
        guard let day = Instant.day(line.words[3].text) else {
            return fail(line.place(line.words[3]), "'\(line.words[3].text)' is no date")
        }
        let name = line.words[1].text
        if file.currencies.contains(where: { $0.name == name }) {
            return fail(line.place(line.words[1]), "currency '\(name)' is here twice")
        }
        file.currencies.append(PriceCurrency(name: name, dollars: dollars, day: day, place: line.place(line.words[1])))
    }

    static let providerWords = ["is", "host", "via", "free", "home", "gateway", "tier", "prefer", "clock"]

    mutating func readProvider(_ line: PriceLine) {
        var words = line.words.dropFirst()
        guard let name = next(&words, after: line.words[0], line, "a name") else { return }
        guard PriceParser.isName(name.text), !name.text.contains("/") else {
            return fail(
                line.place(name), "'\(name.text)' cannot be the name of a provider", hint: "ASCII letters, digits, '-', '_' and '.'")
        }
        var provider = PriceProvider(name: name.text.lowercased(), place: line.place(name))
        var list = ""
        while let word = words.popFirst() {
            if PriceParser.providerWords.contains(word.text) {
                list = ""
                readProviderWord(word, &words, line, &provider, &list)
            } else if list.isEmpty {
                failWord(word, line, PriceParser.providerWords)
            } else {
                readProviderName(word, line, &provider, list)
            }
        }
        if file.providers.contains(where: { $0.name == provider.name }) {
            return fail(line.place(name), "provider '\(provider.name)' is here twice")
        }
        file.providers.append(provider)
    }

    /// Names are one in any case, so one that is a word of the grammar in lower case could not be written back.
    private mutating func readProviderName(_ word: PriceLine.Word, _ line: PriceLine, _ provider: inout PriceProvider, _ list: String) {
        let name = word.text.lowercased()
        guard PriceParser.isName(word.text), !PriceParser.providerWords.contains(name) else {
            return fail(line.place(word), "'\(word.text)' cannot be a name", hint: "printable ASCII, at most 200 bytes")
        }
        provider.append(name, to: list)
    }

    private mutating func readProviderWord(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ provider: inout PriceProvider,
        _ list: inout String
    ) {
        switch word.text {
        case "is", "host", "via": list = word.text
        case "free": provider.free = true
        case "home":
            provider.home = true
            list = word.text
        case "gateway": provider.gateway = true
        case "tier": provider.tier = choice(word, &words, line)
        case "prefer": provider.prefer = choice(word, &words, line)
        default: provider.clock = choice(word, &words, line)
        }
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine
    ) -> Choice? where Choice.RawValue == String {
        let all = Choice.allCases.map(\.rawValue)
        guard let value = next(&words, after: word, line, "one of \(all.joined(separator: ", "))") else { return nil }
        guard let choice = Choice(rawValue: value.text) else {
            failWord(value, line, all)
            return nil
        }
        return choice
    }

    /// Whether this can name a model, a provider or a host: printable ASCII, at most 200 bytes, and no colon at its end, which would be
    /// read as the end of the line's head.
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= ModelName.maxBytes && text.utf8.allSatisfy { 33...126 ~= $0 } && text.last != ":"
    }
}

extension PriceProvider {
    fileprivate mutating func append(_ word: String, to list: String) {
        switch list {
        case "is": spellings.append(word)
        case "host": hosts.append(word)
        case "home": makes.append(word)
        default: via.append(word)
        }
    }
}
