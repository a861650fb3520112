/// The price of one model as a person sets it: some rates, from a day on (view.md 3.7, "prices editable").
///
/// It holds for every way in which the model is called: tiers, batches and long prompts take these rates too.
package struct PriceEdit: Sendable {
    /// The meters that an edit can price, in the order in which they are asked for.
    package static let meters: [Meter] = [.in, .cr, .cw, .cw1h, .out, .think]

    /// As telemetry or a price file spells it; empty where spans name none.
    package var provider: String
    /// A name, or with `*` at its end all names that begin so and have no price of their own.
    package var model: String
    /// The first day on which it holds, as `2026-12-01`; nil for all time.
    package var from: String?
    /// Dollars per million tokens, as decimals: `2.5`. What is left out costs what its kind does: cached input as input, reasoning as output.
    package var rates: [(meter: Meter, price: String)]

    package init(provider: String, model: String, from: String? = nil, rates: [(meter: Meter, price: String)] = []) {
        self.provider = provider
        self.model = model
        self.from = from
        self.rates = rates
    }
}

/// Why an edit is not taken.
package struct PriceEditMistake: Error, Equatable, Sendable {
    /// The part that is wrong: `provider`, `model`, `from`, or the word of a meter.
    package let field: String
    package let message: String
    package let hint: String?

    package init(_ field: String, _ message: String, hint: String? = nil) {
        self.field = field
        self.message = message
        self.hint = hint
    }
}

extension PriceEdit {
    /// Models without a provider are sold by this one. It is a home, so that their names need none to be understood.
    private static let nameless = "custom"
    /// Names of records that stand for all names that begin like the rest of theirs.
    private static let prefix = "any:"

    /// What a record of a file says as edits: rules that set rates, at all times or from a moment on.
    static func read(_ record: PriceRecord) -> [PriceEdit] {
        let name = record.name.hasPrefix(prefix) ? record.patterns.first?.text ?? record.name : record.name
        return record.rules.compactMap { rule in
            guard rule.selector.isUnconditional || rule.selector == PriceSelector(from: rule.selector.from) else { return nil }
            let rates = rule.steps.compactMap { step -> (meter: Meter, price: String)? in
                switch step {
                case .set(let meter, let rate): (meter, rate.literal(for: meter))
                case .free: (.in, "0")
                default: nil
                }
            }
            guard !rates.isEmpty else { return nil }
            return PriceEdit(
                provider: record.provider == nameless ? "" : record.provider, model: name, from: rule.selector.from.map(Instant.text),
                rates: rates)
        }
    }

    /// The record that says it, with one rule. Providers of `layers` are known by all their spellings.
    func record(_ layers: [PriceFile]) throws(PriceEditMistake) -> PriceRecord {
        var record = PriceRecord(provider: try providerName(layers), name: try recordName)
        if model.hasSuffix("*") {
            guard let pattern = NamePattern(model) else {
                throw PriceEditMistake("model", "'\(model)' stands for too many names", hint: "three letters or more before the *")
            }
            record.patterns = [pattern]
        }
        record.rules = [PriceRule(selector: try selector, steps: try steps)]
        return record
    }

    private var recordName: String {
        get throws(PriceEditMistake) {
            if model.isEmpty {
                throw PriceEditMistake("model", "which model?", hint: "its name as spans say it, such as gpt-4o or my-model*")
            }
            let name = model.hasSuffix("*") ? Self.prefix + model.dropLast() : model
            guard PriceParser.isName(name), !name.dropLast().contains("*") else {
                throw PriceEditMistake(
                    "model", "'\(model.prefix(80))' cannot be a model's name", hint: "printable ASCII, at most 200 bytes")
            }
            return name
        }
    }

    private func providerName(_ layers: [PriceFile]) throws(PriceEditMistake) -> String {
        guard !provider.isEmpty else { return Self.nameless }
        let name = provider.lowercased()
        guard PriceParser.isName(name), !name.contains("/"), !name.contains("*"), let first = name.first, !"+-#".contains(first) else {
            throw PriceEditMistake("provider", "'\(provider.prefix(80))' cannot be a provider's name", hint: "such as openai")
        }
        let known = layers.flatMap(\.providers)
        return (known.first { $0.name == name } ?? known.first { $0.spellings.contains(name) })?.name ?? name
    }

    private var selector: PriceSelector {
        get throws(PriceEditMistake) {
            var selector = PriceSelector()
            guard let from else { return selector }
            guard let day = Instant.day(from) else {
                throw PriceEditMistake("from", "'\(from.prefix(40))' is no day", hint: "such as 2026-12-01")
            }
            selector.from = Int64(day) * 86_400
            return selector
        }
    }

    /// What was there is cleared first: nothing of an older price is left in a newer one.
    private var steps: [PriceStep] {
        get throws(PriceEditMistake) {
            guard !rates.isEmpty else { throw PriceEditMistake("in", "no price is given", hint: "0 is a price: then it is free") }
            var steps: [PriceStep] = [.clear]
            for (meter, price) in rates { steps.append(.set(meter, try Self.rate(meter, price))) }
            let isFree = steps.dropFirst().allSatisfy { if case .set(_, let rate) = $0 { rate.numerator == 0 } else { false } }
            return isFree ? [.clear, .free] : steps
        }
    }

    private static func rate(_ meter: Meter, _ price: String) throws(PriceEditMistake) -> Ratio {
        let plain = price.utf8.allSatisfy { 48...57 ~= $0 || ".eE+-".utf8.contains($0) }
        do throws(PriceMistakes) {
            let file = try PriceParser.parse(lines: ["a/b: \(meter.word) \(plain ? price : "?")"])
            if case .set(_, let rate) = file.records.first?.rules.first?.steps.first { return rate }
        } catch {
            if let mistake = error.mistakes.first, plain { throw PriceEditMistake(meter.word, mistake.message, hint: mistake.hint) }
        }
        throw PriceEditMistake(meter.word, "'\(price.prefix(40))' is no price", hint: "dollars per million tokens, such as 2.5")
    }

    /// A provider that no file names yet, as it is written above its models.
    static func provider(named name: String) -> PriceProvider { PriceProvider(name: name, home: name == nameless) }
}
