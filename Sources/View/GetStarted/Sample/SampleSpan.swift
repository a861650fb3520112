/// A span of the sample traffic.
struct SampleSpan: Sendable {
    enum Kind: Int, Sendable { case `internal` = 1, server, client }

    var service: String
    var trace: String
    var id: String
    var parent: String?
    var name: String
    var kind: Kind
    /// Nanoseconds since 1970.
    var start: Int64
    var end: Int64 = 0
    var attributes: [JSONTree.Member] = []
    var events: [JSONTree] = []
    /// What the status says of the failure.
    var failure: String?

    mutating func set(_ key: String, _ value: String) { attributes.append(.init(key, .object([.init("stringValue", .text(value))]))) }
    /// OTLP/JSON writes 64-bit integers as text.
    mutating func set(_ key: String, _ value: Int) { attributes.append(.init(key, .object([.init("intValue", .text("\(value)"))]))) }
    mutating func set(_ key: String, seconds: Double) {
        attributes.append(.init(key, .object([.init("doubleValue", .number("\(seconds)"))])))
    }
    mutating func set(_ key: String, _ values: [String]) {
        let elements = values.map { JSONTree.object([.init("stringValue", .text($0))]) }
        attributes.append(.init(key, .object([.init("arrayValue", .object([.init("values", .list(elements))]))])))
    }

    mutating func fail(_ type: String, _ message: String) {
        failure = message
        set("error.type", type)
        events.append(
            .object([
                .init("timeUnixNano", .text("\(end)")), .init("name", .text("exception")),
                .init(
                    "attributes",
                    .list([SampleSpan.attribute("exception.type", type), SampleSpan.attribute("exception.message", message)])),
            ]))
    }

    private static func attribute(_ key: String, _ value: String) -> JSONTree {
        .object([.init("key", .text(key)), .init("value", .object([.init("stringValue", .text(value))]))])
    }

    /// As OTLP/JSON has it.
    private var tree: JSONTree {
        var members: [JSONTree.Member] = [
            .init("traceId", .text(trace)), .init("spanId", .text(id)), .init("name", .text(name)),
            .init("kind", .number("\(kind.rawValue)")),
            .init("startTimeUnixNano", .text("\(start)")), .init("endTimeUnixNano", .text("\(end)")),
            .init("attributes", .list(attributes.map { .object([.init("key", .text($0.key)), .init("value", $0.value)]) })),
        ]
        if let parent { members.append(.init("parentSpanId", .text(parent))) }
        if !events.isEmpty { members.append(.init("events", .list(events))) }
        if let failure { members.append(.init("status", .object([.init("code", .number("2")), .init("message", .text(failure))]))) }
        return .object(members)
    }

    /// The spans as one `ExportTraceServiceRequest`, a resource for each service.
    static func request(_ spans: [SampleSpan], environment: String) -> String {
        var services: [String] = []
        for span in spans where !services.contains(span.service) { services.append(span.service) }
        let resources = services.map { service in
            let resource = [attribute("service.name", service), attribute("deployment.environment.name", environment)]
            let scope = JSONTree.object([.init("name", .text("weir.demo"))])
            return JSONTree.object([
                .init("resource", .object([.init("attributes", .list(resource))])),
                .init(
                    "scopeSpans",
                    .list([
                        .object([.init("scope", scope), .init("spans", .list(spans.filter { $0.service == service }.map(\.tree)))])
                    ])),
            ])
        }
        return JSONTree.object([.init("resourceSpans", .list(resources))]).written()
    }
}
