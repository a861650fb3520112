import GRDB
import Synchronization

/// The files that hold the spans of one day each: opened when needed, a few kept open, thrown away whole.
final class DayFiles: Sendable {
    private struct State: ~Copyable {
        var open: [Int64: DatabasePool] = [:]
        var order: [Int64] = []
    }

    private static let openLimit = 6
    private let folder: Folder
    private let state = Mutex(State())

    init(_ folder: Folder) { self.folder = folder }

    static func name(_ day: Int64) -> String { "spans-\(CivilDay(day).text).sqlite" }

    /// The days that have a file, oldest first.
    var days: [Int64] {
        folder.names.compactMap { name in
            guard name.hasPrefix("spans-"), name.hasSuffix(".sqlite") else { return nil }
            return CivilDay(text: name.dropFirst(6).dropLast(7))?.day
        }.sorted()
    }

    func bytes(_ day: Int64) -> Int64 { folder.bytes(Self.name(day)) }

    /// A day's file; nil where there is none, unless it is to be made.
    func file(_ day: Int64, making: Bool = false) throws -> DatabasePool? {
        if let known = state.withLock({ $0.open[day] }) { return known }
        let name = Self.name(day)
        if !making, folder.bytes(name) == 0 { return nil }
        try folder.touch(name)
        let pool = try DatabasePool(path: folder.file(name), configuration: StoreConfiguration.make(readers: 2, cacheKiB: 1024))
        try pool.write { try Migrations.migrate($0, Migrations.day) }
        return state.withLock { state in
            if let known = state.open[day] { return known }
            state.open[day] = pool
            state.order.append(day)
            if state.order.count > Self.openLimit { state.open[state.order.removeFirst()] = nil }
            return pool
        }
    }

    /// Runs `body` with a transaction on each of these days' files; all are committed when it returns.
    func write<R>(_ days: ArraySlice<Int64>, _ open: [Int64: Database] = [:], _ body: ([Int64: Database]) throws -> R) throws -> R {
        guard let day = days.first, let pool = try file(day, making: true) else { return try body(open) }
        return try pool.write { db in
            var open = open
            open[day] = db
            return try write(days.dropFirst(), open, body)
        }
    }

    func remove(_ day: Int64) {
        let pool = state.withLock { state in
            state.order.removeAll { $0 == day }
            return state.open.removeValue(forKey: day)
        }
        _ = pool
        folder.remove(Self.name(day))
    }

    /// Lets go of all files.
    func close() { state.withLock { $0 = State() } }
}

/// How every file of the store is opened.
enum StoreConfiguration {
    /// `cacheKiB` for each connection; there are some two dozen of them at most.
    static func make(readers: Int, cacheKiB: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(cacheKiB)")
        }
        return configuration
    }
}
