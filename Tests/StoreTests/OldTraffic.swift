@testable import Store

/// Three days of two environments: what the files below Fixtures hold as earlier versions have written it. Never changed.
enum OldTraffic {
    static let loads = (0..<12).map { part in Load(spans: (0..<20).flatMap { turn(part * 20 + $0) }, blocks: [[]]) }

    /// An agent that calls a tool and models: every third first in vain, every seventh for good, some without a price or tokens.
    private static func turn(_ number: Int) -> [SpanRecord] {
        let trace = UInt64(number + 1)
        let start = Bench.noon - Int64(240 - number) * 900 * Bench.second
        var spans: [SpanRecord] = [.http(trace, 1, at: start, seconds: 9), .agent(trace, 2, parent: 1, at: start + 1, seconds: 8)]
        let conversation = number % 4 == 0 ? nil : "c\(number / 6)"
        func call(_ id: UInt64, after seconds: Int64, error: String = "") {
            spans.append(
                .call(
                    trace, id, parent: 2, at: start + seconds * Bench.second, model: "m\(number % 5)",
                    environment: number % 3 == 0 ? "dev" : "prod", conversation: conversation, error: error,
                    seconds: 1 + Double(number % 17) / 10, cost: number % 5 == 4 ? nil : 1_000_000 + Int64(number)))
            spans[spans.count - 1].series.service = "app\(number % 2)"
            spans[spans.count - 1].user = "u\(number % 9)"
            spans[spans.count - 1].firstChunk = 100_000_000
        }
        if number % 3 == 0 { call(3, after: 1, error: "rate_limited") }
        call(4, after: 3)
        call(5, after: 5, error: number % 7 == 0 ? "timeout" : "")
        if number % 14 == 0 { spans[spans.count - 1].input = 50 }
        return spans
    }
}
