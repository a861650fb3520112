import Store

extension SpanFacts {
    /// From the OTLP/JSON in which the store answers; nil where it cannot be read.
    init?(_ content: SpanContent) {
        guard let resource = JSONTree.read(content.span)?.tree["resourceSpans"]?.elements?.first,
            let scope = resource["scopeSpans"]?.elements?.first, let span = scope["spans"]?.elements?.first
        else { return nil }
        self.init(
            attributes: Self.attributes(span["attributes"]),
            events: (span["events"]?.elements ?? []).map { event in
                Event(name: event["name"]?.string ?? "", time: Self.time(event), attributes: Self.attributes(event["attributes"]))
            } + content.records.compactMap(Self.event))
        self.resource = Self.attributes(resource["resource"]?["attributes"])
        scopeName = [scope["scope"]?["name"]?.string, scope["scope"]?["version"]?.string].compactMap { $0 }.joined(separator: " ")
        statusMessage = span["status"]?["message"]?.string
    }

    /// A log record, as if it were an event of its span.
    private static func event(_ record: String) -> Event? {
        let scope = JSONTree.read(record)?.tree["resourceLogs"]?.elements?.first?["scopeLogs"]?.elements?.first
        guard let record = scope?["logRecords"]?.elements?.first else { return nil }
        var attributes = attributes(record["attributes"])
        let name = record["eventName"]?.string ?? attributes.first { $0.key == "event.name" }?.value.string ?? ""
        if let body = record["body"] { attributes.append(.init("body", value(body))) }
        return Event(name: name, time: time(record), attributes: attributes)
    }

    private static func time(_ tree: JSONTree) -> Int64 {
        (tree["timeUnixNano"]?.string ?? tree["timeUnixNano"]?.written()).flatMap { Int64($0) } ?? 0
    }

    private static func attributes(_ tree: JSONTree?) -> [JSONTree.Member] {
        (tree?.elements ?? []).compactMap { pair in
            guard let key = pair["key"]?.string else { return nil }
            return JSONTree.Member(key, pair["value"].map(value) ?? .null)
        }
    }

    /// An AnyValue as the value it stands for (OTLP/JSON: 64-bit integers are texts). Bytes become their size.
    private static func value(_ any: JSONTree) -> JSONTree {
        guard case .object(let members) = any, let member = members.first else { return .null }
        switch member.key {
        case "intValue", "doubleValue": return .number(member.value.readable)
        case "arrayValue": return .list((member.value["values"]?.elements ?? []).map(value))
        case "kvlistValue": return .object(attributes(member.value["values"]))
        case "bytesValue": return .text("(\((member.value.string?.utf8.count ?? 0) / 4 * 3) bytes)")
        default: return member.value
        }
    }
}
