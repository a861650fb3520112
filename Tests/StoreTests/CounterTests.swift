import Testing

@testable import Store

/// What series counted between moments.
@Suite struct CounterTests {
    private let minute = 60 * Bench.second
    private let now = Bench.noon

    private func ask(
        _ store: Store, _ subject: CounterQuestion.Subject, _ moments: [Int64], total: Bool = false,
        by: Set<Dimension> = Set(Dimension.allCases), _ admits: @escaping @Sendable (SeriesKey) -> Bool = { _ in true }
    ) async throws -> [CounterSeries] {
        let question = CounterQuestion(subject, moments: moments, isFromBeginning: total, by: by, narrowing: by, admits: admits)
        return try #require(await store.counters([question]).first)
    }

    private func amounts(_ series: [CounterSeries], part: Int = 0) -> [Int: Double] {
        Dictionary(series.flatMap(\.growth).filter { $0.part == part }.map { ($0.moment, $0.amount) }, uniquingKeysWith: +)
    }

    @Test func `moments are the ends of buckets that are kept`() {
        let clock = CounterMoments(now: now)
        let day = 24 * Bench.hour
        #expect(clock.end(now) == now && clock.end(now - 1) == now && clock.end(now + 1) == now + minute)
        #expect(clock.end(now - 46 * Bench.hour + 1) == now - 46 * Bench.hour + minute)
        #expect(clock.end(now - 47 * Bench.hour - 1) == now - 47 * Bench.hour)
        #expect(clock.end(now - 100 * Bench.hour + 1) == now - 99 * Bench.hour)
        #expect(clock.end(now - 500 * day) % day == 0)
        #expect(clock.width(now) == minute && clock.width(now - 3 * day) == Bench.hour && clock.width(now - 500 * day) == day)
        var last = Int64.min
        for time in stride(from: now - 500 * day, to: now + day, by: 7 * 3_599_999_999_999) {
            let end = clock.end(time)
            #expect(end >= time && end >= last && clock.end(end) == end)
            last = end
        }
        for time in [-9_000_000_000_000_000_000, 9_000_000_000_000_000_000, 0, -1] as [Int64] { _ = clock.end(time) }
    }

    @Test func `sums go to the first moment after them`() async throws {
        let store = try Bench().open()
        try await store.append(
            Load(spans: [
                .call(1, 1, at: now - 10 * minute), .call(2, 2, at: now - 9 * minute - 1), .call(3, 3, at: now - 5 * minute),
                .call(4, 4, at: now - 200 * Bench.hour), .call(5, 5, at: now), .call(6, 6, at: now - 7 * minute, error: "timeout"),
            ]))
        let moments = [now - 10 * minute, now - 9 * minute, now - 5 * minute, now]
        let growth = try await ask(store, .sums([.input, .priced]), moments)
        #expect(amounts(growth) == [1: 200, 3: 100])
        #expect(amounts(growth, part: 1) == [1: 2, 3: 1])
        #expect(try await amounts(ask(store, .sums([.input]), moments, total: true)) == [0: 100, 1: 200, 3: 100])
        #expect(try await ask(store, .sums([.input]), moments) { !$0.outcome.isEmpty } == [])
        #expect(try await amounts(ask(store, .sums([.input]), [0, now])) == [1: 400])
        #expect(try await ask(store, .sums([.input]), [now]) == [])
        #expect(try await ask(store, .sums([.input]), []) == [])
    }

    @Test func `hours and days answer where nothing finer is needed, with the same sums`() async throws {
        let store = try Bench().open()
        let spans = (0..<400).map { SpanRecord.call(UInt64($0 + 1), 1, at: now - Int64($0) * 37 * minute - 1) }
        try await store.append(Load(spans: spans))
        let clock = CounterMoments(now: now)
        for step in [90 * minute, 7 * Bench.hour, 24 * Bench.hour, 25 * Bench.hour + 13 * minute] {
            let times = Array(stride(from: now - 240 * Bench.hour, through: now, by: Int(step)))
            let moments = Set(times.map(clock.end)).sorted()
            let growth = try await amounts(ask(store, .sums([.input]), moments))
            for (number, (from, to)) in zip(moments, moments.dropFirst()).enumerated() {
                let wanted = spans.count { $0.start >= from && $0.start < to } * 100
                #expect(growth[number + 1] ?? 0 == Double(wanted))
            }
        }
    }

    @Test func `a histogram has a part for each bound, one above them, and the sum`() async throws {
        let store = try Bench().open()
        try await store.append(
            Load(spans: [
                .call(1, 1, at: now - minute, seconds: 0.5), .call(2, 2, at: now - minute, seconds: 1.5),
                .call(3, 3, at: now - minute, seconds: 1.6),
                .call(4, 4, at: now - minute, seconds: 60),
            ]))
        let subject = CounterQuestion.Subject.histogram(.duration, bounds: [1, 2, 4].map { $0 * Bench.second })
        let series = try await ask(store, subject, [now - minute, now])
        #expect([0, 1, 2, 3].map { amounts(series, part: $0)[1] } == [1, 2, nil, 1])
        let sum = try #require(amounts(series, part: 4)[1])
        #expect(abs(sum / 63.6e9 - 1) < 0.011)
        #expect(try await ask(store, .histogram(.firstChunk, bounds: [1]), [now - minute, now]) == [])
    }

    @Test func `series that are not told apart are one, by lines as by series`() async throws {
        let store = try Bench().open()
        try await store.append(
            Load(spans: [
                .call(1, 1, at: now - minute, conversation: "a"), .call(2, 2, at: now - minute, model: "o3"),
                .call(3, 3, at: now - minute, environment: "dev"), .agent(4, 4, at: now - minute, seconds: 1),
            ]))
        for subject in [CounterQuestion.Subject.sums([.output, .turns]), .histogram(.duration, bounds: [Bench.second / 2])] {
            for by in [[.model], [.service], [], [.model, .environment], [.model, .operation]] as [Set<Dimension>] {
                let found = try await ask(store, subject, [now - minute, now], by: by)
                let all = try await ask(store, subject, [now - minute, now])
                #expect(Set(found.map(\.key)) == Set(all.map { $0.key.keeping(by) }))
                for part in 0..<3 { #expect(amounts(found, part: part) == amounts(all, part: part)) }
            }
        }
        #expect(try await ask(store, .sums([.input]), [now - minute, now], by: [.model]) { $0.model == "o3" }.map(\.key.model) == ["o3"])
    }

    @Test func `what no bucket can hold is asked for without a trap`() async throws {
        let store = try Bench().open()
        try await store.append(Load(spans: [.call(1, 1, at: now - minute)]))
        let far: [Int64] = [-8_000_000_000_000_000_000, -1, 0, now, 8_000_000_000_000_000_000]
        #expect(try await amounts(ask(store, .sums([.input]), far, total: true)) == [3: 100])
    }

    @Test func `too many amounts are an error`() throws {
        var tally = CounterTally([(1, SeriesKey(environment: "", service: ""))], parts: 2)
        for moment in 0..<200_001 {
            guard let series = tally.enter(1, moment) else { continue }
            tally.add(1, series, 0)
            tally.add(1, series, 1)
        }
        #expect(throws: StoreError.tooMuch(limit: 400_000)) { try tally.finished() }
    }
}
