/// The line that names a model: `openai/gpt-4o aka gpt-4o-mini-x like openai/o1: in 1 out 2`.
extension PriceParser {
    static let recordWords = ["aka", "match", "like"]

    mutating func readRecord(_ line: PriceLine) {
        hasRecord = true
        let parts = line.split()
        var head = parts?.head ?? line.words[...]
        guard let first = head.popFirst(), var record = title(first, line) else {
            // What follows is still read for its own mistakes.
            file.records.append(PriceRecord(provider: "", name: ""))
            return
        }
        readNames(&head, line, &record)
        if let payload = parts?.payload {
            if payload.isEmpty {
                fail(line.place(first), "'\(first.text)' has no price after the colon", hint: "such as 'in 1 out 2', or 'free'")
            }
            let steps = readSteps(payload, line)
            if !steps.isEmpty { record.rules.append(PriceRule(steps: steps, place: line.place(payload.first))) }
        }
        check(&record, hasPayload: parts != nil, line)
        file.records.append(record)
    }

    /// `+openai/gpt-4o` as a record without rules yet.
    private mutating func title(_ word: PriceLine.Word, _ line: PriceLine) -> PriceRecord? {
        var text = Substring(word.text)
        var action = PriceRecord.Action.define
        if text.first == "+" { action = .extend }
        if text.first == "-" { action = .delete }
        if action != .define { text = text.dropFirst() }
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")), PriceParser.isName(text[..<slash]),
            PriceParser.isName(text[text.index(after: slash)...])
        else {
            fail(line.place(word), "'\(word.text)' is no 'provider/model'", hint: "printable ASCII, each at most 200 bytes")
            return nil
        }
        var record = PriceRecord(
            action: action, provider: text[..<slash].lowercased(), name: String(text[text.index(after: slash)...]), place: line.place(word))
        if action != .extend, record.name.hasSuffix("*") {
            fail(line.place(word), "only a line that begins with '+' can stand for many models")
            record.name.removeLast()
        }
        return record
    }

    private mutating func readNames(_ words: inout ArraySlice<PriceLine.Word>, _ line: PriceLine, _ record: inout PriceRecord) {
        var list = ""
        while let word = words.popFirst() {
            switch word.text {
            case "aka", "match": list = word.text
            case "like":
                list = ""
                guard let target = next(&words, after: word, line, "a 'provider/model'") else { return }
                if !target.text.contains("/") { fail(line.place(target), "'\(target.text)' is no 'provider/model'") }
                if record.like != nil { fail(line.place(word), "'like' is here twice") }
                record.like = target.text.lowercased()
            case _ where !PriceParser.isName(word.text):
                fail(line.place(word), "'\(word.text)' cannot be a name", hint: "printable ASCII, at most 200 bytes")
            case _ where list == "aka": record.aliases.append(word.text)
            case _ where list == "match": readPattern(word, line, &record)
            default: failWord(word, line, PriceParser.recordWords)
            }
        }
    }

    private mutating func readPattern(_ word: PriceLine.Word, _ line: PriceLine, _ record: inout PriceRecord) {
        guard let pattern = NamePattern(word.text) else {
            return fail(
                line.place(word), "'\(word.text)' cannot be matched",
                hint: "such as 'ft:gpt-4o*' or '/^gpt-6-\\d{8}$/', with three letters or more; name other spellings with 'aka'")
        }
        record.patterns.append(pattern)
    }

    /// What a record must and must not have, by its action.
    private mutating func check(_ record: inout PriceRecord, hasPayload: Bool, _ line: PriceLine) {
        switch record.action {
        case .delete:
            if line.words.count > 1 { fail(line.place(line.words[1]), "a line that begins with '-' says nothing else") }
        case .define:
            if !hasPayload, record.like == nil {
                fail(line.place(), "'\(record.title)' has no price", hint: "write ': in 1 out 2', ': free', or 'like provider/model'")
            }
        case .extend:
            if record.like != nil { fail(line.place(), "a line that begins with '+' cannot be 'like' another") }
            if record.name.hasSuffix("*"), !(record.aliases.isEmpty && record.patterns.isEmpty) {
                fail(line.place(), "'\(record.title)' stands for many models, which cannot share a name")
            }
        }
    }
}
