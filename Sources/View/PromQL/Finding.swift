import Store

/// What a selector finds of one metric.
struct Finding {
    let selector: Int
    let metric: PromMetric
    let samples: [PromMetric.Sample]
    let question: CounterQuestion
}

extension Finding {
    /// What the selectors of a question ask the store, each metric by itself.
    static func all(_ question: PromQuestion, _ windows: [Windows], _ judge: SelectorJudge) -> [Finding] {
        question.selectors.indices.flatMap { number in
            PromMetric.all.compactMap { metric -> Finding? in
                let samples = judge.samples(of: metric, number)
                guard !samples.isEmpty else { return nil }
                let counters = judge.question(
                    metric, number, moments: windows[number].moments, isTotal: windows[number].isTotal)
                return Finding(selector: number, metric: metric, samples: samples, question: counters)
            }
        }
    }

    /// The labels of one of the samples of a series.
    static func labels(_ sample: PromMetric.Sample, of key: SeriesKey, _ metric: PromMetric) -> Labels {
        var pairs = metric.labels.map { ($0.rawValue, $0.value(key)) }
        pairs.append((Labels.name, sample.name))
        if let label = sample.label { pairs.append(label) }
        return Labels(pairs)
    }
}

/// Makes series of what the store says that counters grew.
struct CounterSheet {
    let windows: Windows
    let growth: GrowthFunction?

    /// The counters that come to one series: those of one label set.
    struct Source {
        let series: CounterSeries
        let sample: PromMetric.Sample
    }

    /// Nothing before the first thing was counted; and of growth nothing where nothing was counted for an hour.
    func values(_ sources: [Source]) -> [Double?] {
        let amounts = totals(sources) { $0.parts }
        let evidence = totals(sources) { $0.evidence }
        let scale = sources.first?.sample.scale ?? 1
        return windows.ends.indices.map { step in
            let (begin, end) = (windows.begins[step], windows.ends[step])
            if windows.isTotal { return evidence[end] > 0 ? amounts[end] / scale : nil }
            guard evidence[end] - evidence[windows.alive[step]] > 0 else { return nil }
            let difference = (amounts[end] - amounts[begin]) / scale
            return growth == .rate ? difference / windows.seconds[step] : difference
        }
    }

    /// What there was at each moment.
    private func totals(_ sources: [Source], _ parts: (PromMetric.Sample) -> ClosedRange<Int>) -> [Double] {
        var totals = Array(repeating: 0.0, count: windows.moments.count)
        for source in sources {
            let wanted = parts(source.sample)
            for growth in source.series.growth where wanted.contains(growth.part) && growth.moment < totals.count {
                totals[growth.moment] += growth.amount
            }
        }
        for moment in totals.indices.dropFirst() { totals[moment] += totals[moment - 1] }
        return totals
    }
}
