import OTLP
import Wire

/// A span as a test writes it down.
struct Sketch {
    var id: UInt64
    var parent: UInt64 = 0
    var trace: UInt64 = 1
    var scope: String
    var name: String
    /// 1 internal, 2 server, 3 client.
    var kind: UInt64 = 3
    /// 0 unset, 1 ok, 2 error.
    var status: UInt64 = 0
    var message = ""
    /// Milliseconds.
    var start: UInt64 = 0
    var end: UInt64 = 100
    var service = "app"
    var attributes: [(String, Datum)] = []
    var events: [(String, [(String, Datum)])] = []

    init(
        _ id: UInt64, under parent: UInt64 = 0, _ name: String, scope: String, trace: UInt64 = 1, kind: UInt64 = 3,
        at time: ClosedRange<UInt64> = 0...100,
        error: String? = nil, service: String = "app", _ attributes: KeyValuePairs<String, Datum> = [:], exception: (String, String)? = nil
    ) {
        self.id = id
        self.parent = parent
        self.name = name
        self.scope = scope
        self.trace = trace
        self.kind = kind
        self.service = service
        start = time.lowerBound
        end = time.upperBound
        if let error {
            status = 2
            message = error
        }
        self.attributes = attributes.map { ($0.key, $0.value) }
        if let exception {
            events = [("exception", [("exception.type", .text(exception.0)), ("exception.message", .text(exception.1))])]
        }
    }
}

/// An attribute's value as a test writes it down.
enum Datum: Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    case text(String), int(Int64), double(Double), bool(Bool), list([String]), nothing

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .int(value) }
    init(floatLiteral value: Double) { self = .double(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: String...) { self = .list(elements) }
    init(nilLiteral: ()) { self = .nothing }
}

// MARK: - Writing

enum Sketchbook {
    /// One ExportTraceServiceRequest; each span in a scope of its own.
    static func request(_ sketches: [Sketch]) -> [UInt8] {
        var writer = WireWriter()
        for sketch in sketches {
            writer.field(1) { resource in
                resource.field(1) { attribute(1, "service.name", .text(sketch.service), &$0) }
                resource.field(2) { scope in
                    scope.field(1) { $0.field(1, string: sketch.scope) }
                    scope.field(2) { span(sketch, &$0) }
                }
            }
        }
        return writer.bytes
    }

    private static func span(_ sketch: Sketch, _ writer: inout WireWriter) {
        writer.field(1, bytes: bytes(sketch.trace) + bytes(0xABCD))
        writer.field(2, bytes: bytes(sketch.id))
        if sketch.parent != 0 { writer.field(4, bytes: bytes(sketch.parent)) }
        writer.field(5, string: sketch.name)
        writer.field(6, varint: sketch.kind)
        writer.field(7, fixed64: epoch + sketch.start * 1_000_000)
        writer.field(8, fixed64: epoch + sketch.end * 1_000_000)
        for (key, value) in sketch.attributes { attribute(9, key, value, &writer) }
        for (name, attributes) in sketch.events {
            writer.field(11) { event in
                event.field(1, fixed64: epoch + sketch.end * 1_000_000)
                event.field(2, string: name)
                for (key, value) in attributes { attribute(3, key, value, &event) }
            }
        }
        if sketch.status != 0 {
            writer.field(15) { status in
                if !sketch.message.isEmpty { status.field(2, string: sketch.message) }
                status.field(3, varint: sketch.status)
            }
        }
    }

    /// One ExportLogsServiceRequest with one record.
    static func record(
        event: String, scope: String, trace: UInt64 = 0, span: UInt64 = 0, sampled: Bool = false, body: String? = nil,
        _ attributes: KeyValuePairs<String, Datum>
    ) -> [UInt8] {
        var writer = WireWriter()
        writer.field(1) { resource in
            resource.field(2) { frame in
                frame.field(1) { $0.field(1, string: scope) }
                frame.field(2) { record in
                    record.field(1, fixed64: epoch)
                    if let body { record.field(5) { $0.field(1, string: body) } }
                    for (key, value) in attributes { attribute(6, key, value, &record) }
                    if sampled {
                        record.varint(8 << 3 | 5)
                        record.append([1, 0, 0, 0])
                    }
                    if trace != 0 { record.field(9, bytes: bytes(trace) + bytes(0xABCD)) }
                    if span != 0 { record.field(10, bytes: bytes(span)) }
                    if !event.isEmpty { record.field(12, string: event) }
                }
            }
        }
        return writer.bytes
    }

    private static let epoch: UInt64 = 1_790_000_000_000_000_000

    private static func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }

    private static func attribute(_ field: UInt64, _ key: String, _ value: Datum, _ writer: inout WireWriter) {
        writer.field(field) { pair in
            pair.field(1, string: key)
            pair.field(2) { any in
                switch value {
                case .text(let text): any.field(1, string: text)
                case .bool(let bool): any.field(2, bool: bool)
                case .int(let int): any.field(3, int: int)
                case .double(let double): any.field(4, double: double)
                case .list(let list): any.field(5) { array in for text in list { array.field(1) { $0.field(1, string: text) } } }
                case .nothing: break
                }
            }
        }
    }
}
