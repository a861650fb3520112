import Wire

/// Asking what a call costs.
extension PriceBook {
    /// The exact cost of one call, or why there is none. Never zero for want of a price.
    ///
    /// `attribute` is asked for keys of `attributeKeys` by index, and only for models whose rules need one; empty means absent.
    /// On a warm cache nothing is allocated.
    package func price(_ usage: borrowing BillableUsage, _ context: PriceContext, attribute: (Int) -> Text = { _ in .empty }) -> PricedCall
    {
        let call = priceUncounted(usage, context, attribute)
        count(call, usage, context)
        return call
    }

    @inline(__always)
    private func priceUncounted(_ usage: borrowing BillableUsage, _ context: PriceContext, _ attribute: (Int) -> Text) -> PricedCall {
        let parts = NameParts(
            provider: context.provider, response: context.responseModel, request: context.requestModel, host: context.host)
        let resolution = resolve(parts)
        guard resolution.entry >= 0 else { return .unpriced(resolution.reason) }
        let entry = entries[Int(resolution.entry)]
        var bill = Bill(entry)
        guard !usage.isEmpty else {
            bill.matched = match(entry, 0, resolution, context, attribute)
            let cost = PricedCall.Cost(total: 0, input: 0, output: 0, entry: resolution.entry, detail: .free)
            return bill.isFree(self) ? .computed(cost) : .unpriced(.noUsage)
        }
        guard let buckets = Buckets(usage) else { return .unpriced(.usageInconsistent) }
        bill.matched = match(entry, buckets.prompt, resolution, context, attribute)
        charge(buckets, usage, &bill)
        return result(&bill, buckets, usage, resolution)
    }

    private func charge(_ buckets: Buckets, _ usage: borrowing BillableUsage, _ bill: inout Bill) {
        bill.add(.in, buckets.plainInput, self)
        bill.add(.cr, buckets.cacheRead, self)
        bill.add(.cw, buckets.cacheWrite, self)
        bill.add(.cw5m, usage.cacheWrite5m, self)
        bill.add(.cw1h, usage.cacheWrite1h, self)
        bill.add(.cw12h, usage.cacheWrite12h, self)
        bill.add(.ain, buckets.audio, self)
        bill.add(.acr, usage.cacheReadAudio, self)
        bill.add(.iin, buckets.image, self)
        bill.add(.icr, usage.cacheReadImage, self)
        bill.add(.vin, usage.inputVideo, self)
        bill.add(.out, buckets.text, self)
        bill.add(.think, usage.reasoning, self)
        bill.add(.cite, usage.citation, self)
        bill.add(.aout, usage.outputAudio, self)
        bill.add(.iout, usage.outputImage, self)
        bill.add(.vout, usage.outputVideo, self)
        if usage.others.bits != 0 { chargeOthers(usage, &bill) }
        if bill.entry.meters.contains(.req), bill.has(.req, self) { bill.add(.req, 1, self) }
    }

    private func chargeOthers(_ usage: borrowing BillableUsage, _ bill: inout Bill) {
        if usage.others.webSearches > 0, bill.has(.grounded, self) {
            bill.add(.grounded, 1, self)
        } else {
            bill.add(.search, usage.others.webSearches, self)
        }
        bill.add(.xsearch, usage.others.xSearches, self)
        bill.add(.files, usage.others.fileSearches, self)
        bill.add(.code, usage.others.codeRuns, self)
        bill.add(.maps, usage.others.mapQueries, self)
        bill.add(.asec, usage.others.audioMilliseconds, self, over: 1000)
        bill.add(.vsec, usage.others.videoMilliseconds, self, over: 1000)
        bill.add(.char, usage.others.characters, self)
        bill.add(.page, usage.others.pages, self)
        bill.add(.apage, usage.others.annotatedPages, self)
        bill.add(.img, usage.others.images, self)
        bill.add(.px, usage.others.pixels, self)
        bill.add(.rerank, usage.others.rerankQueries, self)
        bill.add(.msg, usage.others.messages, self)
    }

    private func result(_ bill: inout Bill, _ buckets: Buckets, _ usage: borrowing BillableUsage, _ resolution: Resolution) -> PricedCall {
        guard bill.charged || bill.missing.isEmpty else { return .unpriced(.unpricedMeter) }
        var total = bill.input
        total.add(bill.output)
        total.add(bill.fees)
        let pico = total.rounded
        let detail = detail(&bill, buckets, usage, resolution, pico)
        return .computed(
            PricedCall.Cost(total: pico, input: bill.input.rounded, output: bill.output.rounded, entry: resolution.entry, detail: detail))
    }

    /// The one thing most worth saying.
    private func detail(
        _ bill: inout Bill, _ buckets: Buckets, _ usage: borrowing BillableUsage, _ resolution: Resolution, _ total: Int64
    ) -> PricedCall.Detail {
        if total == .max { return .overflow }
        var missing = bill.missing
        if usage.others.bits == 0 {
            if usage.input == nil, buckets.prompt == 0 { missing.insert(.in) }
            if usage.output == nil, usage.input != nil, bill.has(.out, self) { missing.insert(.out) }
        }
        if !missing.isEmpty { return total == 0 && bill.isFree(self) ? .free : .partial(missing) }
        if buckets.isExclusive { return .exclusiveCounts }
        if !bill.guessed.isEmpty { return total == 0 && bill.isFree(self) ? .free : .modality(bill.guessed) }
        if resolution.ignoresPlace { return .place }
        return total == 0 && bill.isFree(self) ? .free : .none
    }
}
