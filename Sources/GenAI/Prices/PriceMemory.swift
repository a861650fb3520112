import Wire

/// What was learnt from asking a book. Bounded, whatever it is asked. Used by one lane at a time.
package struct PriceMemory: ~Copyable {
    var names = NameCache()
    var sheets = RateSheets()
    var uncounted = UncountedCalls()

    /// The sheet for a call of the name in `slot`, which is known.
    @inline(__always)
    mutating func sheet(
        _ slot: Int, _ prompt: Int64, _ context: PriceContext, _ attribute: (Int) -> Text, _ book: PriceBook
    ) -> Int32 {
        let resolution = names.resolution(slot)
        let manner = book.manner(context, resolution)
        let ruling = names.ruling(slot)
        if ruling.sheet >= 0, ruling.manner == manner, ruling.epoch == sheets.epoch,
            ruling.range.contains(prompt, book.nanos(resolution, context))
        {
            return ruling.sheet
        }
        return rule(slot, prompt, context, attribute, book, manner)
    }

    @inline(never)
    private mutating func rule(
        _ slot: Int, _ prompt: Int64, _ context: PriceContext, _ attribute: (Int) -> Text, _ book: PriceBook, _ manner: UInt64?
    ) -> Int32 {
        let resolution = names.resolution(slot)
        let entry = book.entries[Int(resolution.entry)]
        var range = RuleRange()
        let matched = book.match(entry, prompt, resolution, context, attribute, &range)
        let place = sheets.place(resolution.entry, matched, book)
        if let manner, !entry.usesAttributes {
            names.setRuling(slot, Ruling(sheet: place, epoch: sheets.epoch, manner: manner, range: range))
        }
        return place
    }
}
