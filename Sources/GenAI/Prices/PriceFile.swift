/// What one `.prices` file says, before layers are merged. See `prices.md` 3.1 for the grammar.
package struct PriceFile: Equatable, Sendable {
    /// Shown in mistakes.
    package var name: String
    /// The text it was read from, to show the lines of mistakes found later.
    var text: [UInt8] = []
    /// The day the figures were true, in days since 1970.
    package var asof: Int?
    /// Where the figures come from, as written.
    package var sources: [String] = []
    var calendars: [PriceCalendar] = []
    var currencies: [PriceCurrency] = []
    var providers: [PriceProvider] = []
    package var records: [PriceRecord] = []

    init(name: String) { self.name = name }

    /// Two files say the same whatever their layout.
    package static func == (a: PriceFile, b: PriceFile) -> Bool {
        a.asof == b.asof && a.sources == b.sources && a.calendars == b.calendars && a.currencies == b.currencies
            && a.providers == b.providers && a.records == b.records
    }

    /// A mistake with the line it is in.
    func mistake(_ place: PricePlace, _ message: String, _ hint: String?, _ severity: PriceMistake.Severity = .error) -> PriceMistake {
        let lines = text.split(separator: 10, maxSplits: Int(place.line), omittingEmptySubsequences: false)
        let source = place.line > 0 && lines.count >= place.line ? String(decoding: lines[Int(place.line) - 1], as: UTF8.self) : ""
        return PriceMistake(
            severity: severity, file: name, line: Int(place.line), column: Int(place.column), length: Int(place.length), message: message,
            hint: hint, source: source)
    }
}

/// A line and the part of it that says something, for mistakes found after reading.
struct PricePlace: Equatable, Sendable {
    var line: Int32 = 0
    var column: Int32 = 1
    var length: Int32 = 1

    // Two files say the same whatever the layout.
    static func == (a: PricePlace, b: PricePlace) -> Bool { true }
}

/// Days on which a rule does not hold, such as public holidays.
struct PriceCalendar: Equatable, Sendable {
    var name: String
    /// First and last day of each stretch, in days since 1970.
    var days: [ClosedRange<Int>]
    var place = PricePlace()
}

/// What one unit of another currency is worth in dollars, for lines that say `cur NAME`.
struct PriceCurrency: Equatable, Sendable {
    var name: String
    var dollars: Ratio
    /// When that rate was true.
    var day: Int
    var place = PricePlace()
}

/// Who sells models: how telemetry spells it, and what holds for all it sells.
struct PriceProvider: Equatable, Sendable {
    var name: String
    /// Other spellings in telemetry, lower case.
    var spellings: [String] = []
    /// Ends of the host names it serves from.
    var hosts: [String] = []
    /// Whose models it also sells at their price.
    var via: [String] = []
    /// Everything it serves costs nothing: it runs here.
    var free = false
    /// A maker of models: a name only one of these has needs no provider to be understood.
    var home = false
    /// How the names of models it makes begin, where it sells others' too; none means all of them are its own.
    var makes: [String] = []
    /// Only passes calls on: the model's name says who sells it.
    var gateway = false
    var tier: TierChoice?
    var prefer: NameChoice?
    var clock: ClockChoice?
    var place = PricePlace()

    /// Which service tier decides: what was served, what was asked for, or whichever of them is not the default.
    enum TierChoice: String, CaseIterable, Sendable { case response, request, max }
    /// Which model name is tried first.
    enum NameChoice: String, CaseIterable, Sendable { case response, request }
    /// Which moment decides about dates and hours.
    enum ClockChoice: String, CaseIterable, Sendable { case start, end }
}

/// One model's prices, or a change to those of a lower layer.
package struct PriceRecord: Equatable, Sendable {
    enum Action: Sendable { case define, extend, delete }

    var action = Action.define
    package var provider: String
    /// As written; compared without regard to case.
    package var name: String
    package var aliases: [String] = []
    /// Names that mean this model without being listed.
    var patterns: [NamePattern] = []
    /// The record whose rules come first, as `provider/name`.
    var like: String?
    var rules: [PriceRule] = []
    var place = PricePlace()

    package var title: String { provider + "/" + name }
    /// The same in lower case: what it is found by.
    var key: String { provider + "/" + name.lowercased() }
}

/// What to do when a request is like this.
struct PriceRule: Equatable, Sendable {
    var selector = PriceSelector()
    var steps: [PriceStep] = []
    var place = PricePlace()
}

/// One step of a rule, acting on the rates set so far.
enum PriceStep: Equatable, Sendable {
    case set(Meter, Ratio)
    case remove(Meter)
    case clear
    /// Multiplies token meters.
    case scale(Ratio)
    /// Multiplies all meters.
    case scaleAll(Ratio)
    case minimum(Meter, Int64)
    case free
    case unpriced
}

/// When a rule holds: all that is said must be so, any word of a list will do.
struct PriceSelector: Equatable, Sendable {
    /// The whole prompt must be longer than this.
    var over: Int64?
    /// Unix seconds.
    var from: Int64?
    /// Unix seconds, exclusive.
    var to: Int64?
    var schedule: PriceSchedule?
    var batch = false
    var conditions: [PriceCondition] = []

    var isUnconditional: Bool { self == PriceSelector() }
}

/// Hours of the day in UTC, and the days they hold on.
struct PriceSchedule: Hashable, Sendable {
    struct Window: Hashable, Sendable {
        /// Minutes into the UTC day.
        var start: Int
        /// Exclusive; below `start` where the window crosses midnight.
        var end: Int
    }

    /// None means the whole day.
    var windows: [Window] = []
    /// Bit 0 is Monday; 0 means every day.
    var days: UInt8 = 0
    /// Minutes east of UTC of the zone whose dates `days` and `calendars` are.
    var zone = 0
    /// Calendars on whose days the rule does not hold.
    var calendars: [String] = []
}

/// One thing a request must be, or must not be.
struct PriceCondition: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case tier, speed, region, residency, geo, ctx, route, attribute

        /// Its place among all kinds.
        var index: Int {
            switch self {
            case .tier: 0
            case .speed: 1
            case .region: 2
            case .residency: 3
            case .geo: 4
            case .ctx: 5
            case .route: 6
            case .attribute: 7
            }
        }
    }

    var kind: Kind
    /// The key of an attribute.
    var key = ""
    /// `!`: the request says something else. Where it says nothing, neither holds.
    var negated = false
    /// Lower case but for attributes.
    var words: [String]
}

extension PriceFile {
    /// Sets the date of the figures from text; false where that is no date. Nil leaves it as it is.
    package mutating func setAsOf(_ date: String?) -> Bool {
        guard let date else { return true }
        guard let day = Instant.day(date) else { return false }
        asof = day
        return true
    }
}

extension PriceFile {
    /// Keeps only the records that pass, and the providers that still have one.
    package mutating func keep(_ passes: (PriceRecord) -> Bool) {
        records.removeAll { !passes($0) }
        let used = Set(records.map(\.provider))
        providers.removeAll { !used.contains($0.name) }
    }
}
