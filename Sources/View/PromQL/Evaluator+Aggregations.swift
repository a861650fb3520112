extension Evaluator {
    func aggregate(_ aggregation: Aggregation, _ series: [PromSeries]) throws(PromError) -> [PromSeries] {
        var order: [Labels] = []
        var groups: [Labels: [Int]] = [:]
        for (number, one) in series.enumerated() {
            let labels = one.labels.grouped(aggregation.grouping)
            if groups[labels] == nil { order.append(labels) }
            groups[labels, default: []].append(number)
        }
        if let parameter = aggregation.parameter {
            let counts = try numbers(of: parameter)
            return try largest(aggregation.op, counts, series, order.map { groups[$0] ?? [] })
        }
        var result: [PromSeries] = []
        for labels in order {
            try checkTime()
            result.append(PromSeries(labels: labels, values: fold(aggregation.op, (groups[labels] ?? []).map { series[$0] })))
        }
        return result
    }

    private func fold(_ op: Aggregation.Operator, _ members: [PromSeries]) -> [Double?] {
        var values = [Double?](repeating: nil, count: times.count)
        var counts = [Double](repeating: 0, count: times.count)
        for member in members {
            for step in values.indices {
                guard let next = member.values[step] else { continue }
                counts[step] += 1
                guard let before = values[step] else {
                    values[step] = next
                    continue
                }
                switch op {
                case .sum, .avg: values[step] = before + next
                case .min: values[step] = next < before || before.isNaN ? next : before
                case .max: values[step] = next > before || before.isNaN ? next : before
                default: break
                }
            }
        }
        switch op {
        case .count: return counts.map { $0 > 0 ? $0 : nil }
        case .group: return values.map { $0 == nil ? nil : 1 }
        case .avg: return values.indices.map { step in values[step].map { $0 / counts[step] } }
        default: return values
        }
    }

    /// The `counts[step]` largest or smallest of each group, at each step anew; of one step they come in their order.
    private func largest(
        _ op: Aggregation.Operator, _ counts: [Double], _ series: [PromSeries], _ groups: [[Int]]
    ) throws(PromError) -> [PromSeries] {
        var chosen = series.map { PromSeries(labels: $0.labels, values: Array(repeating: nil, count: times.count)) }
        var order: [Int] = []
        for step in times.indices {
            guard counts[step] >= 1 else { continue }
            try checkTime()
            let count = Int(min(counts[step], 1e6))
            for group in groups {
                let there = group.compactMap { number in series[number].values[step].map { (number: number, value: $0) } }
                let sorted = there.sorted { Self.comes($0.value, before: $1.value, descending: op == .topk) }
                for (number, value) in sorted.prefix(count) { chosen[number].values[step] = value }
                if times.count == 1 { order += sorted.prefix(count).map(\.number) }
            }
        }
        if times.count == 1 { return order.map { chosen[$0] } }
        return chosen.filter { $0.values.contains { $0 != nil } }
    }

    /// What is not a number comes last.
    static func comes(_ left: Double, before right: Double, descending: Bool) -> Bool {
        if left.isNaN || right.isNaN { return !left.isNaN }
        return descending ? left > right : left < right
    }
}
