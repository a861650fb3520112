import GRDB
import Synchronization

/// The embedded store: SQLite in one folder. One writer that commits whole loads, readers that see snapshots and never wait for it.
///
/// `weir.sqlite` holds dictionaries, rollups, traces and conversations; `spans-YYYYMMDD.sqlite` the spans of one day and what was sent.
/// The day's file is committed first; the main file's commit makes it count. What a crash left in between is taken out when the store
/// is opened, and the sender, who has had no answer, sends it again.
package final class Store: Sendable {
    package struct Settings: Sendable {
        package var folder: Folder
        /// What is older goes.
        package var maximumAge: Int64
        /// Where all files together are larger, the oldest days go.
        package var maximumBytes: Int64
        /// Unix nanoseconds.
        package var now: @Sendable () -> Int64

        package init(folder: Folder, maximumAge: Int64, maximumBytes: Int64, now: @escaping @Sendable () -> Int64) {
            self.folder = folder
            self.maximumAge = maximumAge
            self.maximumBytes = maximumBytes
            self.now = now
        }
    }

    static let mainName = "weir.sqlite"
    /// Spans that go together into one commit, unless a load is larger.
    private static let groupLimit = 2_000

    private typealias Waiting = (load: Load, answer: CheckedContinuation<Void, any Error>)

    let settings: Settings
    let main: DatabasePool
    let files: DayFiles
    let content: any ContentReader
    let catalogs = CatalogMemory()
    let pulse = Pulse()
    /// Only ever touched inside a write of `main`, whose queue runs one at a time.
    nonisolated(unsafe) private var ingest: Ingest
    private let waiting = Mutex<[Waiting]>([])

    /// Opens the folder, makes what is missing, brings old files up to date and takes out what was not finished.
    package init(_ settings: Settings, content: any ContentReader) throws {
        self.settings = settings
        self.content = content
        try settings.folder.make()
        try settings.folder.touch(Self.mainName)
        let files = DayFiles(settings.folder)
        let main = try DatabasePool(
            path: settings.folder.file(Self.mainName), configuration: StoreConfiguration.make(readers: 4, cacheKiB: 4096))
        try main.write { try Migrations.migrate($0, Migrations.main(files)) }
        try Recovery.run(main, files)
        self.main = main
        self.files = files
        ingest = Ingest(files)
        try main.write { db in try ingest.load(db) }
        pulse.open(with: ingest.ledger)
    }

    /// Stores a load; returns when it is committed. Loads that wait meanwhile are committed together.
    package func append(_ load: Load) async throws {
        try await withCheckedThrowingContinuation { answer in
            waiting.withLock { $0.append((load, answer)) }
            main.asyncWriteWithoutTransaction { db in self.commitWaiting(db) }
        }
    }

    private func commitWaiting(_ db: Database) {
        let group = waiting.withLock { waiting in
            var count = 0
            let end = waiting.firstIndex { one in
                let before = count
                count += one.load.spans.count + one.load.records.count
                return before > 0 && count > Self.groupLimit
            }
            let group = Array(waiting[..<(end ?? waiting.count)])
            waiting.removeFirst(group.count)
            return group
        }
        guard !group.isEmpty else { return }
        do {
            try commit(group.map(\.load), db)
            for one in group { one.answer.resume() }
        } catch {
            // Where even this fails, so will the next commit, and tries again.
            try? ingest.load(db)
            for one in group { one.answer.resume(throwing: error) }
        }
    }

    private func commit(_ loads: [Load], _ db: Database) throws {
        let now = settings.now()
        let loads = loads.map { $0.settingClock(now) }
        let oldest = Tier.day.bucket(now &- settings.maximumAge)
        let days = Set(loads.flatMap { $0.spans.map { Tier.day.bucket($0.start) } + $0.records.map { Tier.day.bucket($0.time) } })
            .filter { $0 >= oldest }.sorted()
        try db.inTransaction(.immediate) {
            try files.write(days[...]) { open in
                try ingest.take(loads, db, open, now: now)
                try Recovery.mark(open, db)
            }
            return .commit
        }
        pulse.beat(now: now, spans: loads.flatMap(\.spans), ingest.ledger)
    }

    /// Works out the costs of some calls again, in the writer's turn.
    func recost(_ question: RecostQuestion, _ reader: any CostReader, at place: RecostPlace, portion: Int) async throws -> RecostReport {
        try await main.writeWithoutTransaction { db in
            // What is remembered of traces has the old costs.
            var isSame = false
            defer { if !isSame { self.ingest.forgetRows() } }
            let report = try Recosting(
                portion: portion, question: question, reader: reader, files: self.files, book: self.ingest.book, names: self.ingest.names
            ).run(place, db)
            isSame = report.changed == 0
            if report.newlyPriced > 0 { self.ingest.ledger[.priced] = 1 }
            if !isSame { self.pulse.beat(now: self.settings.now(), spans: [], self.ingest.ledger) }
            return report
        }
    }

    /// Drops what is too old or too much. Returns the days that went.
    @discardableResult
    package func expire() async throws -> [Int64] {
        try await Retention(settings: settings, main: main, files: files) { self.ingest.forgetRows() }.run()
    }

    /// Finishes what is under way and closes the files.
    package func close() {
        try? main.close()
        files.close()
        pulse.end()
    }
}

extension Load {
    /// Spans that began at no time, or tomorrow, are taken to have begun now and to have no duration.
    fileprivate func settingClock(_ now: Int64) -> Load {
        let latest = now &+ Tier.day.nanoseconds
        let isFine = spans.allSatisfy { $0.start > 0 && $0.start < latest } && records.allSatisfy { $0.time > 0 && $0.time < latest }
        guard !isFine else { return self }
        var load = self
        for i in load.spans.indices where load.spans[i].start <= 0 || load.spans[i].start >= latest {
            load.spans[i].start = now
            load.spans[i].end = now &- 1
        }
        for i in load.records.indices where load.records[i].time <= 0 || load.records[i].time >= latest { load.records[i].time = now }
        return load
    }
}
