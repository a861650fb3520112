/// The sheets worked out so far; when there are too many, all are forgotten.
struct RateSheets: ~Copyable {
    static let capacity = 1024

    private struct Key: Hashable {
        let entry: Int32
        let matched: UInt64
    }

    private var sheets: [RateSheet] = []
    private var places: [Key: Int32] = [:]
    /// Changes when all are forgotten.
    private(set) var epoch: UInt32 = 0

    /// The place of the sheet of a model under the rules that hold.
    mutating func place(_ entry: Int32, _ matched: UInt64, _ book: PriceBook) -> Int32 {
        let key = Key(entry: entry, matched: matched)
        if let place = places[key] { return place }
        if sheets.count >= RateSheets.capacity {
            sheets.removeAll()
            places.removeAll()
            epoch &+= 1
        }
        sheets.append(RateSheet(book, book.entries[Int(entry)], matched))
        places[key] = Int32(sheets.count - 1)
        return Int32(sheets.count - 1)
    }

    @inline(__always)
    subscript(_ place: Int32) -> RateSheet {
        _read { yield sheets[Int(place)] }
    }
}

/// The sheet that held for the last call of a name, and for what other calls it holds too.
struct Ruling {
    var sheet: Int32 = -1
    var epoch: UInt32 = 0
    var manner: UInt64 = 0
    var range = RuleRange()
}
