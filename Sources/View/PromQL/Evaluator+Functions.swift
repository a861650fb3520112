import Glibc

extension Evaluator {
    func call(_ function: PromFunction, _ given: [PromValue]) throws(PromError) -> PromValue {
        var vectors: [[PromSeries]] = []
        var numbers: [[Double]] = []
        for value in given {
            switch value {
            case .scalar(let list): numbers.append(list)
            case .vector(let series): vectors.append(series)
            }
        }
        let series = vectors.first ?? []
        try checkTime()
        switch function {
        case .time: return .scalar(times.map { Double($0) / 1_000 })
        case .vector: return .vector([PromSeries(labels: Labels(), values: numbers.first?.map { $0 } ?? [])])
        case .scalar: return .scalar(scalar(series))
        case .quantile: return .vector(try quantile(numbers.first ?? [], series))
        case .sort, .sortDescending: return .vector(sorted(series, descending: function == .sortDescending))
        case .abs, .ceil, .floor, .round, .clamp, .clampMin, .clampMax:
            return .vector(try distinct(series.map { $0.mapped { change(function, $0, numbers, $1) } }))
        }
    }

    private func change(_ function: PromFunction, _ value: Double, _ numbers: [[Double]], _ step: Int) -> Double? {
        func number(_ place: Int, _ usual: Double) -> Double { numbers.indices.contains(place) ? numbers[place][step] : usual }
        switch function {
        case .abs: return Glibc.fabs(value)
        case .ceil: return Glibc.ceil(value)
        case .floor: return Glibc.floor(value)
        case .round:
            let inverse = 1 / number(0, 1)
            return Glibc.floor(value * inverse + 0.5) / inverse
        case .clampMin: return Self.clamped(value, number(0, -.infinity), .infinity)
        case .clampMax: return Self.clamped(value, -.infinity, number(0, .infinity))
        case .clamp:
            let (low, high) = (number(0, -.infinity), number(1, .infinity))
            return low > high ? nil : Self.clamped(value, low, high)
        default: return value
        }
    }

    /// As in Prometheus, an infinite bound outdoes NaN.
    private static func clamped(_ value: Double, _ low: Double, _ high: Double) -> Double {
        let below = value == -.infinity || high == -.infinity ? -.infinity : value.isNaN || high.isNaN ? .nan : min(value, high)
        return below == .infinity || low == .infinity ? .infinity : below.isNaN || low.isNaN ? .nan : max(below, low)
    }

    /// The one value that is there, or NaN.
    private func scalar(_ series: [PromSeries]) -> [Double] {
        times.indices.map { step in
            var only: Double?
            for one in series {
                guard let value = one.values[step] else { continue }
                if only != nil { return .nan }
                only = value
            }
            return only ?? .nan
        }
    }

    /// Series of a range are in no order.
    private func sorted(_ series: [PromSeries], descending: Bool) -> [PromSeries] {
        guard times.count == 1 else { return series }
        let there = series.compactMap { one in one.values[0].map { (one: one, value: $0) } }
        return there.sorted { Self.comes($0.value, before: $1.value, descending: descending) }.map(\.one)
    }

    // MARK: - Quantiles

    private func quantile(_ q: [Double], _ series: [PromSeries]) throws(PromError) -> [PromSeries] {
        var order: [Labels] = []
        var groups: [Labels: [(bound: Double, number: Int)]] = [:]
        for (number, one) in series.enumerated() {
            guard let bound = Double(one.labels["le"]), !bound.isNaN else { continue }
            let labels = one.labels.grouped(.without(["le"]))
            if groups[labels] == nil { order.append(labels) }
            groups[labels, default: []].append((bound, number))
        }
        var result: [PromSeries] = []
        for labels in order {
            try checkTime()
            let buckets = (groups[labels] ?? []).sorted { $0.bound < $1.bound }
            let values = times.indices.map { step -> Double? in
                let there = buckets.compactMap { bucket in
                    series[bucket.number].values[step].map { (bound: bucket.bound, count: $0) }
                }
                return there.isEmpty ? nil : BucketQuantile.value(q[step], there)
            }
            result.append(PromSeries(labels: labels, values: values))
        }
        return result
    }
}

/// The quantile of a classic histogram as Prometheus's `histogram_quantile` gives it: linear within its bucket, from 0 within the first.
enum BucketQuantile {
    /// `buckets` hold what is at most each bound, ascending.
    static func value(_ q: Double, _ buckets: [(bound: Double, count: Double)]) -> Double {
        guard !q.isNaN else { return .nan }
        guard q >= 0 else { return -.infinity }
        guard q <= 1 else { return .infinity }
        guard let last = buckets.last, last.bound == .infinity, buckets.count > 1 else { return .nan }
        var counts: [Double] = []
        // Different rates of rounding may make a wider bucket hold a little less.
        for bucket in buckets { counts.append(max(bucket.count, counts.last ?? bucket.count)) }
        let all = counts[counts.count - 1]
        guard all > 0 else { return .nan }
        let rank = q * all
        let place = counts.firstIndex { $0 >= rank } ?? counts.count - 1
        if place == buckets.count - 1 { return buckets[place - 1].bound }
        let high = buckets[place].bound
        if place == 0, high <= 0 { return high }
        let low = place == 0 ? 0 : buckets[place - 1].bound
        let below = place == 0 ? 0 : counts[place - 1]
        let within = counts[place] - below
        return within > 0 ? low + (high - low) * ((rank - below) / within) : low
    }
}
