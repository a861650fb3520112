import Wire

@testable import Metrics

/// A small family: a duration histogram, tokens by type, and a cost, by model and error.
enum Sample {
    static let metrics = [
        MetricKind("call.duration", unit: "s", help: "Duration.", .histogram(.operation), exemplars: true),
        MetricKind("call.tokens", unit: "{token}", help: "Tokens.", .count, tag: ("type", ["input", "output"])),
        MetricKind("call.cost", unit: "USD", help: "Cost.", .sum),
    ]
    static let layout = Layout(metrics)
    static let keys = ["model", "error.type"]
    static let seed: UInt64 = 42
    static let second: UInt64 = 1_000_000_000

    static func table() -> SeriesTable { SeriesTable(layout: layout, dimensions: keys.count, seed: seed) }

    static func cumulative(
        limit: Int = 100, expireAfter: UInt64 = 3600 * second, _ temporality: Cumulative.Temporality = .cumulative
    ) -> Cumulative {
        Cumulative(
            layout: layout, dimensionKeys: keys, seed: seed, limit: limit, expireAfter: expireAfter, temporality: temporality, now: second)
    }

    /// Measures one call of `model` into `table`.
    static func measure(
        _ table: inout SeriesTable, model: String, error: String = "", seconds: Double = 0.1, input: Int64 = 10, output: Int64 = 5,
        cost: Double = 0.5, exemplar: Exemplar = Exemplar()
    ) {
        let record = withLabels(model, error) { set in
            let hash = table.hash(set)
            let known = table.find(hash)
            return known >= 0 ? known : table.insert(set, hash: hash)
        }
        measure(&table, record: record, seconds: seconds, input: input, output: output, cost: cost, exemplar: exemplar)
    }

    static func measure(
        _ table: inout SeriesTable, record: Int, seconds: Double = 0.1, input: Int64 = 10, output: Int64 = 5, cost: Double = 0.5,
        exemplar: Exemplar = Exemplar()
    ) {
        let instruments = layout.instruments
        var bucket = 0
        table.measure(record) { numbers, base in
            bucket = instruments[0].record(seconds, layout, &numbers, base)
            instruments[1].add(count: input, &numbers, base)
            instruments[2].add(count: output, &numbers, base)
            instruments[3].add(sum: cost, &numbers, base)
            return instruments.reduce(0) { $0 | $1.bit }
        }
        table.keep(exemplar, record, instruments[0], bucket: bucket)
    }

    static func withLabels<R>(_ model: String, _ error: String = "", _ body: (borrowing LabelSet) -> R) -> R {
        withText(model) { model in
            withText(error) { error in
                var set = LabelSet(dimensions: 2)
                set[0] = model
                set[1] = error
                return body(set)
            }
        }
    }

    static func withText<R>(_ string: String, _ body: (Text) -> R) -> R {
        Array(string.utf8).withUnsafeBytes { body(Text($0)) }
    }

    static func request(_ cumulative: borrowing Cumulative, time: UInt64, scope: String = "weir") -> [UInt8] {
        let origin = Origin(resource: [("service.name", "weir")], scope: scope, version: "1")
        var bytes: [UInt8] = []
        var writer = WireWriter()
        _ = cumulative.write(time: time, &writer)
        bytes = origin.request { $0.append(writer.bytes) }
        return bytes
    }
}

/// What a request holds, flat, for tests to look into.
final class Readings: MetricsVisitor {
    struct Point {
        var metric: MetricReading
        var labels: String
        var point: PointReading
    }

    var scopes: [String] = []
    var points: [Point] = []
    private var metric = MetricReading()
    private var names = LabelText()

    func scope(_ context: ReadingContext) { scopes.append(context.scopeName) }

    func metric(_ metric: MetricReading) -> Bool {
        self.metric = metric
        return true
    }

    func point(_ point: PointReading) {
        var kept = point
        kept.attributes = []
        points.append(
            Point(metric: metric, labels: String(decoding: LabelText.render(names.pairs(point.attributes)), as: UTF8.self), point: kept))
    }

    /// The points of one metric by their labels.
    subscript(name: String) -> [String: PointReading] {
        var found: [String: PointReading] = [:]
        for point in points where point.metric.name == name { found[point.labels] = point.point }
        return found
    }

    static func of(_ request: [UInt8]) -> Readings {
        let readings = Readings()
        _ = request.withUnsafeBytes { MetricsReader.read(Text($0), readings) }
        return readings
    }
}

/// Requests written by hand, field by field.
enum Handmade {
    static func request(
        resource: [(String, String)] = [], scope: String = "app", _ metrics: (inout WireWriter) -> Void
    ) -> [UInt8] {
        Origin(resource: resource, scope: scope, version: "").request(metrics)
    }

    /// A Sum with one point per value.
    static func sum(
        _ name: String, unit: String = "", monotonic: Bool = true, delta: Bool = false, time: UInt64 = 10, flags: UInt64 = 0,
        _ points: [([(String, String)], Double)], _ writer: inout WireWriter
    ) {
        writer.field(2) { metric in
            metric.field(7) { data in
                data.field(2, varint: delta ? 1 : 2)
                data.field(3, bool: monotonic)
                for (labels, value) in points { data.field(1) { number(labels, value, time, flags, &$0) } }
            }
            metric.field(1, string: name)
            metric.field(3, string: unit)
        }
    }

    static func gauge(_ name: String, unit: String = "", _ labels: [(String, String)], _ value: Double, _ writer: inout WireWriter) {
        writer.field(2) { metric in
            metric.field(1, string: name)
            metric.field(2, string: "A gauge.")
            metric.field(3, string: unit)
            metric.field(5) { data in data.field(1) { number(labels, value, 10, 0, &$0) } }
        }
    }

    static func number(_ labels: [(String, String)], _ value: Double, _ time: UInt64, _ flags: UInt64, _ point: inout WireWriter) {
        for (key, value) in labels { MetricsMessage.attribute(7, key, value, &point) }
        point.field(3, fixed64: time)
        point.field(4, double: value)
        if flags != 0 { point.field(8, varint: flags) }
    }
}

extension PrometheusStore {
    func take(_ request: [UInt8], now: UInt64 = 0) throws(WireError) {
        let failure = request.withUnsafeBytes { bytes -> WireError? in
            do throws(WireError) {
                try take(Text(bytes), now: now)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    func text(_ format: ExpositionFormat = .text, now: UInt64 = 0) -> String {
        String(decoding: expose(format, now: now), as: UTF8.self)
    }
}
