/// The indented lines below a model: `  tier priority fast: x2`.
extension PriceParser {
    mutating func readRule(_ line: PriceLine) {
        guard hasRecord, let last = file.records.indices.last else {
            return fail(line.place(), "an indented line belongs to a model, and there is none above")
        }
        guard let (head, payload) = line.split() else {
            return fail(line.place(line.words.last), "a rule needs a colon after its conditions", hint: "such as 'over 200000: in 4'")
        }
        if head.isEmpty { fail(line.place(), "a rule needs a condition before the colon") }
        if payload.isEmpty { fail(line.place(line.words.last), "a rule needs a price after the colon") }
        let rule = PriceRule(selector: readSelector(head, line), steps: readSteps(payload, line), place: line.place())
        if file.records[last].action == .delete { fail(line.place(), "a line that begins with '-' has no rules") }
        file.records[last].rules.append(rule)
        if file.records[last].rules.count == PriceBook.maxRules + 1 {
            fail(line.place(), "a model has at most \(PriceBook.maxRules) rules")
        }
    }

    // MARK: - After the colon

    static let stepWords = ["free", "unpriced", "min", "cur", "xall", "="]

    mutating func readSteps(_ payload: ArraySlice<PriceLine.Word>, _ line: PriceLine) -> [PriceStep] {
        var words = payload
        var steps: [PriceStep] = []
        let currency = readCurrencyWord(payload, line)
        while let word = words.popFirst() {
            switch word.text {
            case "=": steps.append(.clear)
            case "free": steps.append(.free)
            case "unpriced": steps.append(.unpriced)
            case "cur": words.removeFirst(min(1, words.count))
            case "min": if let step = readMinimum(word, &words, line) { steps.append(step) }
            case "xall":
                guard let value = next(&words, after: word, line, "a number") else { break }
                if let ratio = factor(value, Substring(value.text), line) { steps.append(.scaleAll(ratio)) }
            default:
                if let meter = Meter(word: word.text) {
                    if let step = readRate(meter, word, &words, line, currency) { steps.append(step) }
                } else if word.text.first == "x", let second = word.text.utf8.dropFirst().first, 46...57 ~= second {
                    if let ratio = factor(word, word.text.dropFirst(), line) { steps.append(.scale(ratio)) }
                } else {
                    failWord(word, line, Meter.allCases.map(\.word) + PriceParser.stepWords)
                    // Its price, if it has one, is not a mistake of its own.
                    if let digit = words.first?.text.utf8.first, 48...57 ~= digit { words.removeFirst() }
                }
            }
        }
        return steps
    }

    /// The value of `cur NAME` on this line, or of a dollar.
    private mutating func readCurrencyWord(_ payload: ArraySlice<PriceLine.Word>, _ line: PriceLine) -> Ratio {
        guard let at = payload.firstIndex(where: { $0.text == "cur" }) else { return .one }
        guard at + 1 < payload.endIndex else {
            fail(line.place(payload[at]), "'cur' needs a currency")
            return .one
        }
        if payload[at + 1].text == "USD" { return .one }
        guard let currency = file.currencies.first(where: { $0.name == payload[at + 1].text }) else {
            let message = "there is no rate for '\(payload[at + 1].text)'"
            fail(line.place(payload[at + 1]), message, hint: "write 'rate \(payload[at + 1].text) DOLLARS DATE' above")
            return .one
        }
        return currency.dollars
    }

    private mutating func readMinimum(_ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine) -> PriceStep? {
        guard let name = next(&words, after: word, line, "a meter and a count") else { return nil }
        guard let meter = Meter(word: name.text) else {
            failWord(name, line, Meter.allCases.map(\.word))
            return nil
        }
        guard let value = next(&words, after: name, line, "a count") else { return nil }
        guard let count = Int64(value.text), count >= 0, count <= 1_000_000_000 else {
            fail(line.place(value), "'\(value.text)' is no count")
            return nil
        }
        return .minimum(meter, count)
    }

    private mutating func factor(_ word: PriceLine.Word, _ text: Substring, _ line: PriceLine) -> Ratio? {
        guard let number = DecimalText(text.utf8), let ratio = number.ratio(shiftedBy: 0, over: 1),
            Int128(ratio.numerator) <= 1000 * Int128(ratio.denominator), ratio.denominator <= 1_000_000_000
        else {
            fail(line.place(word), "'\(text)' is no factor from 0 to 1000")
            return nil
        }
        return ratio
    }

    /// `in 2`, `search 10/k`, `asec 0.04/h`, `search -`.
    private mutating func readRate(
        _ meter: Meter, _ word: PriceLine.Word, _ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ currency: Ratio
    ) -> PriceStep? {
        guard let value = next(&words, after: word, line, "a price") else { return nil }
        if value.text == "-" { return .remove(meter) }
        let bytes = value.text.utf8
        let slash = bytes.firstIndex(of: UInt8(ascii: "/"))
        guard let amount = DecimalText(bytes[..<(slash ?? bytes.endIndex)]) else {
            let hint = value.text.hasPrefix("-") ? "a price is never negative" : nil
            fail(line.place(value), "'\(value.text)' is no price", hint: hint)
            return nil
        }
        guard let unit = unit(of: meter, slash.map { value.text[value.text.index(after: $0)...] }, value, line) else { return nil }
        guard let plain = Ratio(dollars: amount, per: unit), let rate = plain.times(currency) else {
            fail(line.place(value), "'\(value.text)' has too many digits", hint: "a fraction of a pico-dollar per unit must still be short")
            return nil
        }
        guard Int128(rate.numerator) <= meter.cap * Int128(rate.denominator) else {
            fail(
                line.place(value), "'\(value.text)' is more than any price",
                hint: "the limit is \(meter.isToken ? "1e6 dollars per million tokens" : "1e6 dollars each")")
            return nil
        }
        return .set(meter, rate)
    }

    private mutating func unit(of meter: Meter, _ word: Substring?, _ value: PriceLine.Word, _ line: PriceLine) -> RateUnit? {
        let choices = RateUnit.choices(for: meter)
        var names: String { choices.map { "/\($0.word)" }.joined(separator: ", ") }
        guard let word else {
            if meter.isToken { return choices[0] }
            fail(line.place(value), "the price of '\(meter.word)' must say what it is per", hint: "one of \(names)")
            return nil
        }
        guard let unit = choices.first(where: { $0.word == word }) else {
            fail(line.place(value), "'\(meter.word)' cannot be priced per '\(word)'", hint: "one of \(names)")
            return nil
        }
        return unit
    }
}

extension Meter {
    /// The most a unit can cost, in pico-dollars: 1e6 USD per million tokens, or a million dollars for anything else.
    fileprivate var cap: Int128 { isToken ? 1_000_000_000_000 : 1_000_000_000_000_000_000 }
}
