/// What one call costs, or why nobody can say.
package enum PricedCall: Equatable, Sendable {
    case computed(Cost)
    case unpriced(Unpriced)

    /// An amount in pico-dollars (1e-12 USD), rounded half to even once.
    package struct Cost: Equatable, Sendable {
        package var total: Int64
        /// The share of what went in; fees for searches and the like belong to neither share.
        package var input: Int64
        package var output: Int64
        /// The model's index; `PriceBook.title` names it.
        package var entry: Int32
        package var detail: Detail

        package var usd: Double { Cost.usd(total) }
        package var inputUSD: Double { Cost.usd(input) }
        package var outputUSD: Double { Cost.usd(output) }

        /// The nearest double, exact to the last digit below 9,007 USD.
        package static func usd(_ pico: Int64) -> Double { Double(pico) / 1e12 }
    }

    /// What has to be said about an amount (`weir.cost.detail`).
    package enum Detail: Equatable, Sendable {
        case none
        /// Declared to cost nothing.
        case free
        /// The input count did not include the cached tokens beside it.
        case exclusiveCounts
        /// Sound or pictures priced as text, for want of a price of their own.
        case modality(MeterSet)
        /// The name tells a place whose price is not known.
        case place
        /// The amount is more than fits.
        case overflow
        /// These meters have no price and are not in the amount.
        case partial(MeterSet)

        /// The words of `weir.cost.detail`; empty where there is nothing to say.
        package var text: String {
            switch self {
            case .none: ""
            case .free: "free"
            case .exclusiveCounts: "estimated:exclusive_counts"
            case .modality(let meters): "estimated:\(meters.words)"
            case .place: "estimated:region"
            case .overflow: "estimated:overflow"
            case .partial(let meters): "partial:\(meters.words)"
            }
        }
    }
}

/// Pico-dollars as people read them.
package enum Pico {
    /// `0.0249016`; no more digits than needed.
    package static func decimal(_ pico: Int64) -> String {
        let negative = pico < 0
        let digits = Instant.pad(Int(pico.magnitude % 1_000_000_000_000), 12)
        let whole = pico.magnitude / 1_000_000_000_000
        var places = Substring(digits)
        while places.last == "0" { places.removeLast() }
        return "\(negative ? "-" : "")\(whole)\(places.isEmpty ? "" : ".")\(places)"
    }
}
