/// Data points of every kind (opentelemetry/proto/metrics/v1).
extension RequestMaker {
    /// A point of the data in a Metric's field `kind`.
    mutating func point(_ kind: Int) -> [UInt8] {
        switch kind {
        case 9: histogramPoint()
        case 10: exponentialPoint()
        case 11: summaryPoint()
        default: numberPoint()
        }
    }

    private mutating func numberPoint() -> [UInt8] {
        sketch.message(attributes(7, upTo: 3) + times(2) + times(3) + (dice.once(in: 2) ? times(4) : times(6)) + numbers(8) + exemplars(5))
    }

    private mutating func histogramPoint() -> [UInt8] {
        var fields = attributes(9, upTo: 3) + times(2) + times(3) + times(4) + times(5) + numbers(10) + times(11) + times(12) + exemplars(8)
        let packed = dice.bytes(8 * dice.below(4))
        fields.append(sketch.field(6, packed))
        for _ in 0..<dice.below(3) { fields.append(sketch.field(7, fixed64: dice.next())) }
        return sketch.message(fields)
    }

    private mutating func exponentialPoint() -> [UInt8] {
        var fields = attributes(1, upTo: 3) + times(2) + times(3) + times(4) + times(5) + numbers(6) + times(7) + numbers(10)
        fields += exemplars(11) + times(12) + times(13) + times(14)
        for number in [8, 9] {
            var counts = numbers(1)
            if dice.once(in: 2) {
                counts += numbers(2)
            } else {
                let packed = (0..<dice.below(5)).flatMap { _ in Sketch.minimal(UInt64(dice.below(1000))) }
                counts.append(sketch.field(2, packed))
            }
            let buckets = sketch.message(counts)
            fields.append(sketch.field(number, buckets))
        }
        return sketch.message(fields)
    }

    private mutating func summaryPoint() -> [UInt8] {
        var fields = attributes(7, upTo: 3) + times(2) + times(3) + times(4) + times(5) + numbers(8)
        for _ in 0..<dice.below(3) {
            let quantile = sketch.message(times(1) + times(2))
            fields.append(sketch.field(6, quantile))
        }
        return sketch.message(fields)
    }

    private mutating func exemplars(_ number: Int) -> [[UInt8]] {
        (0..<dice.pick([0, 0, 1, 2])).map { _ in
            let exemplar = sketch.message(
                attributes(7, upTo: 2) + times(2) + ids(4, 8) + ids(5, 16) + (dice.once(in: 2) ? times(3) : times(6)))
            return sketch.field(number, exemplar)
        }
    }
}
