import Wire

/// Takes in what a request holds, from the outside in.
package protocol MetricsVisitor: AnyObject {
    /// A scope begins.
    func scope(_ context: ReadingContext)
    /// A metric of that scope begins; false skips its points.
    func metric(_ metric: MetricReading) -> Bool
    func point(_ point: PointReading)
}

/// Walks an ExportMetricsServiceRequest and hands over every data point. Stops, throwing, at the first malformed byte.
package struct MetricsReader<Visitor: MetricsVisitor> {
    private let visitor: Visitor
    private var context = ReadingContext()
    private var metric = MetricReading()

    /// Returns the error that ended the walk, if any: what came before it has been taken in.
    package static func read(_ request: Text, _ visitor: Visitor) -> WireError? {
        var reader = MetricsReader(visitor: visitor)
        do throws(WireError) {
            try reader.request(request.reader)
        } catch {
            return error
        }
        return nil
    }

    private init(visitor: Visitor) { self.visitor = visitor }

    private mutating func request(_ content: WireReader) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            guard tag == 1 << 3 | WireType.bytes else {
                try reader.skip(tag)
                continue
            }
            try resourceMetrics(try reader.message())
        }
    }

    /// The resource may follow its scopes: two passes.
    private mutating func resourceMetrics(_ content: WireReader) throws(WireError) {
        context = ReadingContext()
        for part in try Self.fields(content, 1) { context.resource += try Self.fields(part.reader, 1) }
        for part in try Self.fields(content, 2) { try scopeMetrics(part.reader) }
    }

    private mutating func scopeMetrics(_ content: WireReader) throws(WireError) {
        context.scopeName = ""
        context.scopeVersion = ""
        context.scopeAttributes = []
        for part in try Self.fields(content, 1) {
            if let name = try Self.fields(part.reader, 1).last { context.scopeName = String(name) }
            if let version = try Self.fields(part.reader, 2).last { context.scopeVersion = String(version) }
            context.scopeAttributes += try Self.fields(part.reader, 3)
        }
        visitor.scope(context)
        for part in try Self.fields(content, 2) { try metric(part.reader) }
    }

    /// `Metric`: the data comes in one of five fields; name and unit may follow it.
    private mutating func metric(_ content: WireReader) throws(WireError) {
        metric = MetricReading()
        var data: WireReader?
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            switch tag {
            case 1 << 3 | WireType.bytes: metric.name = String(try reader.text())
            case 2 << 3 | WireType.bytes: metric.help = String(try reader.text())
            case 3 << 3 | WireType.bytes: metric.unit = String(try reader.text())
            default:
                if tag & 7 == WireType.bytes, let form = MetricForm(rawValue: tag >> 3) {
                    metric.form = form
                    data = try reader.message()
                } else {
                    try reader.skip(tag)
                }
            }
        }
        if let data { try points(data) }
    }

    private mutating func points(_ content: WireReader) throws(WireError) {
        var points: [Text] = []
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            switch tag {
            case 1 << 3 | WireType.bytes: points.append(try reader.text())
            case 2 << 3 | WireType.varint: metric.isDelta = try reader.varint() == 1
            case 3 << 3 | WireType.varint: metric.isMonotonic = try reader.varint() != 0
            default: try reader.skip(tag)
            }
        }
        guard visitor.metric(metric) else { return }
        for point in points { visitor.point(try PointReader.read(point, metric.form)) }
    }

    /// All occurrences of a length-delimited field.
    private static func fields(_ content: WireReader, _ number: UInt64) throws(WireError) -> [Text] {
        var found: [Text] = []
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            if tag == number << 3 | WireType.bytes { found.append(try reader.text()) } else { try reader.skip(tag) }
        }
        return found
    }
}
