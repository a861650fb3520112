import Synchronization
import Wire

/// How much of what was seen had a price: the number to be warned by.
///
/// Tokens by provider, priced and not, and unknown models. It outlives the tables that count into it. Bounded whatever telemetry says:
/// providers are those of the tables and one more, models the first 50 that a table did not know and the rest together. First come, not most
/// frequent: each name becomes a series somewhere, and names that take turns would become endless ones.
package final class PriceCoverage: Sendable {
    /// Monotonic counts of one provider.
    package struct Tokens: Equatable, Sendable {
        package var priced: UInt64 = 0
        package var unpriced: UInt64 = 0
    }

    /// A model nobody has a price for.
    package struct Unknown: Equatable, Sendable {
        package var provider: String
        package var model: String
        package var calls: UInt64

        package init(provider: String, model: String, calls: UInt64) {
            self.provider = provider
            self.model = model
            self.calls = calls
        }
    }

    package struct Snapshot: Sendable {
        /// By our names of providers; `other` for those we do not know.
        package var providers: [(name: String, tokens: Tokens)]
        /// The most frequent first.
        package var unknown: [Unknown]
        /// Calls to unknown models that are not listed.
        package var unknownOthers: UInt64
    }

    /// Unknown models told apart.
    private static let most = 50

    private struct State {
        var tallies: [(name: String, tally: TokenTally)] = []
        var unknown: [Unknown] = []
        var others: UInt64 = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Where tokens of these providers are counted; the same one for the same name.
    func tallies(_ names: [String]) -> [TokenTally] {
        state.withLock { state in
            names.map { name in
                if let known = state.tallies.first(where: { $0.name == name }) { return known.tally }
                let tally = TokenTally()
                state.tallies.append((name, tally))
                return tally
            }
        }
    }

    /// Counts a call of an unknown model; both names as they are matched.
    func count(unknown model: String, of provider: String) {
        state.withLock { state in
            if let at = state.unknown.firstIndex(where: { $0.model == model && $0.provider == provider }) {
                state.unknown[at].calls &+= 1
            } else if state.unknown.count < Self.most {
                state.unknown.append(Unknown(provider: provider, model: model, calls: 1))
            } else {
                state.others &+= 1
            }
        }
    }

    /// A new table may know what the last one did not.
    package func forgetUnknown() {
        state.withLock { state in
            state.unknown.removeAll()
            state.others = 0
        }
    }

    package var snapshot: Snapshot {
        let state = state.withLock { $0 }
        return Snapshot(
            providers: state.tallies.map { (name: $0.name, tokens: $0.tally.tokens) }.filter { $0.tokens != Tokens() },
            unknown: state.unknown.sorted { ($1.calls, $0.model) < ($0.calls, $1.model) }, unknownOthers: state.others)
    }
}

/// The tokens of one provider, counted by all lanes at once.
final class TokenTally: Sendable {
    private let priced = Atomic<UInt64>(0)
    private let unpriced = Atomic<UInt64>(0)

    func add(priced tokens: UInt64) { priced.add(tokens, ordering: .relaxed) }

    func add(unpriced tokens: UInt64) { unpriced.add(tokens, ordering: .relaxed) }

    var tokens: PriceCoverage.Tokens {
        PriceCoverage.Tokens(priced: priced.load(ordering: .relaxed), unpriced: unpriced.load(ordering: .relaxed))
    }
}
