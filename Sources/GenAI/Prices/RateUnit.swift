/// What a rate literal is per: `/k`, `/M`, `/1` for counts, `/h`, `/min`, `/s` for seconds.
struct RateUnit: Equatable {
    /// As written after the slash.
    let word: String
    /// How many units of the meter one price is for.
    let size: Int64

    static let counts = [RateUnit(word: "M", size: 1_000_000), RateUnit(word: "k", size: 1_000), RateUnit(word: "1", size: 1)]
    static let seconds = [RateUnit(word: "h", size: 3_600), RateUnit(word: "min", size: 60), RateUnit(word: "s", size: 1)]

    static func choices(for meter: Meter) -> [RateUnit] { meter.isSeconds ? seconds : counts }

    /// The unit a canonical file uses.
    static func canonical(for meter: Meter) -> RateUnit {
        switch meter {
        case .asec, .vsec: seconds[0]
        case _ where meter.isToken: counts[0]
        case .char, .px: counts[0]
        default: counts[1]
        }
    }
}

extension Ratio {
    /// Pico-dollars per unit from `amount` dollars per `unit`.
    init?(dollars amount: DecimalText, per unit: RateUnit) {
        guard let ratio = amount.ratio(shiftedBy: 12, over: unit.size) else { return nil }
        self = ratio
    }

    /// Pico-dollars per unit as a file writes it: `2.5`, `10/k`, `0.04/h`.
    func literal(for meter: Meter) -> String {
        let unit = RateUnit.canonical(for: meter)
        let number = decimal(times: Int128(unit.size), over: 1_000_000_000_000)
        return meter.isToken ? number : "\(number)/\(unit.word)"
    }
}
