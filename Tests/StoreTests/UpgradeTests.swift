import Foundation
import GRDB
import Testing

@testable import Store

/// Files that earlier versions wrote say the same as files that this one writes.
struct UpgradeTests {
    /// Below Fixtures, each file gzipped. Made of `OldTraffic` by the code of that version; v2 by that of version 3, with what it added taken
    /// out again, to the letter of version 2's schema.
    private static let versions = ["v1", "v2"]

    @Test(arguments: versions) func `a store of an earlier version answers like one of this version`(version: String) async throws {
        let (old, new) = (Bench(), Bench())
        try unpack(version, into: old.folder)
        let (upgraded, fresh) = (try old.open(), try new.open())
        for load in OldTraffic.loads { try await fresh.append(load) }
        for filter in filters(new) {
            let (was, isNow) = try await (upgraded.overview(filter, comparing: false), fresh.overview(filter, comparing: false))
            #expect(was.figures == isNow.figures, "\(filter)")
            #expect(was.topModels == isNow.topModels, "\(filter)")
            #expect(was.sparks == isNow.sparks, "\(filter)")
            for metric in SeriesQuestion.Metric.allCases {
                let question = SeriesQuestion(metric, filter, by: .model)
                #expect(try await upgraded.timeSeries(question) == fresh.timeSeries(question), "\(metric) \(filter)")
            }
            #expect(try await upgraded.errors(filter, limit: 20) == fresh.errors(filter, limit: 20))
            let byCost = PageRequest(sort: ConversationSort.cost, limit: 100)
            #expect(try await upgraded.conversations(filter, byCost).rows == fresh.conversations(filter, byCost).rows)
            let byStart = PageRequest(sort: TraceSort.start, limit: 400)
            #expect(try await upgraded.traces(filter, byStart).rows == fresh.traces(filter, byStart).rows)
        }
    }

    @Test(arguments: versions) func `a store of an earlier version counts on`(version: String) async throws {
        let bench = Bench()
        try unpack(version, into: bench.folder)
        let store = try bench.open()
        for load in OldTraffic.loads { try await store.append(load) }
        let spans = Int64(OldTraffic.loads.reduce(0) { $0 + $1.spans.count })
        #expect(try await store.status().redelivered == spans)
        try await store.append(Load(spans: [.call(7, 99, at: Bench.noon - 1, model: "m1", error: "timeout")], blocks: [[]]))
        let overview = try await store.overview(bench.last(80), comparing: false)
        #expect(overview.figures.spans.all == spans + 1)
        let models = try await store.models(bench.last(80))
        #expect(models.reduce(0) { $0 + $1.requests } == overview.figures.spans.requests)
        #expect(models.reduce(0) { $0 + $1.failedWithoutUsage } == overview.figures.cost.failedWithoutUsage)
    }

    @Test func `an upgrade that does not come to its end leaves the file as it was`() throws {
        let bench = Bench()
        try unpack("v1", into: bench.folder)
        let queue = try DatabaseQueue(path: bench.folder.file(Store.mainName))
        struct Stop: Error {}
        let broken = [Migration(1, MainSchema.v1), Migration(2, MainSchema.v2) { _ in throw Stop() }]
        #expect(throws: Stop.self) { try queue.write { try Migrations.migrate($0, broken) } }
        let (version, columns) = try queue.read { db in
            (try Int.fetchOne(db, sql: "PRAGMA user_version"), try db.columns(in: "trace").map(\.name))
        }
        #expect(version == 1)
        #expect(!columns.contains("unused"))
    }

    /// All, each way that narrows: by what lines know, by more, by users.
    private func filters(_ bench: Bench) -> [Filter] {
        let all = bench.last(80)
        let changes: [(inout Filter) -> Void] = [
            { _ in }, { $0.environment.include = ["dev"] }, { $0.model.include = ["m1", "m4"] }, { $0.status.include = ["error"] },
            { $0.status.include = ["ok"] }, { $0.service.include = ["app1"] }, { $0.operation.exclude = ["chat"] },
            { $0.latency = .ok }, { $0.user.include = ["u3"] }, { $0.range.from = Bench.noon - 9 * Bench.hour },
        ]
        return changes.map { change in
            var filter = all
            change(&filter)
            return filter
        }
    }

    private func unpack(_ version: String, into folder: Folder) throws {
        try folder.make()
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(version)")
        for file in try FileManager.default.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil) {
            let path = folder.file(file.deletingPathExtension().lastPathComponent)
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            let gunzip = Process()
            gunzip.executableURL = URL(filePath: "/usr/bin/gzip")
            gunzip.arguments = ["-dc", file.path()]
            gunzip.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
            try gunzip.run()
            gunzip.waitUntilExit()
            #expect(gunzip.terminationStatus == 0)
        }
    }
}
