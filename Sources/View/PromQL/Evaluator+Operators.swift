import Glibc

extension Evaluator {
    func combine(_ operation: BinaryOperation, _ left: PromValue, _ right: PromValue) throws(PromError) -> PromValue {
        try checkTime()
        switch (left, right) {
        case (.scalar(let left), .scalar(let right)):
            return .scalar(times.indices.map { operation.op.number(left[$0], right[$0]) })
        case (.vector(let series), .scalar(let numbers)):
            return .vector(try combine(series, operation) { value, step in (value, numbers[step]) })
        case (.scalar(let numbers), .vector(let series)):
            return .vector(try combine(series, operation) { value, step in (numbers[step], value) })
        case (.vector(let left), .vector(let right)):
            return .vector(operation.op.isSet ? sets(operation, left, right) : try pairs(operation, left, right))
        }
    }

    /// A vector and a number; `sides` puts them in their order. A comparison without bool leaves what it holds for as it was.
    private func combine(
        _ series: [PromSeries], _ operation: BinaryOperation, _ sides: (Double, Int) -> (Double, Double)
    ) throws(PromError) -> [PromSeries] {
        guard operation.op.isComparison, !operation.isBool else {
            return try distinct(
                series.map { one in
                    one.mapped { value, step in
                        let (left, right) = sides(value, step)
                        return operation.op.number(left, right)
                    }
                })
        }
        return series.map { one in
            var one = one
            for step in one.values.indices {
                guard let value = one.values[step] else { continue }
                let (left, right) = sides(value, step)
                if operation.op.number(left, right) == 0 { one.values[step] = nil }
            }
            return one
        }
    }

    // MARK: - Vectors

    private func places(_ series: [PromSeries], _ matching: Grouping) -> [Labels: [Int]] {
        Dictionary(grouping: series.indices) { series[$0].labels.grouped(matching) }
    }

    /// One to one: at each step at most one series of either side has the labels that are compared.
    private func pairs(_ operation: BinaryOperation, _ left: [PromSeries], _ right: [PromSeries]) throws(PromError) -> [PromSeries] {
        let others = places(right, operation.matching)
        try checkRight(left, right, others)
        var order: [Labels] = []
        var groups: [Labels: [Int]] = [:]
        for (number, one) in left.enumerated() {
            let key = one.labels.grouped(operation.matching)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(number)
        }
        var result: [PromSeries] = []
        for key in order {
            guard let mine = groups[key], let theirs = others[key] else { continue }
            try checkTime()
            result += try paired(operation, key, mine.map { left[$0] }, theirs.map { right[$0] })
        }
        return result
    }

    private func paired(
        _ operation: BinaryOperation, _ key: Labels, _ mine: [PromSeries], _ theirs: [PromSeries]
    ) throws(PromError) -> [PromSeries] {
        let isFilter = operation.op.isComparison && !operation.isBool
        var result: [Labels: PromSeries] = [:]
        for step in times.indices {
            guard mine.contains(where: { $0.values[step] != nil }), let right = try only(theirs, step) else { continue }
            var isTaken = false
            for one in mine {
                guard let left = one.values[step] else { continue }
                let value = operation.op.number(left, right)
                if isFilter, value == 0 { continue }
                guard !isTaken else { throw Self.manyToMany }
                isTaken = true
                let labels = labels(of: one.labels, key, operation, keepingName: isFilter)
                result[labels, default: PromSeries(labels: labels, values: Array(repeating: nil, count: times.count))].values[step] =
                    isFilter ? left : value
            }
        }
        return Array(result.values)
    }

    /// With `on` nothing but those labels is left, with `ignoring` everything but those.
    private func labels(of labels: Labels, _ key: Labels, _ operation: BinaryOperation, keepingName: Bool) -> Labels {
        guard case .without(let ignored) = operation.matching else { return key }
        guard keepingName else { return key }
        return ignored.reduce(labels) { $0.without($1) }
    }

    private static let manyToMany = PromError(
        .execution, "several series of one side match the same one of the other, which is not supported")

    /// The value of the one of these series that has one at a step. Throws where there are several.
    private func only(_ series: [PromSeries], _ step: Int) throws(PromError) -> Double? {
        var found: Double?
        for one in series {
            guard let value = one.values[step] else { continue }
            guard found == nil else { throw Self.manyToMany }
            found = value
        }
        return found
    }

    /// Throws where several series of the right side have the same labels, whether any of the left side match them or not.
    private func checkRight(_ left: [PromSeries], _ right: [PromSeries], _ places: [Labels: [Int]]) throws(PromError) {
        for numbers in places.values where numbers.count > 1 {
            let theirs = numbers.map { right[$0] }
            for step in times.indices where left.contains(where: { $0.values[step] != nil }) { _ = try only(theirs, step) }
            try checkTime()
        }
    }

    /// `and`, `or`, `unless`: many to many, by what is there at each step.
    private func sets(_ operation: BinaryOperation, _ left: [PromSeries], _ right: [PromSeries]) -> [PromSeries] {
        let (mine, others) = (places(left, operation.matching), places(right, operation.matching))
        func isThere(_ numbers: [Int]?, _ series: [PromSeries], _ step: Int) -> Bool {
            (numbers ?? []).contains { series[$0].values[step] != nil }
        }
        if operation.op == .or {
            return joined(left, right.map { one in masked(one, operation) { key, step in !isThere(mine[key], left, step) } })
        }
        return left.map { one in masked(one, operation) { key, step in isThere(others[key], right, step) == (operation.op == .and) } }
    }

    /// Series of the same labels become one: `sum(x) or vector(0)` is one series, whatever the step.
    private func joined(_ left: [PromSeries], _ right: [PromSeries]) -> [PromSeries] {
        var result = left
        var places = Dictionary(left.enumerated().map { ($1.labels, $0) }, uniquingKeysWith: { first, _ in first })
        for one in right {
            guard let place = places[one.labels] else {
                places[one.labels] = result.count
                result.append(one)
                continue
            }
            for step in one.values.indices where result[place].values[step] == nil { result[place].values[step] = one.values[step] }
        }
        return result
    }

    private func masked(_ series: PromSeries, _ operation: BinaryOperation, _ isKept: (Labels, Int) -> Bool) -> PromSeries {
        let key = series.labels.grouped(operation.matching)
        var series = series
        for step in series.values.indices where series.values[step] != nil && !isKept(key, step) { series.values[step] = nil }
        return series
    }
}

extension BinaryOperation.Operator {
    /// What comes of two numbers; of a comparison 1 or 0.
    func number(_ left: Double, _ right: Double) -> Double {
        switch self {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .divided: left / right
        case .modulo: fmod(left, right)
        case .power: pow(left, right)
        case .equal: left == right ? 1 : 0
        case .unequal: left != right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .greaterOrEqual: left >= right ? 1 : 0
        case .lessOrEqual: left <= right ? 1 : 0
        case .or, .and, .unless: .nan
        }
    }
}
