import Wire

/// Counting what was asked, where somebody wants to know.
extension PriceBook {
    @inline(__always)
    func count(_ call: PricedCall, _ usage: BillableUsage, _ context: PriceContext) {
        guard !tallies.isEmpty else { return }
        let tokens = UInt64(max(0, (usage.input ?? 0).addingReportingOverflow(usage.output ?? 0).partialValue))
        switch call {
        case .computed(let cost): tallies[entries[Int(cost.entry)].provider].add(priced: tokens)
        case .unpriced(let reason): countUnpriced(reason, tokens, context)
        }
    }

    @inline(never)
    private func countUnpriced(_ reason: Unpriced, _ tokens: UInt64, _ context: PriceContext) {
        let isUnknown = reason == .modelUnknown || reason == .providerUnknown
        guard isUnknown || tokens > 0 else { return }
        let provider = ModelName.normalized(context.provider.buffer) ?? ""
        tallies[spellings[provider] ?? providers.count].add(unpriced: tokens)
        let named = context.responseModel.isEmpty ? context.requestModel : context.responseModel
        if isUnknown, let model = ModelName.normalized(named.buffer) { coverage?.count(unknown: model, of: provider) }
    }
}
