import Wire

/// Counting what was asked, where somebody wants to know.
extension PriceBook {
    /// `slot` is the name's place in the memory; nil where it is not remembered.
    @inline(__always)
    func count(_ call: PricedCall, _ usage: BillableUsage, _ context: PriceContext, _ slot: Int?, _ memory: inout PriceMemory) {
        guard !tallies.isEmpty else { return }
        let tokens = UInt64(max(0, (usage.input ?? 0).addingReportingOverflow(usage.output ?? 0).partialValue))
        switch call {
        case .computed(let cost): count(cost, tokens, &memory)
        case .unpriced(let reason): countUnpriced(reason, tokens, context, slot, &memory)
        }
    }

    @inline(__always)
    func count(_ cost: PricedCall.Cost, _ tokens: UInt64, _ memory: inout PriceMemory) {
        guard !tallies.isEmpty else { return }
        memory.uncounted.add(priced: tokens, entries[Int(cost.entry)].provider, of: tallies.count)
    }

    @inline(never)
    private func countUnpriced(_ reason: Unpriced, _ tokens: UInt64, _ context: PriceContext, _ slot: Int?, _ memory: inout PriceMemory) {
        let isUnknown = reason == .modelUnknown || reason == .providerUnknown
        guard isUnknown || tokens > 0 else { return }
        if isUnknown, let slot, memory.uncounted.add(unpriced: tokens, slot) { return }
        let provider = ModelName.normalized(context.provider.buffer) ?? ""
        let named = context.responseModel.isEmpty ? context.requestModel : context.responseModel
        let model = isUnknown ? ModelName.normalized(named.buffer) : nil
        let call = UncountedCalls.Unpriced(
            slot: isUnknown ? slot : nil, tally: spellings[provider] ?? providers.count, provider: provider, model: model, tokens: tokens)
        if memory.uncounted.isFull { count(&memory.uncounted) }
        memory.uncounted.add(call)
    }

    /// Takes what a memory has gathered into the books.
    func count(_ calls: inout UncountedCalls) {
        calls.takePriced { tallies[$0].add(priced: $1) }
        for call in calls.takeUnpriced() {
            tallies[call.tally].add(unpriced: call.tokens)
            if let model = call.model { coverage?.count(unknown: model, of: call.provider, calls: call.calls) }
        }
    }
}

/// Calls that one lane has priced and nobody has counted yet: one visit to the counters a request instead of one a call.
struct UncountedCalls {
    /// Calls without a price, of one name where `slot` says which.
    struct Unpriced {
        let slot: Int?
        let tally: Int
        let provider: String
        /// Nil where the model is known.
        let model: String?
        var tokens: UInt64
        var calls: UInt64 = 1
    }

    private var priced: [UInt64] = []
    private var hasPriced = false
    private var unpriced: [Unpriced] = []

    /// Names beyond would make looking dear.
    var isFull: Bool { unpriced.count >= 32 }

    @inline(__always)
    mutating func add(priced tokens: UInt64, _ tally: Int, of tallies: Int) {
        if priced.isEmpty { priced = Array(repeating: 0, count: tallies) }
        priced[tally] &+= tokens
        hasPriced = true
    }

    /// Whether a call of this name was waiting already.
    mutating func add(unpriced tokens: UInt64, _ slot: Int) -> Bool {
        guard let at = unpriced.firstIndex(where: { $0.slot == slot }) else { return false }
        unpriced[at].tokens &+= tokens
        unpriced[at].calls &+= 1
        return true
    }

    mutating func add(_ call: Unpriced) { unpriced.append(call) }

    mutating func takePriced(_ body: (Int, UInt64) -> Void) {
        guard hasPriced else { return }
        hasPriced = false
        for tally in priced.indices where priced[tally] != 0 {
            body(tally, priced[tally])
            priced[tally] = 0
        }
    }

    mutating func takeUnpriced() -> [Unpriced] {
        if unpriced.isEmpty { return [] }
        defer { unpriced.removeAll(keepingCapacity: true) }
        return unpriced
    }
}
