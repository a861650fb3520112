import Wire

/// The data points of metrics/v1/metrics.proto. Times and counts share their numbers; the rest differs by form.
enum PointReader {
    static func read(_ bytes: Text, _ form: MetricForm) throws(WireError) -> PointReading {
        var point = PointReading()
        var reader = bytes.reader
        while !reader.isAtEnd {
            let tag = try reader.varint()
            if tag == 2 << 3 | WireType.fixed64 {
                point.start = try reader.fixed64()
            } else if tag == 3 << 3 | WireType.fixed64 {
                point.time = try reader.fixed64()
            } else {
                switch form {
                case .gauge, .sum: try number(tag, &reader, &point)
                case .histogram: try histogram(tag, &reader, &point)
                case .exponential: try exponential(tag, &reader, &point)
                case .summary: try summary(tag, &reader, &point)
                }
            }
        }
        return point
    }

    private static func number(_ tag: UInt64, _ reader: inout WireReader, _ point: inout PointReading) throws(WireError) {
        switch tag {
        case 7 << 3 | WireType.bytes: point.attributes.append(try reader.text())
        case 4 << 3 | WireType.fixed64: point.number = Double(bitPattern: try reader.fixed64())
        case 6 << 3 | WireType.fixed64: point.number = Double(Int64(bitPattern: try reader.fixed64()))
        case 5 << 3 | WireType.bytes: try exemplar(try reader.message(), &point)
        case 8 << 3 | WireType.varint: point.isStale = try reader.varint() & 1 != 0
        default: try reader.skip(tag)
        }
    }

    private static func histogram(_ tag: UInt64, _ reader: inout WireReader, _ point: inout PointReading) throws(WireError) {
        switch tag {
        case 9 << 3 | WireType.bytes: point.attributes.append(try reader.text())
        case 4 << 3 | WireType.fixed64: point.count = try reader.fixed64()
        case 5 << 3 | WireType.fixed64: try sum(&reader, &point)
        case 6 << 3 | WireType.bytes:
            var packed = try reader.message()
            while !packed.isAtEnd { point.bucketCounts.append(try packed.fixed64()) }
        case 6 << 3 | WireType.fixed64: point.bucketCounts.append(try reader.fixed64())
        case 7 << 3 | WireType.bytes:
            var packed = try reader.message()
            while !packed.isAtEnd { point.bounds.append(Double(bitPattern: try packed.fixed64())) }
        case 7 << 3 | WireType.fixed64: point.bounds.append(Double(bitPattern: try reader.fixed64()))
        case 8 << 3 | WireType.bytes: try exemplar(try reader.message(), &point)
        case 10 << 3 | WireType.varint: point.isStale = try reader.varint() & 1 != 0
        default: try reader.skip(tag)
        }
    }

    private static func exponential(_ tag: UInt64, _ reader: inout WireReader, _ point: inout PointReading) throws(WireError) {
        switch tag {
        case 1 << 3 | WireType.bytes: point.attributes.append(try reader.text())
        case 4 << 3 | WireType.fixed64: point.count = try reader.fixed64()
        case 5 << 3 | WireType.fixed64: try sum(&reader, &point)
        case 6 << 3 | WireType.varint: point.scale = zigzag(try reader.varint())
        case 7 << 3 | WireType.fixed64: point.zeroCount = try reader.fixed64()
        case 8 << 3 | WireType.bytes: point.positive = try buckets(try reader.message())
        case 9 << 3 | WireType.bytes: point.negative = try buckets(try reader.message())
        case 10 << 3 | WireType.varint: point.isStale = try reader.varint() & 1 != 0
        case 11 << 3 | WireType.bytes: try exemplar(try reader.message(), &point)
        default: try reader.skip(tag)
        }
    }

    private static func summary(_ tag: UInt64, _ reader: inout WireReader, _ point: inout PointReading) throws(WireError) {
        switch tag {
        case 7 << 3 | WireType.bytes: point.attributes.append(try reader.text())
        case 4 << 3 | WireType.fixed64: point.count = try reader.fixed64()
        case 5 << 3 | WireType.fixed64: try sum(&reader, &point)
        case 6 << 3 | WireType.bytes: point.quantiles.append(try quantile(try reader.message()))
        case 8 << 3 | WireType.varint: point.isStale = try reader.varint() & 1 != 0
        default: try reader.skip(tag)
        }
    }

    private static func sum(_ reader: inout WireReader, _ point: inout PointReading) throws(WireError) {
        point.number = Double(bitPattern: try reader.fixed64())
        point.hasSum = true
    }

    private static func buckets(_ content: WireReader) throws(WireError) -> (offset: Int, counts: [UInt64]) {
        var result = (offset: 0, counts: [UInt64]())
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            switch tag {
            case 1 << 3 | WireType.varint: result.offset = zigzag(try reader.varint())
            case 2 << 3 | WireType.bytes:
                var packed = try reader.message()
                while !packed.isAtEnd { result.counts.append(try packed.varint()) }
            case 2 << 3 | WireType.varint: result.counts.append(try reader.varint())
            default: try reader.skip(tag)
            }
        }
        return result
    }

    private static func quantile(_ content: WireReader) throws(WireError) -> (quantile: Double, value: Double) {
        var result = (quantile: 0.0, value: 0.0)
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            switch tag {
            case 1 << 3 | WireType.fixed64: result.quantile = Double(bitPattern: try reader.fixed64())
            case 2 << 3 | WireType.fixed64: result.value = Double(bitPattern: try reader.fixed64())
            default: try reader.skip(tag)
            }
        }
        return result
    }

    /// `Exemplar`; those without a span are left out.
    private static func exemplar(_ content: WireReader, _ point: inout PointReading) throws(WireError) {
        var time: UInt64 = 0
        var value = 0.0
        var trace = Text.empty
        var span = Text.empty
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            switch tag {
            case 2 << 3 | WireType.fixed64: time = try reader.fixed64()
            case 3 << 3 | WireType.fixed64: value = Double(bitPattern: try reader.fixed64())
            case 6 << 3 | WireType.fixed64: value = Double(Int64(bitPattern: try reader.fixed64()))
            case 4 << 3 | WireType.bytes: span = try reader.text()
            case 5 << 3 | WireType.bytes: trace = try reader.text()
            default: try reader.skip(tag)
            }
        }
        let exemplar = Exemplar(value: value, time: time, trace: trace, span: span)
        if exemplar.time != 0 { point.exemplars.append(exemplar) }
    }

    /// `sint32`, held within 32 bits.
    private static func zigzag(_ value: UInt64) -> Int {
        let bits = UInt32(truncatingIfNeeded: value)
        return Int(Int32(bitPattern: bits >> 1) ^ -Int32(bitPattern: bits & 1))
    }
}
