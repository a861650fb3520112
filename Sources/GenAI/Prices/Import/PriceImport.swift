/// A foreign price table turned into ours, and what could not be.
package struct PriceImport: Sendable {
    package var file: PriceFile
    /// What was left out or rounded, a line each, for whoever reviews the result.
    package var notes: [String] = []

    /// Kinds of table that can be told apart by looking.
    package enum Format: String, CaseIterable, Sendable {
        case litellm
        case genaiPrices = "genai-prices"
    }

    /// What to take and how.
    package struct Options: Sendable {
        /// Only these providers; none means all.
        package var providers: Set<String> = []
        /// Leave these out.
        package var without: Set<String> = []
        /// Keep the days on which genai-prices entered its service-tier and batch prices as if they had begun then.
        package var keepsEntryDates = false
        /// Turn beginnings of names into `match` instead of only into a spelling.
        package var keepsPatterns = false

        package init() {}

        func takes(_ provider: String) -> Bool {
            (providers.isEmpty || providers.contains(provider)) && !without.contains(provider)
        }
    }

    /// Reads a table of either kind.
    package static func read(_ json: JSONText, name: String, options: Options) -> PriceImport {
        switch format(of: json) {
        case .genaiPrices: GenAIPricesImport(options: options, name: name).read(json)
        case .litellm: LiteLLMImport(options: options, name: name).read(json)
        }
    }

    /// genai-prices is a list of providers, LiteLLM an object of models.
    package static func format(of json: JSONText) -> Format {
        if case .array = json { .genaiPrices } else { .litellm }
    }
}

/// Rates by meter, as an import collects them.
struct ImportedRates: Equatable {
    var base: [Meter: Ratio] = [:]
    /// By the prompt length that must be exceeded.
    var tiers: [Int64: [Meter: Ratio]] = [:]

    var isEmpty: Bool { base.isEmpty && tiers.isEmpty }

    /// The one factor between the token rates of two price lists; nil where there is none.
    func factor(over other: ImportedRates) -> Ratio? {
        guard tiers.keys == other.tiers.keys, let probe = other.base.first(where: { $0.key.isToken && $0.value.numerator > 0 }),
            let own = base[probe.key], base.keys.allSatisfy(\.isToken),
            let factor = Ratio(
                Int128(own.numerator) * Int128(probe.value.denominator), over: Int128(own.denominator) * Int128(probe.value.numerator))
        else { return nil }
        guard ImportedRates.scaled(other.base, factor) == base, factor.decimal().contains("/") == false else { return nil }
        for (over, rates) in other.tiers where ImportedRates.scaled(rates, factor) != tiers[over] { return nil }
        return factor
    }

    private static func scaled(_ rates: [Meter: Ratio], _ factor: Ratio) -> [Meter: Ratio] {
        rates.filter(\.key.isToken).compactMapValues { $0.times(factor) }
    }

    /// A rule for the base, and one for each tier.
    func rules(_ selector: PriceSelector, clears: Bool = false) -> [PriceRule] {
        var steps = ImportedRates.steps(base)
        if clears { steps.insert(.clear, at: 0) }
        var rules = steps.isEmpty ? [] : [PriceRule(selector: selector, steps: steps)]
        for (over, rates) in tiers.sorted(by: { $0.key < $1.key }) where !rates.isEmpty {
            var tiered = selector
            tiered.over = over
            rules.append(PriceRule(selector: tiered, steps: ImportedRates.steps(rates)))
        }
        return rules
    }

    private static func steps(_ rates: [Meter: Ratio]) -> [PriceStep] {
        let order: [Meter] = [.in, .cr, .cw, .cw5m, .cw1h, .cw12h, .out]
        let rank = { (meter: Meter) in order.firstIndex(of: meter) ?? 100 + Int(meter.rawValue) }
        return rates.sorted { rank($0.key) < rank($1.key) }.map { .set($0.key, $0.value) }
    }
}

extension Ratio {
    /// A price in dollars per `size` units from a foreign number. A number with more than 12 significant digits came out of floating
    /// point and is rounded to 9; the flag says so.
    static func imported(_ digits: String, per size: Int64) -> (ratio: Ratio, isRounded: Bool)? {
        guard var decimal = DecimalText(digits.utf8) else { return nil }
        var rounded = false
        if decimal.digits >= 1_000_000_000_000 {
            var value = decimal.digits
            var exponent = decimal.exponent
            while value >= 10_000_000_000 { (value, exponent) = (value / 10, exponent + 1) }
            value = (value + 5) / 10
            decimal = DecimalText(digits: value, exponent: exponent + 1)
            rounded = true
        }
        guard let ratio = decimal.ratio(shiftedBy: 12, over: size) else { return nil }
        return (ratio, rounded)
    }
}
