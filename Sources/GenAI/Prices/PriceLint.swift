/// What is allowed in a price file but probably not meant (`prices.md` 3.1).
package enum PriceLint {
    package static func doubts(in file: PriceFile) -> [PriceMistake] {
        var doubts: [PriceMistake] = []
        var names: Set<String> = []
        for record in file.records where record.action == .define { names.insert(record.title.lowercased()) }
        for record in file.records {
            for alias in record.aliases where names.contains("\(record.provider)/\(alias.lowercased())") {
                doubts.append(doubt(file, record.place, "'\(alias)' is also a model of its own", "the model wins; drop the alias"))
            }
            doubts += clears(record, file) + tiers(record, file) + jumps(record, file)
        }
        return doubts
    }

    /// `=` after a multiplier undoes it for the requests both rules hold for.
    private static func clears(_ record: PriceRecord, _ file: PriceFile) -> [PriceMistake] {
        guard let first = record.rules.firstIndex(where: \.isMultiplier) else { return [] }
        return record.rules[first...].filter { $0.steps.contains(.clear) }.map {
            doubt(file, $0.place, "'=' comes after a multiplier and undoes it", "put the multiplier last")
        }
    }

    /// A price for a tier without `over` where the model's own prices have it drops the dearer long prompts.
    private static func tiers(_ record: PriceRecord, _ file: PriceFile) -> [PriceMistake] {
        guard let long = record.rules.first(where: { $0.selector.over != nil && $0.selector.conditions.isEmpty })?.selector.over else {
            return []
        }
        return record.rules.enumerated().compactMap { at, rule in
            guard rule.selector.over == nil, !rule.selector.conditions.isEmpty, !rule.isMultiplier, rule.setsInput,
                !record.rules[at...].contains(where: { $0.selector.conditions == rule.selector.conditions && $0.selector.over != nil })
            else { return nil }
            let selector = PriceWriter.write(rule.selector)
            return doubt(file, rule.place, "'\(selector)' says nothing about prompts over \(long)", "add '\(selector) over \(long): …'")
        }
    }

    /// A price ten times, or a tenth of, the one before it is more often a slip of a digit than a change.
    private static func jumps(_ record: PriceRecord, _ file: PriceFile) -> [PriceMistake] {
        var last: [Meter: Ratio] = [:]
        var doubts: [PriceMistake] = []
        for rule in record.rules where rule.selector.conditions.isEmpty && !rule.selector.batch && rule.selector.over == nil {
            for case .set(let meter, let rate) in rule.steps {
                if let old = last[meter], old.numerator > 0, rate.numerator > 0, old.isTenfold(of: rate) {
                    doubts.append(doubt(file, rule.place, "'\(meter.word)' changes more than tenfold", nil))
                }
                last[meter] = rate
            }
        }
        return doubts
    }

    private static func doubt(_ file: PriceFile, _ place: PricePlace, _ message: String, _ hint: String?) -> PriceMistake {
        file.mistake(place, message, hint, .warning)
    }
}

extension PriceRule {
    fileprivate var isMultiplier: Bool {
        steps.contains {
            switch $0 {
            case .scale, .scaleAll: true
            default: false
            }
        }
    }

    fileprivate var setsInput: Bool {
        steps.contains { if case .set(.in, _) = $0 { true } else { false } }
    }
}

extension Ratio {
    /// Whether one is more than ten times the other.
    fileprivate func isTenfold(of other: Ratio) -> Bool {
        let own = Int128(numerator) * Int128(other.denominator)
        let theirs = Int128(other.numerator) * Int128(denominator)
        return own > 10 * theirs || theirs > 10 * own
    }
}
