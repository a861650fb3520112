import Wire

/// How a call was made, as far as prices ask: its tier, speed, places and the like, told apart by the words of the rules.
extension PriceBook {
    /// Equal for two calls of one name only if every rule that asks for such words says the same of both. Zero for a call that says
    /// nothing; nil where it does not fit into one number.
    @inline(__always)
    func manner(_ context: PriceContext, _ resolution: Resolution) -> UInt64? {
        let said =
            context.servedTier.count | context.requestedTier.count | context.speed.count | context.region.count | context.residency.count
            | context.geo.count | context.searchContext.count | context.route.count
        return said == 0 && !context.batch ? 0 : spelledManner(context, resolution)
    }

    @inline(never)
    private func spelledManner(_ context: PriceContext, _ resolution: Resolution) -> UInt64? {
        var manner: UInt64 = context.batch ? 1 : 0
        guard add(tier(resolution, context), .tier, &manner), add(context.speed, .speed, &manner), add(context.region, .region, &manner),
            add(context.residency, .residency, &manner), add(context.geo, .geo, &manner), add(context.searchContext, .ctx, &manner),
            add(context.route, .route, &manner)
        else { return nil }
        return manner
    }

    /// Eight bits for each kind of word: 0 for none, 1 for one that no rule knows, then the known ones.
    private func add(_ text: Text, _ kind: PriceCondition.Kind, _ manner: inout UInt64) -> Bool {
        manner <<= 8
        if text.isEmpty { return true }
        let at = kind.index
        var known = words[at].count - 1
        while known >= 0, !equal(words[at][known], text, false) { known -= 1 }
        guard known < 254 else { return false }
        manner |= UInt64(known + 2)
        return true
    }
}
