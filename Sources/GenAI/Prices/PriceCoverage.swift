import Synchronization
import Wire

/// How much of what was seen had a price: the number to be warned by.
///
/// Tokens by provider, priced and not, and the unknown models seen most. Bounded whatever telemetry says: providers are those of the
/// table and one more, models the 50 seen most and the rest together.
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
        var tokens: [Tokens]
        var unknown: [Unknown] = []
        var others: UInt64 = 0
    }

    private let book: PriceBook
    private let state: Mutex<State>

    package init(_ book: PriceBook) {
        self.book = book
        state = Mutex(State(tokens: Array(repeating: Tokens(), count: book.providers.count + 1)))
    }

    /// Counts one call. True where its model is unknown and was never listed before: worth one line in a log.
    @discardableResult
    package func count(_ call: PricedCall, _ usage: BillableUsage, _ context: PriceContext) -> Bool {
        let tokens = UInt64(max(0, (usage.input ?? 0).addingReportingOverflow(usage.output ?? 0).partialValue))
        switch call {
        case .computed(let cost):
            state.withLock { $0.tokens[book.entries[Int(cost.entry)].provider].priced &+= tokens }
            return false
        case .unpriced(let reason):
            let provider = ModelName.normalized(context.provider.buffer) ?? ""
            let place = book.spellings[provider] ?? book.providers.count
            let isUnknown = reason == .modelUnknown || reason == .providerUnknown
            let named = context.responseModel.isEmpty ? context.requestModel : context.responseModel
            let model = isUnknown ? ModelName.normalized(named.buffer) : nil
            return state.withLock { state in
                state.tokens[place].unpriced &+= tokens
                return model.map { PriceCoverage.count($0, provider, &state) } ?? false
            }
        }
    }

    /// Keeps the models seen most: a new one takes the place of the rarest once that was seen only once.
    private static func count(_ model: String, _ provider: String, _ state: inout State) -> Bool {
        if let at = state.unknown.firstIndex(where: { $0.model == model && $0.provider == provider }) {
            state.unknown[at].calls &+= 1
            return false
        }
        let new = Unknown(provider: provider, model: model, calls: 1)
        if state.unknown.count < most {
            state.unknown.append(new)
            return true
        }
        state.others &+= 1
        guard let rarest = state.unknown.indices.min(by: { state.unknown[$0].calls < state.unknown[$1].calls }),
            state.unknown[rarest].calls <= 1
        else { return false }
        state.unknown[rarest] = new
        return false
    }

    package var snapshot: Snapshot {
        let state = state.withLock { $0 }
        let names = book.providers.map(\.name) + ["other"]
        return Snapshot(
            providers: zip(names, state.tokens).filter { $0.1 != Tokens() }.map { (name: $0.0, tokens: $0.1) },
            unknown: state.unknown.sorted { ($1.calls, $0.model) < ($0.calls, $1.model) }, unknownOthers: state.others)
    }
}
