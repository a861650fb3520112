import Foundation
import GRDB
import Testing

@testable import Store

/// A month of a busy company, as rollups have it.
struct ScaleTests {
    private static let models = 8
    private static let services = 8
    private static let environments = 3

    /// 384 series × 30 days of hours and days; each hour holds 362 spans of each series: 100 million. Larger than a test should be, so
    /// only days are filled unless WEIR_SCALE is set.
    @Test func `the overview of a hundred million spans is a matter of milliseconds`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let isFull = ProcessInfo.processInfo.environment["WEIR_SCALE"] != nil
        try await store.main.write { db in
            try Self.fillSeries(db)
            try Self.fillLines(db)
            try Self.fillRollups(db, .day, 30, spans: 362 * 24)
            try Self.fillRollups(db, .hour, isFull ? 720 : 24, spans: 362)
            try Self.fillRollups(db, .minute, 60, spans: 6)
        }
        let filter = Filter(range: TimeRange(from: Bench.noon - 30 * Tier.day.nanoseconds, to: Bench.noon))
        let (overview, each) = try await Self.ask(store, filter, "everything")
        var narrow = filter
        narrow.model.include = ["m3"]
        let (one, eachOfOne) = try await Self.ask(store, narrow, "one model")
        narrow.model = Choice()
        narrow.service.include = ["s3"]
        let (served, eachServed) = try await Self.ask(store, narrow, "one service")
        var successful = filter
        successful.latency = .ok
        let (ok, eachOk) = try await Self.ask(store, successful, "latencies of successes")
        #expect(try await CounterScale.ask(store) == Self.models)
        #expect(overview.figures.spans.requests > 90_000_000)
        #expect(overview.topModels.count == Self.models)
        #expect(max(each, eachOfOne, eachServed, eachOk) < 2 * Bench.second)
        #expect(served.figures.spans.requests * Int64(Self.services) == overview.figures.spans.requests)
        #expect(ok.figures.spans == overview.figures.spans)
        #expect(one.figures.spans.requests * Int64(Self.models) == overview.figures.spans.requests)
    }

    /// The answer, compared, and the least CPU time of five that the thread took that read it: other tests run beside it.
    private static func ask(_ store: Store, _ filter: Filter, _ what: String) async throws -> (Overview, Int64) {
        var overview = try await store.overview(filter, comparing: true)
        var each = Int64.max
        for _ in 0..<5 {
            let took: Int64
            (overview, took) = try await store.main.read { db in
                let before = threadNanoseconds
                let snapshot = try Snapshot(db, store.files, store.catalogs, now: store.settings.now())
                let overview = try OverviewReading(snapshot: snapshot, filter: filter).overview(comparing: true)
                return (overview, threadNanoseconds - before)
            }
            each = min(each, took)
        }
        print("overview of \(overview.figures.spans.requests) requests, \(what): \(each / 1000) µs of CPU")
        return (overview, each)
    }

    /// CPU time of this thread.
    private static var threadNanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * Bench.second + Int64(time.tv_nsec)
    }

    private static func fillSeries(_ db: Database) throws {
        for environment in 1...environments {
            try db.execute(sql: "INSERT INTO environment(id, name) VALUES(?,?)", arguments: [environment, "e\(environment)"])
            for service in 1...services {
                for model in 1...models {
                    for outcome in ["", "rate_limited"] {
                        try db.execute(
                            sql: """
                                INSERT INTO series(environment, service, role, operation, provider, model, agent, outcome) \
                                VALUES(?,?,'call','chat','p',?,'',?)
                                """, arguments: ["e\(environment)", "s\(service)", "m\(model)", outcome])
                    }
                }
            }
        }
    }

    private static func fillLines(_ db: Database) throws {
        var book = LineBook()
        for (_, key) in try SeriesBook.all(db) { _ = try book.line(of: key, db) }
    }

    private static func fillRollups(_ db: Database, _ tier: Tier, _ buckets: Int64, spans: Int64) throws {
        var histogram = LogHistogram()
        for i in 0..<40 { histogram.add(Int64(100_000_000 + i * 50_000_000), times: spans / 40 + 1) }
        let bytes = Data(histogram.bytes)
        let last = tier.bucket(Bench.noon)
        let series = try Int64.fetchAll(db, sql: "SELECT id FROM series").map { ($0, spans) }
        let lines = try LineBook.all(db).map { (LineBook.row($0.0), spans * Int64(services)) }
        let whole = (1...Int64(environments)).map { (-$0, spans * Int64(services * models * 2)) }
        let roll = try db.makeStatement(
            sql: "INSERT INTO \(tier.rolls)(t, sid, spans, llm, calls, metered, input, output, priced, cost) VALUES(?,?,?,?,?,?,?,?,?,?)")
        let lat = try db.makeStatement(sql: "INSERT INTO \(tier.histograms)(t, sid, kind, h) VALUES(?,?,0,?)")
        for t in (last - buckets + 1)...last {
            for (id, n) in series + lines + whole {
                try roll.execute(arguments: [t, id, n, n, n, n, n * 700, n * 250, n, n * 3_000_000])
                try lat.execute(arguments: [t, id, bytes])
            }
        }
    }
}
