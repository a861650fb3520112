import Wire

/// What a field of a metric's inner messages must be. A body that passes here is readable by every backend behind us:
/// one that is not would spoil the joined request of a batch.
enum PointField: UInt64 {
    case unknown, varint, fixed64, bytes, doubles, varints, attribute, exemplar, buckets, quantile
}

/// The fields 1 to 15 of one message of metrics.proto, four bits each.
struct PointShape {
    private let fields: UInt64

    init(_ fields: (number: UInt64, field: PointField)...) {
        self.fields = fields.reduce(0) { $0 | $1.field.rawValue << ($1.number * 4) }
    }

    @inline(__always)
    subscript(number: UInt64) -> PointField {
        number < 16 ? PointField(rawValue: fields >> (number &* 4) & 15) ?? .unknown : .unknown
    }

    static let number = PointShape(
        (2, .fixed64), (3, .fixed64), (4, .fixed64), (5, .exemplar), (6, .fixed64), (7, .attribute), (8, .varint))
    static let histogram = PointShape(
        (2, .fixed64), (3, .fixed64), (4, .fixed64), (5, .fixed64), (6, .doubles), (7, .doubles), (8, .exemplar), (9, .attribute),
        (10, .varint), (11, .fixed64), (12, .fixed64))
    static let exponential = PointShape(
        (1, .attribute), (2, .fixed64), (3, .fixed64), (4, .fixed64), (5, .fixed64), (6, .varint), (7, .fixed64), (8, .buckets),
        (9, .buckets), (10, .varint), (11, .exemplar), (12, .fixed64), (13, .fixed64), (14, .fixed64))
    static let summary = PointShape(
        (2, .fixed64), (3, .fixed64), (4, .fixed64), (5, .fixed64), (6, .quantile), (7, .attribute), (8, .varint))
    static let exemplar = PointShape((2, .fixed64), (3, .fixed64), (4, .bytes), (5, .bytes), (6, .fixed64), (7, .attribute))
    static let buckets = PointShape((1, .varint), (2, .varints))
    static let quantile = PointShape((1, .fixed64), (2, .fixed64))
}

extension Scanner {
    /// Gauge, Sum, Histogram, ExponentialHistogram and Summary all hold their points in field 1, and numbers in 2 and 3.
    /// Returns how many points there are.
    func countPoints(_ content: WireReader, ofMetricField metric: UInt64) throws(WireError) -> UInt32 {
        let shape: PointShape =
            switch metric {
            case 9: .histogram
            case 10: .exponential
            case 11: .summary
            default: .number
            }
        let lastNumber: UInt64 = metric == 7 ? 3 : metric == 9 || metric == 10 ? 2 : 1
        var count: UInt32 = 0
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes {
                try check(try reader.message(), shape)
                count &+= 1
            } else {
                if tag & 7 != WireType.varint || tag >> 3 == 1 { try refuseKnown(tag, 1...lastNumber, reader) }
                try reader.skip(tag)
            }
        }
        return count
    }

    /// Checks every field of a message, and of those inside it.
    private func check(_ content: WireReader, _ shape: PointShape) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            let field = shape[tag >> 3]
            switch (field, tag & 7) {
            case (.unknown, _), (.varint, WireType.varint), (.fixed64, WireType.fixed64), (.bytes, WireType.bytes),
                (.doubles, WireType.fixed64), (.varints, WireType.varint), (_, 3), (_, 4):
                try reader.skip(tag)
            case (.doubles, WireType.bytes):
                guard try reader.message().rest.count % 8 == 0 else { throw WireError(.truncated, at: reader.offset) }
            case (.varints, WireType.bytes):
                var packed = try reader.message()
                while !packed.isAtEnd { _ = try packed.varint() }
            case (.attribute, WireType.bytes): _ = try KeyValue.scan(try reader.message(), depth: 0)
            case (.exemplar, WireType.bytes): try check(try reader.message(), .exemplar)
            case (.buckets, WireType.bytes): try check(try reader.message(), .buckets)
            case (.quantile, WireType.bytes): try check(try reader.message(), .quantile)
            default: throw WireError(.wrongWireType, at: reader.offset)
            }
        }
    }
}
