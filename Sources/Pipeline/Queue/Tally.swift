import OTLP

/// Items by signal.
struct Tally: Sendable {
    private var counts: [3 of Int] = [0, 0, 0]

    init() {}

    init(_ signal: Signal, _ items: Int) { self[signal] = items }

    subscript(_ signal: Signal) -> Int {
        get { counts[Int(signal.rawValue)] }
        set { counts[Int(signal.rawValue)] = newValue }
    }

    var total: Int { counts[0] + counts[1] + counts[2] }

    func adding(_ more: Tally) -> Tally {
        var sum = self
        sum += more
        return sum
    }

    static func += (tally: inout Tally, more: Tally) {
        for signal in Signal.allCases { tally[signal] += more[signal] }
    }

    static func -= (tally: inout Tally, less: Tally) {
        for signal in Signal.allCases { tally[signal] -= less[signal] }
    }
}
