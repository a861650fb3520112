import Synchronization
import Wire

/// How much of what was seen had a price: the number to be warned by.
///
/// Tokens by provider, priced and not, and unknown models. It outlives the tables that count into it. Bounded whatever telemetry says:
/// providers are those of the tables and one more, models 50 that a table did not know and the rest together.
///
/// Each listed model becomes a series somewhere. So a call is counted once, under its model's name or under `other`, and nothing counted
/// ever moves: no series goes backwards, and their growth adds up to all calls. A model that comes up later takes the place of the rarest
/// one, which then ends, only where it is one in a hundred unknown calls and twice as frequent: names that take turns do not become
/// endless series. A model that comes back begins at 0 again, as after a restart.
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

        fileprivate var name: FrequentNames.Name { FrequentNames.Name(provider: provider, model: model) }
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
    fileprivate static let most = 50

    fileprivate struct State {
        var tallies: [(name: String, tally: TokenTally)] = []
        var unknown: [Unknown] = []
        var others: UInt64 = 0
        var frequent = FrequentNames()
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

    /// Counts calls of an unknown model; both names as they are matched.
    func count(unknown model: String, of provider: String, calls: UInt64 = 1) {
        state.withLock { state in
            for _ in 0..<calls { state.count(Unknown(provider: provider, model: model, calls: 1)) }
        }
    }

    /// A new table may know what the last one did not.
    package func forgetUnknown() {
        state.withLock { state in
            state.unknown.removeAll()
            state.others = 0
            state.frequent = FrequentNames()
        }
    }

    package var snapshot: Snapshot {
        let state = state.withLock { $0 }
        return Snapshot(
            providers: state.tallies.map { (name: $0.name, tokens: $0.tally.tokens) }.filter { $0.tokens != Tokens() },
            unknown: state.unknown.sorted { ($1.calls, $0.model) < ($0.calls, $1.model) }, unknownOthers: state.others)
    }
}

extension PriceCoverage.State {
    fileprivate mutating func count(_ call: PriceCoverage.Unknown) {
        let calls = frequent.count(call.name)
        if let at = unknown.firstIndex(where: { $0.model == call.model && $0.provider == call.provider }) {
            unknown[at].calls &+= 1
        } else if unknown.count < PriceCoverage.most {
            unknown.append(call)
        } else if let at = placeFor(calls) {
            unknown[at] = call
        } else {
            others &+= 1
        }
    }

    /// The place of a model that a new one with so many calls may take.
    private func placeFor(_ calls: UInt64) -> Int? {
        // Looking is dear and can wait a few calls.
        guard calls & 31 == 0, calls >= 32, calls >= frequent.total / 100 else { return nil }
        let rarest = unknown.indices.map { (at: $0, calls: frequent.most(unknown[$0].name)) }.min { $0.calls < $1.calls }
        guard let rarest, calls > 2 * rarest.calls else { return nil }
        return rarest.at
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
