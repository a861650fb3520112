/// Why a call has no price; the words are those of `weir.cost.detail` (pipelines.md).
package enum Unpriced: UInt8, Sendable {
    case modelUnknown, providerUnknown, nameRejected, noUsage, usageInconsistent, unpricedMeter

    package var word: StaticString {
        switch self {
        case .modelUnknown: "model_unknown"
        case .providerUnknown: "provider_unknown"
        case .nameRejected: "name_rejected"
        case .noUsage: "no_usage"
        case .usageInconsistent: "usage_inconsistent"
        case .unpricedMeter: "unpriced_meter"
        }
    }
}

/// What a name led to, with the way there for people.
package struct NameMatch: Sendable {
    /// How the name was found at last.
    package enum How: String, Sendable { case exact, alias, stripped, pattern, free }

    /// Index of the model in its book.
    package var entry: Int32
    package var how: How
    /// The name that was looked up last.
    package var name: String
    /// Wrappers and suffixes taken off, in order.
    package var removed: [String] = []
    /// The provider whose model it is, where that is not the one asked.
    package var via: String?
    /// A region or place that the name told.
    package var region: String?
    /// The name says a place that the model's prices do not know.
    package var ignoresPlace = false
}

/// What the cache keeps of a match.
struct Resolution: Equatable {
    /// -1 where nothing was found.
    var entry: Int32
    var reason: Unpriced
    /// Index into `PriceBook.places`: -1 none told, -2 one that no rule names.
    var region: Int16
    var residency: Int16
    /// The provider asked, whose habits hold; -1 unknown.
    var provider: Int16
    var ignoresPlace: Bool
    /// The provider asked bills by when the answer was complete.
    var usesEnd = false

    static func none(_ reason: Unpriced, provider: Int?) -> Resolution {
        Resolution(
            entry: -1, reason: reason, region: -1, residency: -1, provider: Int16(truncatingIfNeeded: provider ?? -1), ignoresPlace: false)
    }
}
