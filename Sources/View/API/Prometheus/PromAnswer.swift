import Admin
import Store

/// Answers in the form of Prometheus's HTTP API ("Format overview", "Expression query result formats").
enum PromAnswer {
    static func instant(_ value: PromValue, at time: Int64, infos: [String] = []) -> AdminAnswer {
        var out = PromWriter()
        switch value {
        case .scalar(let numbers):
            out.begin("scalar")
            out.point(time, numbers.first ?? .nan)
        case .vector(let series):
            out.begin("vector")
            out.list(series.filter { $0.values.first.flatMap { $0 } != nil }) { one, out in
                out.text("{\"metric\":\(one.labels.tree.written()),\"value\":")
                if let value = one.values.first, let value { out.point(time, value) }
                out.text("}")
            }
        }
        return success(out, infos)
    }

    /// Series in the order of their labels; a number is a series without labels.
    static func range(_ value: PromValue, at times: [Int64], infos: [String] = []) -> AdminAnswer {
        var out = PromWriter()
        out.begin("matrix")
        switch value {
        case .scalar(let numbers): out.list([PromSeries(labels: Labels(), values: numbers)]) { $1.series($0, times) }
        case .vector(let series):
            let written = series.filter { $0.values.contains { $0 != nil } }.map { (one: $0, key: $0.labels.tree.written()) }
            out.list(written.sorted { $0.key < $1.key }.map(\.one)) { $1.series($0, times) }
        }
        return success(out, infos)
    }

    private static func success(_ out: PromWriter, _ infos: [String]) -> AdminAnswer {
        var out = out
        out.text("}")
        if !infos.isEmpty { out.text(",\"infos\":\(JSONTree.texts(infos).written())") }
        out.text("}\n")
        return AdminAnswer(type: "application/json", body: out.bytes, headers: Answering.security)
    }

    /// The first `limit` entries, and a warning where there are more.
    static func list(_ entries: [JSONTree], limit: Int) -> AdminAnswer {
        let isCut = entries.count > limit
        return data(.list(Array(entries.prefix(limit))), warnings: isCut ? ["results truncated due to limit"] : [])
    }

    static func failed(_ error: PromError) -> AdminAnswer {
        var answer = Answering.json(
            .object([.init("status", .text("error")), .init("errorType", .text(error.kind.rawValue)), .init("error", .text(error.text))]))
        answer.status = error.status
        return answer
    }

    private static func data(_ tree: JSONTree, warnings: [String] = []) -> AdminAnswer {
        var members: [JSONTree.Member] = [.init("status", .text("success")), .init("data", tree)]
        if !warnings.isEmpty { members.append(.init("warnings", .texts(warnings))) }
        return Answering.json(.object(members))
    }

    // MARK: - What is known beforehand

    /// "Querying metric metadata", of one metric where `metric=` names it.
    static func metadata(_ parameters: PromParameters) -> AdminAnswer {
        let wanted = PromMetric.all.filter { parameters["metric"] == nil || parameters["metric"] == $0.name }
        return data(
            .object(
                wanted.map { metric in
                    let entry = JSONTree.object([
                        .init("type", .text(metric.kind.rawValue)), .init("help", .text(metric.help)), .init("unit", .text(metric.unit)),
                    ])
                    return .init(metric.name, .list([entry]))
                }))
    }

    /// "Build information": not Weir's version, but the one of the Prometheus whose API this is. From it Grafana learns what it may ask:
    /// since 2.24 labels of some series only, by `match[]`.
    static var buildInfo: AdminAnswer {
        data(.object([.init("version", .text("2.24.0"))]))
    }
}

/// Writes results. As trees of JSON, so many points would take many times their memory.
private struct PromWriter {
    private(set) var bytes: [UInt8] = []

    mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func begin(_ type: String) { text("{\"status\":\"success\",\"data\":{\"resultType\":\"\(type)\",\"result\":") }

    mutating func list<Item>(_ items: [Item], _ each: (Item, inout PromWriter) -> Void) {
        text("[")
        for (number, item) in items.enumerated() {
            if number > 0 { text(",") }
            each(item, &self)
        }
        text("]")
    }

    mutating func point(_ time: Int64, _ value: Double) { text("[\(PromNumber.seconds(time)),\"\(PromNumber.text(value))\"]") }

    mutating func series(_ series: PromSeries, _ times: [Int64]) {
        text("{\"metric\":\(series.labels.tree.written()),\"values\":")
        let there = times.indices.filter { series.values[$0] != nil }
        list(there) { step, out in out.point(times[step], series.values[step] ?? .nan) }
        text("}")
    }
}
