import Wire

/// The parts of an ExportMetricsServiceRequest (collector/metrics/v1, metrics/v1/metrics.proto), written field by field.
enum MetricsMessage {
    /// `KeyValue` with a string.
    static func attribute(_ number: UInt64, _ key: String, _ value: Text, _ writer: inout WireWriter) {
        writer.field(number) { entry in
            entry.field(1, string: key)
            entry.field(2) { $0.field(1, text: value) }
        }
    }

    static func attribute(_ number: UInt64, _ key: String, _ value: String, _ writer: inout WireWriter) {
        writer.field(number) { entry in
            entry.field(1, string: key)
            entry.field(2) { $0.field(1, string: value) }
        }
    }

    static func attribute(_ number: UInt64, _ key: String, _ value: Bool, _ writer: inout WireWriter) {
        writer.field(number) { entry in
            entry.field(1, string: key)
            entry.field(2) { $0.field(2, bool: value) }
        }
    }

    /// `Exemplar`: time 2, as_double 3, span_id 4, trace_id 5.
    static func exemplar(_ number: UInt64, _ exemplar: Exemplar, _ writer: inout WireWriter) {
        writer.field(number) { message in
            message.field(2, fixed64: exemplar.time)
            message.field(3, double: exemplar.value)
            id(4, [exemplar.span], &message)
            id(5, [exemplar.trace.0, exemplar.trace.1], &message)
        }
    }

    private static func id(_ number: UInt64, _ words: [UInt64], _ writer: inout WireWriter) {
        writer.field(number) { for word in words { $0.append(littleEndian: word.byteSwapped) } }
    }

    /// A packed run of fixed64.
    static func packed(_ number: UInt64, fixed64 values: some Sequence<UInt64>, _ writer: inout WireWriter) {
        writer.field(number) { for value in values { $0.append(littleEndian: value) } }
    }

    /// A packed run of varints.
    static func packed(_ number: UInt64, varint values: some Sequence<UInt64>, _ writer: inout WireWriter) {
        writer.field(number) { for value in values { $0.varint(value) } }
    }

    /// `sint32`, zigzag.
    static func zigzag(_ value: Int) -> UInt64 { UInt64(truncatingIfNeeded: (value << 1) ^ (value >> 63)) }
}

/// Who speaks in a request of ours: the resource's attributes, and the scope.
package struct Origin: Sendable {
    package let resource: [(key: String, value: String)]
    package let scope: String
    package let version: String

    package init(resource: [(key: String, value: String)], scope: String, version: String) {
        self.resource = resource
        self.scope = scope
        self.version = version
    }

    /// A whole request with what `metrics` writes as `ScopeMetrics.metrics` (field 2).
    package func request(_ metrics: (inout WireWriter) -> Void) -> [UInt8] {
        var writer = WireWriter(reserving: 64 << 10)
        writer.field(1) { resourceMetrics in
            resourceMetrics.field(1) { message in
                for (key, value) in resource { MetricsMessage.attribute(1, key, value, &message) }
            }
            resourceMetrics.field(2) { scopeMetrics in
                scopeMetrics.field(1) { message in
                    message.field(1, string: scope)
                    message.field(2, string: version)
                }
                metrics(&scopeMetrics)
            }
        }
        return writer.bytes
    }
}
