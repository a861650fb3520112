import Wire

/// Puts the points of one request into a store's state, which it owns meanwhile.
final class StoreIntake: MetricsVisitor {
    private var state: StoreState
    let now: UInt64
    private var prefix: [(name: String, value: String)] = []
    private var metric = MetricReading()
    private var family = 0
    private var isConflicting = false

    init(state: consuming StoreState, now: UInt64) {
        self.state = state
        self.now = now
    }

    func moveOut() -> StoreState { state.moveOut() }

    /// `job` is `service.namespace/service.name`, `instance` is `service.instance.id`; scopes become `otel_scope_…`.
    func scope(_ context: ReadingContext) {
        prefix = []
        if context.scopeName != state.ownScope { target(context.resource) }
        if !context.scopeName.isEmpty { prefix.append(("otel_scope_name", context.scopeName)) }
        if !context.scopeVersion.isEmpty { prefix.append(("otel_scope_version", context.scopeVersion)) }
        for (name, value) in state.labels.pairs(context.scopeAttributes) { prefix.append(("otel_scope_" + name, value)) }
    }

    private func target(_ resource: [Text]) {
        var name = ""
        var namespace = ""
        var instance = ""
        var others: [Text] = []
        for attribute in resource {
            guard let (key, value) = AttributeReader.read(attribute) else { continue }
            switch key {
            case "service.name": name = value
            case "service.namespace": namespace = value
            case "service.instance.id": instance = value
            default: others.append(attribute)
            }
        }
        let job = namespace.isEmpty || name.isEmpty ? name : namespace + "/" + name
        prefix = [("job", job), ("instance", instance)].filter { !$0.1.isEmpty }
        guard !prefix.isEmpty else { return }
        let identity = LabelText.render(prefix)
        if state.targets[identity] != nil {
            state.targets[identity]?.seen = now
        } else if state.targets.count < 10_000 {
            state.targets[identity] = StoreState.Target(labels: LabelText.render(prefix + state.labels.pairs(others)), seen: now)
        }
    }

    func metric(_ metric: MetricReading) -> Bool {
        self.metric = metric
        let found = state.family(of: metric)
        isConflicting = found == nil
        family = found ?? 0
        return true
    }

    func point(_ point: PointReading) {
        guard !isConflicting else {
            state.refusals.conflicting += 1
            return
        }
        let labels = LabelText.render(prefix + state.labels.pairs(point.attributes))
        if point.isStale {
            end(labels)
        } else if let place = state.families[family].places[labels] {
            renew(place, point)
        } else if state.seriesCount >= state.limits.series {
            state.refusals.overLimit += 1
        } else {
            add(labels, point)
        }
    }

    private func end(_ labels: [UInt8]) {
        guard let removed = state.families[family].remove(labels) else { return }
        state.seriesCount -= 1
        if state.keepsEnded { state.ended.append((state.families[family].withoutSeries, removed)) }
    }

    private func add(_ labels: [UInt8], _ point: PointReading) {
        state.seriesCount += 1
        let place = state.families[family].series.count
        state.families[family].places[labels] = place
        let zeroSince = zeroSince(point)
        if zeroSince != nil { state.families[family].hasBeginnings = true }
        state.families[family].series.append(
            StoredSeries(
                labels: labels, sent: value(point), exemplars: point.exemplars, start: point.start, time: point.time, seen: now,
                zeroSince: zeroSince))
    }

    /// When a new series began at zero: where the total is ours, and where its sender began to count after we did and so lately that the series
    /// cannot have been here before. Components of one process are made within a second.
    private func zeroSince(_ point: PointReading) -> UInt64? {
        let kind = state.families[family].kind
        guard kind == .counter || kind == .histogram, point.time > point.start, point.start != 0 else { return nil }
        let isOurs = metric.isDelta
        let isYoung = point.start &+ 1_000_000_000 >= state.began && point.time - point.start < state.limits.expireAfter
        return isOurs || isYoung ? max(point.start, state.began) : nil
    }

    /// Cumulative points replace what was there; delta points add to it.
    private func renew(_ place: Int, _ point: PointReading) {
        var series = state.families[family].series[place]
        guard point.time >= series.time else {
            state.refusals.outdated += 1
            return
        }
        let new = value(point)
        if metric.isDelta {
            series.sent = series.sent.adding(new)
        } else {
            let isCounting = state.families[family].kind == .counter || state.families[family].kind == .histogram
            if isCounting, point.start > series.start, series.sent.isReset(by: new) { series.earlier = series.value }
            series.sent = new
            series.start = point.start
        }
        if !point.exemplars.isEmpty { series.exemplars = point.exemplars }
        series.time = point.time
        series.seen = now
        state.families[family].series[place] = series
    }

    private func value(_ point: PointReading) -> StoredValue {
        switch metric.form {
        case .gauge, .sum: .number(point.number)
        case .histogram: .histogram(explicit(point))
        case .exponential: .histogram(ClassicBuckets.convert(point, unit: metric.unit))
        case .summary:
            .summary(
                StoredSummary(
                    quantiles: point.quantiles.map { .init(quantile: $0.quantile, value: $0.value) }, sum: point.number,
                    count: point.count))
        }
    }

    /// A histogram whose counts do not fit its bounds has only its total.
    private func explicit(_ point: PointReading) -> ClassicHistogram {
        let fits = point.bucketCounts.count == point.bounds.count + 1 && Bounds(point.bounds) != nil
        let total = fits ? point.bucketCounts.reduce(0, &+) : point.count
        return ClassicHistogram(
            bounds: fits ? point.bounds : [], counts: fits ? point.bucketCounts : [point.count], sum: point.number, count: total)
    }
}
