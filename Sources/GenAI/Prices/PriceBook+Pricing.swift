import Wire

/// Asking what a call costs.
extension PriceBook {
    /// The exact cost of one call, or why there is none. Never zero for want of a price.
    ///
    /// `attribute` is asked for keys of `attributeKeys` by index, and only for models whose rules need one; empty means absent.
    /// On a warm cache nothing is allocated.
    package func price(_ usage: BillableUsage, _ context: PriceContext, attribute: (Int) -> Text = { _ in .empty }) -> PricedCall {
        withMemory { price(usage, context, &$0, attribute: attribute) }
    }

    /// The same with a memory in hand.
    package func price(
        _ usage: BillableUsage, _ context: PriceContext, _ memory: inout PriceMemory, attribute: (Int) -> Text
    ) -> PricedCall {
        let name = context.name == .none ? PriceName(context.names) : context.name
        guard name != .none else {
            memory.names.refuse()
            let call = price(usage, context, attribute, resolveAnew(context.names))
            count(call, usage, context, nil, &memory)
            return call
        }
        let slot = place(of: name, context, &memory)
        let call = price(usage, context, attribute, &memory, slot)
        count(call, usage, context, slot, &memory)
        return call
    }

    @inline(__always)
    private func place(of name: PriceName, _ context: PriceContext, _ memory: inout PriceMemory) -> Int {
        if let known = memory.names.find(name) { return known }
        // A place may be given to another name.
        count(&memory.uncounted)
        return memory.names.insert(name, resolveAnew(context.names))
    }

    @inline(__always)
    private func price(
        _ usage: BillableUsage, _ context: PriceContext, _ attribute: (Int) -> Text, _ memory: inout PriceMemory, _ slot: Int
    ) -> PricedCall {
        let resolution = memory.names.resolution(slot)
        guard resolution.entry >= 0 else { return .unpriced(resolution.reason) }
        guard let buckets = Buckets(usage) else { return .unpriced(.usageInconsistent) }
        let place = memory.sheet(slot, buckets.prompt, context, attribute, self)
        return price(buckets, usage, resolution, memory.sheets[place])
    }

    /// For names that are not remembered.
    private func price(
        _ usage: BillableUsage, _ context: PriceContext, _ attribute: (Int) -> Text, _ resolution: Resolution
    ) -> PricedCall {
        guard resolution.entry >= 0 else { return .unpriced(resolution.reason) }
        guard let buckets = Buckets(usage) else { return .unpriced(.usageInconsistent) }
        let entry = entries[Int(resolution.entry)]
        var range = RuleRange()
        let matched = match(entry, buckets.prompt, resolution, context, attribute, &range)
        return price(buckets, usage, resolution, RateSheet(self, entry, matched))
    }

    // MARK: - The answer

    @inline(__always)
    private func price(
        _ buckets: Buckets, _ usage: BillableUsage, _ resolution: Resolution, _ sheet: RateSheet
    ) -> PricedCall {
        let bill = Bill(buckets, usage, sheet)
        var cost = PricedCall.Cost(total: bill.total, input: bill.input, output: bill.output, entry: resolution.entry, detail: .none)
        // Nearly always there is nothing more to say.
        if bill.total > 0, bill.total < .max, usage.input != nil, usage.output != nil, bill.used.subtracting(sheet.priced).isEmpty,
            bill.used.intersection(sheet.guessed).isEmpty, !buckets.isExclusive, !resolution.ignoresPlace
        {
            return .computed(cost)
        }
        guard !usage.isEmpty else { return sheet.isFree ? .computed(cost.saying(.free)) : .unpriced(.noUsage) }
        let missing = bill.used.subtracting(sheet.priced)
        guard missing.isEmpty || !bill.used.intersection(sheet.priced).isEmpty else { return .unpriced(.unpricedMeter) }
        cost.detail = detail(bill, missing, buckets, usage, resolution, sheet)
        return .computed(cost)
    }

    /// The one thing most worth saying.
    @inline(never)
    private func detail(
        _ bill: Bill, _ unpriced: MeterSet, _ buckets: Buckets, _ usage: BillableUsage, _ resolution: Resolution,
        _ sheet: RateSheet
    ) -> PricedCall.Detail {
        if bill.total == .max { return .overflow }
        var missing = unpriced
        if usage.others.bits == 0 {
            if usage.input == nil, buckets.prompt == 0 { missing.insert(.in) }
            if usage.output == nil, usage.input != nil, sheet.own.contains(.out) { missing.insert(.out) }
        }
        let free: PricedCall.Detail? = bill.total == 0 && sheet.isFree ? .free : nil
        let guessed = bill.used.intersection(sheet.guessed)
        if !missing.isEmpty { return free ?? .partial(missing) }
        if buckets.isExclusive { return .exclusiveCounts }
        if !guessed.isEmpty { return free ?? .modality(guessed) }
        if resolution.ignoresPlace { return .place }
        return free ?? .none
    }
}

extension PricedCall.Cost {
    fileprivate func saying(_ detail: PricedCall.Detail) -> Self {
        var cost = self
        cost.detail = detail
        return cost
    }
}

extension PriceContext {
    fileprivate var names: NameParts { NameParts(provider: provider, response: responseModel, request: requestModel, host: host) }
}
