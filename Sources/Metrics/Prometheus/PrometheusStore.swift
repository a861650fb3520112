import Synchronization
import Wire

/// The newest point of every series that came as OTLP metrics, ready to be scraped. Bounded in series; what is not renewed expires.
package final class PrometheusStore: Sendable {
    package struct Limits: Sendable {
        /// Series over all families.
        package var series = 200_000
        /// Nanoseconds after which a series that is not renewed is no longer shown.
        package var expireAfter: UInt64 = 300_000_000_000

        package init() {}
    }

    /// What was not taken, by reason, since the process began.
    package struct Refusals: Sendable, Equatable {
        /// Points whose name is already in use with another type.
        package var conflicting: UInt64 = 0
        /// Points beyond the limit of series.
        package var overLimit: UInt64 = 0
        /// Points older than what is already here.
        package var outdated: UInt64 = 0
    }

    private let state: Mutex<StoreState>
    private let limits: Limits

    /// - Parameters:
    ///   - ownScope: the scope whose series stand for this very target and therefore carry no `job` and `instance` of their own.
    ///   - began: Unix nanoseconds. A series whose counting began earlier may have been told before, by an earlier process.
    package init(limits: Limits = Limits(), ownScope: String = "weir", began: UInt64 = 0) {
        self.limits = limits
        state = Mutex(StoreState(limits: limits, ownScope: ownScope, began: began))
    }

    /// Takes in a request. What stands before a malformed byte is kept.
    package func take(_ request: Text, now: UInt64) throws(WireError) {
        let failure = state.withLock { state in
            let intake = StoreIntake(state: state.moveOut(), now: now)
            let failure = MetricsReader.read(request, intake)
            state = intake.moveOut()
            return failure
        }
        if let failure { throw failure }
    }

    package var refusals: Refusals { state.withLock { $0.refusals } }

    package var seriesCount: Int { state.withLock { $0.seriesCount } }

    /// Everything as text. Who asks for OpenMetrics scrapes, and is told of each new series' beginning first. `isClosed` false leaves out the `# EOF` of OpenMetrics, where more follows.
    package func expose(_ format: ExpositionFormat, now: UInt64, isClosed: Bool = true) -> [UInt8] {
        let (families, targets) = state.withLock { state in
            state.expire(now: now)
            return (format == .openMetrics ? state.takeBeginnings() : state.families, state.targets)
        }
        var exposition = Exposition(format, reserving: 1 << 16)
        exposition.write(families.filter { !$0.series.isEmpty }, targets: targets.values.map(\.labels))
        return exposition.finish(isClosed: isClosed)
    }
}

/// What remote write asks: which series are new, which have ended.
extension PrometheusStore {
    typealias Changes = [(family: Family, series: [StoredSeries])]

    /// Forgets what was not renewed in time, and says what that was.
    func removeExpired(now: UInt64) -> Changes {
        guard now > limits.expireAfter else { return [] }
        let oldest = now - limits.expireAfter
        return state.withLock { state in
            let ended = Self.changes(state.families) { $0.seen < oldest }
            state.expire(now: now)
            return ended
        }
    }

    /// Takes in a request, and says which series it renewed and which it ended. What stands before a malformed byte is kept.
    func renew(_ request: Text, now: UInt64) throws(WireError) -> (renewed: Changes, ended: Changes) {
        state.withLock { $0.keepsEnded = true }
        try take(request, now: now)
        return state.withLock { state in
            let ended = state.ended.map { (family: $0.family, series: [$0.series]) }
            state.ended.removeAll()
            let renewed = Self.changes(state.families) { $0.seen == now }
            _ = state.takeBeginnings()
            return (renewed, ended)
        }
    }

    private static func changes(_ families: [Family], _ isWanted: (StoredSeries) -> Bool) -> Changes {
        families.compactMap { family in
            let series = family.series.filter(isWanted)
            return series.isEmpty ? nil : (family.withoutSeries, series)
        }
    }
}

/// The plain state of a store.
struct StoreState: Sendable {
    /// A resource that has sent something: what `target_info` says of it.
    struct Target: Sendable {
        let labels: [UInt8]
        var seen: UInt64
    }

    /// What tells one metric's family from another's before names are translated.
    struct MetricKey: Hashable, Sendable {
        let name: String
        let unit: String
        let form: UInt64
        let isMonotonic: Bool
    }

    let limits: PrometheusStore.Limits
    let ownScope: String
    let began: UInt64
    var families: [Family] = []
    var familyPlaces: [String: Int] = [:]
    var translated: [MetricKey: Int] = [:]
    var targets: [[UInt8]: Target] = [:]
    var labels = LabelText()
    var seriesCount = 0
    var refusals = PrometheusStore.Refusals()
    /// Series whose sender said that they have ended, where somebody asks for them.
    var ended: [(family: Family, series: StoredSeries)] = []
    var keepsEnded = false

    init(limits: PrometheusStore.Limits, ownScope: String, began: UInt64) {
        self.limits = limits
        self.ownScope = ownScope
        self.began = began
    }

    /// The state itself, not a copy; an empty one stays behind.
    mutating func moveOut() -> StoreState {
        var moved = StoreState(limits: limits, ownScope: ownScope, began: began)
        swap(&moved, &self)
        return moved
    }

    mutating func takeBeginnings() -> [Family] { families.indices.map { families[$0].takeBeginnings() } }

    mutating func expire(now: UInt64) {
        guard now > limits.expireAfter else { return }
        let oldest = now - limits.expireAfter
        for i in families.indices { seriesCount -= families[i].expire(before: oldest) }
        targets = targets.filter { $0.value.seen >= oldest }
        guard families.contains(where: \.series.isEmpty) else { return }
        families.removeAll { $0.series.isEmpty }
        translated.removeAll()
        familyPlaces = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1.name, $0) })
    }

    /// The family of a metric; nil where its name belongs to another type.
    mutating func family(of metric: MetricReading) -> Int? {
        let key = MetricKey(name: metric.name, unit: metric.unit, form: metric.form.rawValue, isMonotonic: metric.isMonotonic)
        if let known = translated[key] { return known }
        let kind = Self.kind(metric)
        let name = PrometheusName.metric(
            metric.name, unit: metric.unit, isCounter: kind == .counter, isGauge: metric.form == .gauge)
        if let place = familyPlaces[name] {
            guard families[place].kind == kind else { return nil }
            translated[key] = place
            return place
        }
        let word = PrometheusUnit.words(of: metric.unit).main
        let base = kind == .counter ? String(name.dropLast("_total".count)) : name
        families.append(
            Family(name: name, kind: kind, help: metric.help, unit: !word.isEmpty && base.hasSuffix("_" + word) ? word : ""))
        familyPlaces[name] = families.count - 1
        translated[key] = families.count - 1
        return families.count - 1
    }

    private static func kind(_ metric: MetricReading) -> FamilyKind {
        switch metric.form {
        case .gauge: .gauge
        case .sum: metric.isMonotonic ? .counter : .gauge
        case .histogram, .exponential: .histogram
        case .summary: .summary
        }
    }
}
