/// Adds up what series counted between moments, those of one key together. Rows come by time, so that each key has one moment in hand.
struct CounterTally {
    /// Amounts of one answer; each takes 24 bytes.
    static let limit = 400_000

    private struct Sheet {
        let key: SeriesKey
        var moment = -1
        var amounts: [Double] = []
        var growth: [CounterSeries.Growth] = []
    }

    let ids: [Int64]
    private let parts: Int
    /// The sheet of each id.
    private var places: [Int64: Int] = [:]
    private var sheets: [Sheet] = []
    /// How many more amounts there may be.
    private(set) var room: Int

    init(_ series: [(sid: Int64, key: SeriesKey)], parts: Int, room: Int = Self.limit) {
        self.parts = parts
        self.room = room
        ids = series.map(\.sid)
        var numbers: [SeriesKey: Int] = [:]
        for (sid, key) in series {
            let number = numbers[key] ?? sheets.count
            if number == sheets.count { sheets.append(Sheet(key: key)) }
            numbers[key] = number
            places[sid] = number
        }
    }

    /// The number of a series' sheet, turned to a moment; nil for a series that is not asked for.
    mutating func enter(_ sid: Int64, _ moment: Int) -> Int? {
        guard let sheet = places[sid] else { return nil }
        if sheets[sheet].moment != moment {
            close(sheet)
            sheets[sheet].moment = moment
        }
        return sheet
    }

    mutating func add(_ amount: Double, _ sheet: Int, _ part: Int) {
        if sheets[sheet].amounts.isEmpty { sheets[sheet].amounts = Array(repeating: 0, count: parts) }
        sheets[sheet].amounts[part] += amount
    }

    /// Throws where it became too much.
    func check() throws {
        if room < 0 { throw StoreError.tooMuch(limit: Self.limit) }
    }

    /// Those that counted something, in the order in which their keys came.
    mutating func finished() throws -> [CounterSeries] {
        for sheet in sheets.indices { close(sheet) }
        try check()
        return sheets.compactMap { $0.growth.isEmpty ? nil : CounterSeries(key: $0.key, growth: $0.growth) }
    }

    private mutating func close(_ sheet: Int) {
        for part in sheets[sheet].amounts.indices where sheets[sheet].amounts[part] != 0 {
            let amount = sheets[sheet].amounts[part]
            sheets[sheet].growth.append(.init(moment: sheets[sheet].moment, part: part, amount: amount))
            sheets[sheet].amounts[part] = 0
            room -= 1
        }
    }
}
