import OTLP
import Wire

/// What was learnt from asking a book. Bounded, whatever it is asked. Used by one lane at a time.
package struct PriceMemory: ~Copyable {
    private let pin = Pin()
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

    /// The sheet that held for the last call of that name, where it holds for this one, of which nothing else was said.
    @inline(__always)
    func plainSheet(_ slot: Int, _ prompt: Int64, _ nanos: UInt64) -> Int32? {
        let ruling = names.ruling(slot)
        guard ruling.sheet >= 0, ruling.manner == 0, ruling.epoch == sheets.epoch, ruling.range.contains(prompt, nanos) else { return nil }
        return ruling.sheet
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
