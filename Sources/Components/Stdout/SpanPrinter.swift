import Glibc
import OTLP
import Pipeline
import Wire

/// Makes one line of a GenAI span: time, service, role, model, tokens, cost, duration, error.
final class SpanPrinter: Sendable {
    private let isColored: Bool
    private let showsAll: Bool
    private let pool: BatchPool
    private let slots: PrintedSlots

    init(isColored: Bool, showsAll: Bool) {
        self.isColored = isColored
        self.showsAll = showsAll
        var keys = KeyRegistry()
        slots = PrintedSlots(&keys)
        pool = BatchPool(keys: KeyTable(keys))
    }

    func lines(_ payload: Payload) throws(WireError) -> [UInt8] {
        guard payload.signal != .metrics else {
            return showsAll ? Array("metrics: \(payload.items) data points\n".utf8) : []
        }
        let result: Result<String, WireError> = pool.withWorkbench { bench in
            do throws(WireError) {
                try payload.bytes.withBytes { (bytes) throws(WireError) in try bench.batch.scan(bytes, as: payload.signal) }
            } catch {
                return .failure(error)
            }
            var text = ""
            for item in 0..<bench.batch.itemCount {
                bench.batch.select(item)
                if let line = line(bench.batch) { text += line + "\n" }
            }
            return .success(text)
        }
        return Array(try result.get().utf8)
    }

    private func line(_ batch: borrowing Batch) -> String? {
        let role = batch.value(slots.role).text.map(Self.plain)
        guard role != nil || showsAll else { return nil }
        let service = batch.resourceValue(batch.resource, slots.service).text.map(Self.plain) ?? "-"
        let failure = batch.value(slots.errorClass).text.map(Self.plain)
        var parts = [
            paint(Self.time(batch.end > 0 ? batch.end : batch.start), .dim), Self.column(service, 14),
            paint(Self.column(role ?? "-", 9), role == "call" ? .bold : .dim), Self.column(what(batch), 28), Self.column(tokens(batch), 20),
            paint(Self.column(cost(batch), 11), .green), Self.duration(batch),
        ]
        if let failure { parts.append(paint(failure, .red)) } else if batch.status == 2 { parts.append(paint("error", .red)) }
        return parts.joined(separator: " ")
    }

    /// The model of a call, or the name of the span.
    private func what(_ batch: borrowing Batch) -> String {
        for slot in [slots.responseModel, slots.requestModel] {
            if let model = batch.value(slot).text, !model.isEmpty { return Self.plain(model) }
        }
        return Self.plain(batch.name)
    }

    private func tokens(_ batch: borrowing Batch) -> String {
        guard let input = batch.value(slots.input).int else { return "" }
        let output = batch.value(slots.output).int.map(Self.grouped) ?? "?"
        return "\(Self.grouped(input)) → \(output)"
    }

    private func cost(_ batch: borrowing Batch) -> String {
        if let cost = batch.value(slots.cost).double { return "$" + Self.decimal(cost, 6) }
        return batch.value(slots.role).text.map { $0 == "call" } == true && batch.value(slots.input).int != nil ? "unpriced" : ""
    }

    // MARK: - Pieces

    private enum Ink: String { case dim = "2", bold = "1", green = "32", red = "31" }

    private func paint(_ text: String, _ ink: Ink) -> String { isColored ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text }

    /// Text of the telemetry without control characters, which could play tricks with a terminal.
    private static func plain(_ text: Text) -> String {
        var result = String.UnicodeScalarView()
        for scalar in String(text.prefix(200)).unicodeScalars {
            result.append(scalar.properties.generalCategory == .control ? "·" : scalar)
        }
        return String(result)
    }

    private static func column(_ text: String, _ width: Int) -> String {
        text.count > width ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
    }

    private static func time(_ unixNanoseconds: UInt64) -> String {
        var seconds = time_t(clamping: unixNanoseconds / 1_000_000_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func duration(_ batch: borrowing Batch) -> String {
        guard batch.end >= batch.start, batch.start > 0, batch.signal == .traces else { return column("", 8) }
        let seconds = Double(batch.end - batch.start) / 1e9
        let text = seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\(decimal(seconds, seconds < 10 ? 2 : 1)) s"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }

    private static func grouped(_ number: Int64) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    private static func decimal(_ number: Double, _ places: Int) -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        let count = withVaList([Int32(places), number]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
        return String(decoding: buffer.prefix(max(0, min(Int(count), 63))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The attributes that are printed.
struct PrintedSlots: Sendable {
    let role, service, requestModel, responseModel, input, output, cost, errorClass: Slot

    init(_ keys: inout KeyRegistry) {
        role = keys.slot("weir.role")
        service = keys.slot("service.name")
        requestModel = keys.slot("gen_ai.request.model")
        responseModel = keys.slot("gen_ai.response.model")
        input = keys.slot("gen_ai.usage.input_tokens")
        output = keys.slot("gen_ai.usage.output_tokens")
        cost = keys.slot("gen_ai.usage.cost_usd")
        errorClass = keys.slot("weir.error.class")
    }
}
