import Foundation
import GRDB
import Testing

@testable import Store

struct FileTests {
    @Test func `only the owner reads the folder and its files`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: [.call(1, 1, at: Bench.noon)]))
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(bench.folder.path) == 0o700)
        for name in bench.folder.names { #expect(try mode(bench.folder.file(name)) == 0o600, "\(name)") }
        #expect(bench.folder.names.contains("spans-20261123.sqlite"))
    }

    @Test func `old days go whole, and their rows with them, but what was counted stays`() async throws {
        let bench = Bench(maximumAge: 3 * 24 * Bench.hour)
        let store = try bench.open()
        let day = 24 * Bench.hour
        try await store.append(
            Load(spans: (0..<5).map { .call(UInt64($0 + 1), 1, at: Bench.noon - Int64($0) * day, conversation: "c\($0)") }))
        #expect(try await store.status().tooOld == 1)
        bench.clock.withLock { $0 += 2 * day }
        #expect(try await store.expire().count == 2)
        let filter = Filter(range: TimeRange(from: Bench.noon - 10 * day, to: Bench.noon + 3 * day))
        #expect(try await store.traces(filter, PageRequest(sort: .start)).rows.count == 2)
        #expect(try await store.conversations(filter, PageRequest(sort: .last)).rows.count == 2)
        #expect(try await store.overview(filter, comparing: false).figures.spans.requests == 4)
        try await store.append(Load(spans: [.call(9, 1, at: Bench.noon + 2 * day)]))
        #expect(try await store.traces(filter, PageRequest(sort: .start)).rows.count == 3)
    }

    @Test func `where there is too much the oldest days go, never today's`() async throws {
        let bench = Bench(maximumBytes: 1)
        let store = try bench.open()
        try await store.append(Load(spans: (0..<3).map { .call(UInt64($0 + 1), 1, at: Bench.noon - Int64($0) * 24 * Bench.hour) }))
        #expect(try await store.expire().count == 2)
        #expect(bench.folder.names.filter { $0.hasSuffix(".sqlite") } == ["spans-20261123.sqlite", "weir.sqlite"])
    }

    @Test func `files of version 1 are opened and used`() async throws {
        let bench = Bench()
        try bench.folder.make()
        let old = try DatabaseQueue(path: bench.folder.file(Store.mainName))
        try await old.write { db in
            try db.execute(sql: MainSchema.v1)
            try db.execute(sql: "PRAGMA user_version = 1; INSERT INTO meta(key, value) VALUES('spans', 41), ('nextTrace', 5)")
        }
        try old.close()
        let day = try DatabaseQueue(path: bench.folder.file("spans-20261123.sqlite"))
        try await day.write { try $0.execute(sql: DaySchema.v1 + "PRAGMA user_version = 1") }
        try day.close()
        let store = try bench.open()
        let call = SpanRecord.call(1, 1, at: Bench.noon)
        try await store.append(Load(spans: [call], records: [LogRecordNote(address: call.address, time: Bench.noon, hash: 1)]))
        #expect(try await store.status().spans == 42)
    }

    @Test func `files of a newer Weir are left alone`() async throws {
        let bench = Bench()
        try bench.folder.make()
        let newer = try DatabaseQueue(path: bench.folder.file(Store.mainName))
        try await newer.write { try $0.execute(sql: "PRAGMA user_version = 999") }
        try newer.close()
        #expect(throws: StoreError.newer(version: 999)) { try bench.open() }
    }

    @Test func `a hundred thousand spans are stored, none lost, in little room`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let began = ContinuousClock.now
        for part in 0..<200 {
            var load = Load(blocks: [Array(repeating: 7, count: 40_000)])
            for i in 0..<100 {
                let trace = UInt64(part * 100 + i + 1)
                let at = Bench.noon - Int64(part * 60 + i) * Bench.second
                load.spans.append(.http(trace, 1, at: at))
                for n in 2...5 as ClosedRange<UInt64> {
                    load.spans.append(.call(trace, n, parent: 1, at: at + Int64(n), model: "m\(i % 8)", conversation: "c\(trace / 4)"))
                }
            }
            try await store.append(load)
        }
        let took = ContinuousClock.now - began
        let overview = try await store.overview(bench.last(24), comparing: false)
        #expect(overview.figures.spans.all == 100_000)
        #expect(overview.figures.spans.requests == 80_000)
        #expect(overview.figures.conversations.total == 5_001)
        #expect(overview.figures.conversations.turns == 20_000)
        let bytes = try await store.status().bytes
        print("100,000 spans: \(took), \(bytes / 100_000) bytes each, overview \(overview.tookNanoseconds / 1_000_000) ms")
        #expect(bytes / 100_000 < 900)
    }
}
