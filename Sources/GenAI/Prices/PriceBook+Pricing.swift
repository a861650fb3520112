import Wire

/// Asking what a call costs.
extension PriceBook {
    /// The exact cost of one call, or why there is none. Never zero for want of a price.
    ///
    /// `attribute` is asked for keys of `attributeKeys` by index, and only for models whose rules need one; empty means absent.
    /// On a warm cache nothing is allocated.
    package func price(_ usage: BillableUsage, _ context: PriceContext, attribute: (Int) -> Text = { _ in .empty }) -> PricedCall {
        let parts = NameParts(
            provider: context.provider, response: context.responseModel, request: context.requestModel, host: context.host)
        let resolution = resolve(parts)
        guard resolution.entry >= 0 else { return .unpriced(resolution.reason) }
        let entry = entries[Int(resolution.entry)]
        var bill = Bill(book: self, entry: entry)
        guard !usage.isEmpty else {
            bill.matched = match(entry, 0, resolution, context, attribute)
            let cost = PricedCall.Cost(total: 0, input: 0, output: 0, entry: resolution.entry, detail: .free)
            return bill.isFree ? .computed(cost) : .unpriced(.noUsage)
        }
        guard let buckets = Buckets(usage) else { return .unpriced(.usageInconsistent) }
        bill.matched = match(entry, buckets.prompt, resolution, context, attribute)
        PriceBook.charge(buckets, &bill)
        return result(bill, buckets, resolution)
    }

    private static func charge(_ buckets: Buckets, _ bill: inout Bill) {
        let usage = buckets.usage
        bill.add(.in, buckets.plainInput)
        bill.add(.cr, buckets.cacheRead)
        bill.add(.cw, buckets.cacheWrite)
        bill.add(.cw5m, usage.cacheWrite5m)
        bill.add(.cw1h, usage.cacheWrite1h)
        bill.add(.cw12h, usage.cacheWrite12h)
        bill.add(.ain, buckets.audio)
        bill.add(.acr, usage.cacheReadAudio)
        bill.add(.iin, buckets.image)
        bill.add(.icr, usage.cacheReadImage)
        bill.add(.vin, usage.inputVideo)
        bill.add(.out, buckets.text)
        bill.add(.think, usage.reasoning)
        bill.add(.cite, usage.citation)
        bill.add(.aout, usage.outputAudio)
        bill.add(.iout, usage.outputImage)
        bill.add(.vout, usage.outputVideo)
        charge(usage.others, &bill)
        if bill.has(.req) { bill.add(.req, 1) }
    }

    private static func charge(_ others: OtherUsage, _ bill: inout Bill) {
        guard others != OtherUsage() else { return }
        if others.webSearches > 0, bill.has(.grounded) {
            bill.add(.grounded, 1)
        } else {
            bill.add(.search, others.webSearches)
        }
        bill.add(.xsearch, others.xSearches)
        bill.add(.files, others.fileSearches)
        bill.add(.code, others.codeRuns)
        bill.add(.maps, others.mapQueries)
        bill.add(.asec, others.audioMilliseconds, over: 1000)
        bill.add(.vsec, others.videoMilliseconds, over: 1000)
        bill.add(.char, others.characters)
        bill.add(.page, others.pages)
        bill.add(.apage, others.annotatedPages)
        bill.add(.img, others.images)
        bill.add(.px, others.pixels)
        bill.add(.rerank, others.rerankQueries)
        bill.add(.msg, others.messages)
    }

    private func result(_ bill: Bill, _ buckets: Buckets, _ resolution: Resolution) -> PricedCall {
        guard bill.charged || bill.missing.isEmpty else { return .unpriced(.unpricedMeter) }
        var total = bill.input
        total.add(bill.output)
        total.add(bill.fees)
        let cost = PricedCall.Cost(
            total: total.rounded, input: bill.input.rounded, output: bill.output.rounded, entry: resolution.entry, detail: .none)
        var detailed = cost
        detailed.detail = detail(bill, buckets, resolution, cost.total)
        return .computed(detailed)
    }

    /// The one thing most worth saying.
    private func detail(_ bill: Bill, _ buckets: Buckets, _ resolution: Resolution, _ total: Int64) -> PricedCall.Detail {
        if total == .max { return .overflow }
        var missing = bill.missing
        if buckets.usage.others == OtherUsage() {
            if buckets.usage.input == nil, buckets.prompt == 0 { missing.insert(.in) }
            if buckets.usage.output == nil, buckets.usage.input != nil, bill.has(.out) { missing.insert(.out) }
        }
        if !missing.isEmpty { return total == 0 && bill.isFree ? .free : .partial(missing) }
        if buckets.isExclusive { return .exclusiveCounts }
        if !bill.guessed.isEmpty { return total == 0 && bill.isFree ? .free : .modality(bill.guessed) }
        if resolution.ignoresPlace { return .place }
        return total == 0 && bill.isFree ? .free : .none
    }
}
