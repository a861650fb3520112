/// Adds up what series counted between moments. Rows come by time, so that each series has one moment in hand.
struct CounterTally {
    /// Amounts of one answer; each takes 24 bytes.
    static let limit = 400_000

    private struct Sheet {
        var moment = -1
        var amounts: [Double] = []
        var growth: [CounterSeries.Growth] = []
    }

    let ids: [Int64]
    private let parts: Int
    private let places: [Int64: Int]
    private var sheets: [Sheet]
    /// How many more amounts there may be.
    private(set) var room: Int

    init(_ ids: [Int64], parts: Int, room: Int = Self.limit) {
        self.ids = ids
        self.parts = parts
        self.room = room
        places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        sheets = Array(repeating: Sheet(), count: ids.count)
    }

    /// The series' number here, turned to a moment; nil for one that is not asked for.
    mutating func enter(_ sid: Int64, _ moment: Int) -> Int? {
        guard let series = places[sid] else { return nil }
        if sheets[series].moment != moment {
            close(series)
            sheets[series].moment = moment
        }
        return series
    }

    mutating func add(_ amount: Double, _ series: Int, _ part: Int) {
        if sheets[series].amounts.isEmpty { sheets[series].amounts = Array(repeating: 0, count: parts) }
        sheets[series].amounts[part] += amount
    }

    /// Throws where it became too much.
    func check() throws {
        if room < 0 { throw StoreError.tooMuch(limit: Self.limit) }
    }

    /// What each series counted, in the order of `ids`.
    mutating func finished() throws -> [[CounterSeries.Growth]] {
        for series in sheets.indices { close(series) }
        try check()
        return sheets.map(\.growth)
    }

    private mutating func close(_ series: Int) {
        for part in sheets[series].amounts.indices where sheets[series].amounts[part] != 0 {
            let amount = sheets[series].amounts[part]
            sheets[series].growth.append(.init(moment: sheets[series].moment, part: part, amount: amount))
            sheets[series].amounts[part] = 0
            room -= 1
        }
    }
}
