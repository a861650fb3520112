import Synchronization

/// What was done, as plain numbers for `/metrics`.
package struct Counters: Sendable {
    package struct Spans: Sendable {
        package let dialect: StaticString
        package let role: Role
        package let count: Int
    }
    /// Spans by dialect and role; only those that occurred.
    package var spans: [Spans] = []
    package var compared = ComparedCosts()
    /// Spans and conversations remembered now, and their bytes.
    package var rememberedSpans = 0
    package var rememberedConversations = 0
    package var memoryBytes = 0
    /// Forgotten before their time, for want of room.
    package var evictions = 0
}

/// What SDKs said that calls cost beside what the table says of the same calls, in US dollars.
package struct ComparedCosts: Sendable, Equatable {
    package private(set) var calls = 0
    package private(set) var reported = 0.0
    package private(set) var computed = 0.0

    mutating func add(reported: Double, computed: Double) {
        calls += 1
        self.reported += reported
        self.computed += computed
    }
}

/// Counts requests' spans, one lock a request.
final class Tally: Sendable {
    private let counts: Mutex<[Int]>

    init(dialects: Int) { counts = Mutex(Array(repeating: 0, count: dialects * Role.allCases.count)) }

    func add(_ desk: borrowing Desk) {
        counts.withLock {
            for i in 0..<desk.accounts.count {
                let role = desk.kinship.sightings[Int(desk.accounts[i].sighting)].role
                $0[Int(desk.accounts[i].dialect) * Role.allCases.count + Int(role.rawValue)] += 1
            }
        }
    }

    func counters(_ memory: TraceMemory, _ dialects: [Dialect]) -> Counters {
        var counters = Counters()
        let counts = self.counts.withLock { $0 }
        for (index, count) in counts.enumerated() where count > 0 {
            guard let role = Role(rawValue: UInt8(index % Role.allCases.count)) else { continue }
            counters.spans.append(Counters.Spans(dialect: dialects[index / Role.allCases.count].name, role: role, count: count))
        }
        let figures = memory.figures
        counters.rememberedSpans = figures.sightings
        counters.rememberedConversations = figures.conversations
        counters.memoryBytes = figures.bytes
        counters.evictions = figures.evictions
        return counters
    }
}
