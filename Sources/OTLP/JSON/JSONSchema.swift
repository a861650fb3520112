import CProtobufC
import OTLPSchema

/// Which message of a signal's service bytes are.
package enum JSONForm: Sendable {
    case request, response
}

/// The shapes of all messages that can occur in a request or an answer, made once from libprotobuf-c's descriptors.
final class JSONSchema: Sendable {
    static let shared = JSONSchema()

    let shapes: Lasting<JSONShape>
    private let requests: [Int]
    private let responses: [Int]

    private init() {
        var found = Found()
        requests = Signal.allCases.map { found.add(JSONSchema.request($0)) }
        responses = Signal.allCases.map { found.add(JSONSchema.response($0)) }
        shapes = Lasting(found.list.map { JSONShape($0.pointee, places: found.places) })
    }

    /// The place of a root message's shape.
    func root(_ signal: Signal, _ form: JSONForm) -> Int {
        (form == .request ? requests : responses)[Int(signal.rawValue)]
    }

    private typealias Descriptor = UnsafePointer<ProtobufCMessageDescriptor>

    /// The descriptors reached from the roots, each once: AnyValue reaches itself.
    private struct Found {
        var list: [Descriptor] = []
        var places: [UnsafeRawPointer: Int] = [:]

        mutating func add(_ descriptor: Descriptor) -> Int {
            let key = UnsafeRawPointer(descriptor)
            if let place = places[key] { return place }
            let place = list.count
            places[key] = place
            list.append(descriptor)
            let message = descriptor.pointee
            for field in (0..<Int(message.n_fields)).map({ message.fields[$0] }) where field.type == PROTOBUF_C_TYPE_MESSAGE {
                if let child = field.descriptor { _ = add(child.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)) }
            }
            return place
        }
    }

    // C's constants have no address in Swift, but an initialised message knows its descriptor.

    private static func request(_ signal: Signal) -> Descriptor {
        switch signal {
        case .traces:
            var message = Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceRequest()
            opentelemetry__proto__collector__trace__v1__export_trace_service_request__init(&message)
            return message.base.descriptor
        case .metrics:
            var message = Opentelemetry__Proto__Collector__Metrics__V1__ExportMetricsServiceRequest()
            opentelemetry__proto__collector__metrics__v1__export_metrics_service_request__init(&message)
            return message.base.descriptor
        case .logs:
            var message = Opentelemetry__Proto__Collector__Logs__V1__ExportLogsServiceRequest()
            opentelemetry__proto__collector__logs__v1__export_logs_service_request__init(&message)
            return message.base.descriptor
        }
    }

    private static func response(_ signal: Signal) -> Descriptor {
        switch signal {
        case .traces:
            var message = Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceResponse()
            opentelemetry__proto__collector__trace__v1__export_trace_service_response__init(&message)
            return message.base.descriptor
        case .metrics:
            var message = Opentelemetry__Proto__Collector__Metrics__V1__ExportMetricsServiceResponse()
            opentelemetry__proto__collector__metrics__v1__export_metrics_service_response__init(&message)
            return message.base.descriptor
        case .logs:
            var message = Opentelemetry__Proto__Collector__Logs__V1__ExportLogsServiceResponse()
            opentelemetry__proto__collector__logs__v1__export_logs_service_response__init(&message)
            return message.base.descriptor
        }
    }
}
