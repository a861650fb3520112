import Synchronization
import Wire

/// A price table compiled for asking: immutable, shared by all lanes, replaced as a whole by its owner.
///
/// Only the cache of names inside it changes, and it is bounded.
package final class PriceBook: Sendable {
    /// Rules of one model; the matched ones are bits of one word.
    static let maxRules = 64

    let providers: [CompiledProvider]
    /// Spelling in telemetry → provider.
    let spellings: [String: Int]
    let entries: [CompiledEntry]
    /// `openai/gpt-4o`, by entry.
    let titles: [String]
    /// All titles in one, and where each ends.
    let titleBytes: [UInt8]
    let titleEnds: [Int32]
    let rules: [CompiledRule]
    let steps: [CompiledStep]
    let conditions: [CompiledCondition]
    let schedules: [CompiledSchedule]
    /// Words of region and residency conditions, which names and hosts can tell.
    let places: [String]
    /// All words of conditions by their kind, but for attributes.
    let words: [[[UInt8]]]
    let userAliases: [String: Int32]

    /// Keys of span attributes that some rule asks for; `price` calls back with these and no others.
    package let attributeKeys: [String]
    /// The day the figures were true, in days since 1970.
    package let asofDay: Int?
    package let sources: [String]
    /// The same for the same text of all layers.
    package let fingerprint: UInt64

    /// One for each that asks at the same time.
    private let memories = Mutex(PriceMemories())
    /// Where tokens are counted: by provider, and those it does not know last. Empty where nobody wants to know.
    let tallies: [TokenTally]
    let coverage: PriceCoverage?

    /// What it is asked is counted into `coverage`.
    package init(_ table: PriceTable, coverage: PriceCoverage? = nil) {
        var compiler = PriceCompiler()
        compiler.compile(table)
        providers = compiler.providers
        spellings = compiler.spellings
        entries = compiler.entries
        titles = compiler.titles
        titleBytes = compiler.titles.flatMap { Array($0.utf8) }
        var ends: [Int32] = []
        for title in compiler.titles { ends.append((ends.last ?? 0) + Int32(title.utf8.count)) }
        titleEnds = ends
        rules = compiler.rules
        steps = compiler.steps
        conditions = compiler.conditions
        schedules = compiler.schedules
        places = compiler.places
        userAliases = compiler.userAliases
        attributeKeys = compiler.attributeKeys
        asofDay = table.asof
        sources = table.sources
        fingerprint = table.fingerprint
        words = compiler.words
        self.coverage = coverage
        tallies = coverage?.tallies(compiler.providers.map(\.name) + ["other"]) ?? []
    }

    /// The date of the figures, as `2026-11-23`.
    package var asof: String? { asofDay.map(Instant.date(ofDay:)) }

    /// What a cost was computed with, as `2026-11-23/8f3a…`: enough to compute it again.
    package var basis: String { "\(asof ?? "undated")/\(String(fingerprint, radix: 16))" }

    /// How many models have prices.
    package var modelCount: Int { entries.count }

    /// What the cache of names has done so far.
    package var nameCacheCounts: NameCache.Counts { memories.withLock { $0.counts } }

    /// Lends a memory that nobody else works with, for as many questions as there are: two locks a request, none a call.
    package func withMemory<R>(_ body: (inout PriceMemory) -> R) -> R {
        let parked = memories.withLock { $0.take() }
        let before = parked.counts
        let result = parked.lend { memory in
            let result = body(&memory)
            count(&memory.uncounted)
            return result
        }
        memories.withLock { $0.park(parked, since: before) }
        return result
    }
}

/// A provider with its names.
struct CompiledProvider {
    var name: String
    var hosts: [String]
    var via: [Int]
    /// The entry that says "free" for everything this provider serves.
    var freeEntry: Int32?
    var home: Bool
    /// How the names of what it makes begin; none means any.
    var makes: [String]
    var gateway: Bool
    var tier: PriceProvider.TierChoice
    var prefersRequest: Bool
    var usesEnd: Bool
    /// Names and aliases in lower case.
    var names: [String: Int32] = [:]
    /// Patterns of names, the one that says most first.
    var patterns: [(pattern: NamePattern, entry: Int32)] = []
}

/// A model: a run of rules.
struct CompiledEntry {
    var provider: Int
    var firstRule: Int
    var endRule: Int
    /// Some rule asks for the time.
    var usesTime: Bool
    /// Some rule asks for an attribute of the span.
    var usesAttributes: Bool
    /// Some rule asks for the region.
    var usesPlace: Bool
}

/// A rule with its conditions laid out for quick answers.
struct CompiledRule {
    /// The prompt must be longer; -1 where it does not matter.
    var over: Int64
    var from: Int64
    var to: Int64
    var schedule: Int32
    var batch: Bool
    /// Neither condition but `over` and `batch`.
    var isPlain: Bool
    var firstCondition: Int
    var endCondition: Int
    var firstStep: Int
    var endStep: Int
}

struct CompiledStep {
    enum Kind: UInt8 { case set, remove, clear, scale, scaleAll, minimum, free, unpriced }

    var kind: Kind
    var meter: Meter
    var ratio: Ratio
}

struct CompiledCondition {
    var kind: PriceCondition.Kind
    var negated: Bool
    /// Index into `attributeKeys`.
    var key: Int
    var words: [[UInt8]]
    /// Indices into `places` of the same words.
    var places: [Int16]
}

struct CompiledSchedule {
    var windows: [PriceSchedule.Window]
    /// Bit 0 is Monday.
    var days: UInt8
    var zoneSeconds: Int64
    /// Days since 1970 on which it does not hold.
    var except: [ClosedRange<Int>]
}
