import OTLP
import Store
import Wire

/// The row of a batch's selected span. Nothing is interpreted here: `processors.genai` has, and what it did not say is unknown.
struct SpanReading {
    /// Nil for a span without ids.
    let record: SpanRecord?

    init(_ batch: borrowing Batch, _ keys: ViewKeys, _ content: ContentPolicy) {
        let (high, low) = batch.traceNumbers
        guard let span = SpanID(batch.spanNumber), high | low != 0 else {
            record = nil
            return
        }
        var record = SpanRecord(
            address: SpanAddress(trace: TraceID(high: high, low: low), span: span), series: batch.seriesKey(keys),
            name: batch.name.isEmpty ? "(unnamed)" : batch.name.limited(300), start: Int64(clamping: batch.start),
            end: Int64(clamping: batch.end))
        record.parent = batch.parentNumber
        record.kind = Int(batch.kind)
        record.status = Int(batch.status)
        batch.fillCommon(&record, keys, content)
        if record.isFailed || batch.status == 2 { record.statusMessage = batch.failureMessage(keys) }
        batch.fillHTTP(&record, keys)
        self.record = record
    }
}

extension Batch {
    /// What tells the selected item's series apart.
    func seriesKey(_ keys: ViewKeys) -> SeriesKey {
        let role = value(keys.role).text.map { $0.limited(20) } ?? ""
        let resource = resource
        var key = SeriesKey(
            environment: firstText(keys.environments, in: resource) ?? "(unset)",
            service: resourceValue(resource, keys.service).text?.known ?? "(unknown)", role: role)
        key.outcome = value(keys.errorClass).text?.known ?? (status == 2 ? "other" : "")
        guard !role.isEmpty else { return key }
        key.operation = value(keys.operation).text?.known ?? Self.operation(ofRole: role)
        key.agent = value(keys.agent).text?.known ?? ""
        guard role == "call" else { return key }
        key.provider = value(keys.provider).text?.known ?? ""
        key.model = value(keys.responseModel).text?.known ?? value(keys.requestModel).text?.known ?? "(unknown)"
        return key
    }

    private static func operation(ofRole role: String) -> String {
        switch role {
        case "tool": "execute_tool"
        case "agent": "invoke_agent"
        case "workflow": "invoke_workflow"
        case "retrieval": "retrieval"
        default: ""
        }
    }

    /// What spans and log records that stand for a call say alike.
    func fillCommon(_ record: inout SpanRecord, _ keys: ViewKeys, _ content: ContentPolicy) {
        record.conversation =
            value(keys.conversation).text.flatMap { $0.isEmpty ? nil : $0.limited(1024) }
        record.user = firstText(keys.users)
        record.errorType = value(keys.errorType).text?.known
        record.tool = value(keys.tool).text?.known
        guard !record.series.role.isEmpty else { return }
        record.toolCallID = value(keys.toolCallID).text?.known
        if record.series.role == "tool" { record.toolCallHash = toolCallHash(keys) }
        if content == .keep, record.conversation != nil { record.title = TitleReading.title(self, keys) }
        record.hasContent = content == .keep && hasContent(keys)
        if record.series.role == "call" { fillCall(&record, keys) }
    }

    private func fillCall(_ record: inout SpanRecord, _ keys: ViewKeys) {
        record.requestModel = value(keys.requestModel).text?.known
        record.input = count(of: keys.input)
        record.output = count(of: keys.output)
        record.cacheRead = count(of: keys.cacheRead)
        record.cacheWrite = count(of: keys.cacheCreation) ?? count(of: keys.cacheWrite)
        record.reasoning = count(of: keys.reasoning)
        record.costSource = value(keys.costSource).text?.known
        if record.costSource != "unpriced" { record.costNano = value(keys.cost).double.flatMap { Int64(scaled: $0) } }
        if record.costSource == "computed" {
            record.costInputNano = value(keys.costInput).double.flatMap { Int64(scaled: $0) }
            record.costOutputNano = value(keys.costOutput).double.flatMap { Int64(scaled: $0) }
        }
        record.costDetail = value(keys.costDetail).text?.known
        record.price = value(keys.costPrice).text?.known
        record.firstChunk = value(keys.firstChunk).double.flatMap { Int64(scaled: $0) }
        record.degraded = value(keys.degraded).text?.known
        record.finishReasons = finishReasons(keys)
        record.isFinalAnswer = !record.isFailed && !record.finishReasons.contains { $0.contains("tool") || $0 == "function_call" }
    }

    private func finishReasons(_ keys: ViewKeys) -> [String] {
        let value = value(keys.finishReasons)
        if let one = value.text?.known { return [one] }
        return value.elements.prefix(8).compactMap { $0.text?.known }
    }

    private func count(of slot: Slot) -> Int64? { value(slot).int.flatMap { $0 >= 0 ? $0 : nil } }

    /// The status's own words, else those of the last exception.
    fileprivate func failureMessage(_ keys: ViewKeys) -> String? {
        if !note.isEmpty { return note.limited(500) }
        for event in (0..<eventCount).reversed() {
            if let message = eventValue(event, keys.exceptionMessage).text, !message.isEmpty { return message.limited(500) }
        }
        return nil
    }

    fileprivate func fillHTTP(_ record: inout SpanRecord, _ keys: ViewKeys) {
        for slot in keys.httpStatuses {
            if let status = value(slot).int, 100...999 ~= status { record.httpStatus = Int(status) }
        }
        record.database = firstText(keys.databases)
        guard kind == 2 || kind == 3 else { return }
        let target = kind == 2 ? firstText(keys.routes) : firstText(keys.hosts)
        let method = firstText(keys.methods)
        if let target { record.route = method.map { "\($0) \(target)" } ?? target }
    }

    private func toolCallHash(_ keys: ViewKeys) -> UInt64? {
        for slot in keys.toolArguments {
            if let arguments = value(slot).text, !arguments.isEmpty { return StableHash.of(value(keys.tool).text ?? name, arguments) }
        }
        return nil
    }

    private func hasContent(_ keys: ViewKeys) -> Bool {
        for slot in keys.messages where !value(slot).isAbsent { return true }
        for message in keys.numberedMessages where !value(message.text).isAbsent { return true }
        return false
    }

    func firstText(_ slots: [Slot]) -> String? {
        for slot in slots { if let known = value(slot).text?.known { return known } }
        return nil
    }

    private func firstText(_ slots: [Slot], in resource: Int) -> String? {
        for slot in slots { if let known = resourceValue(resource, slot).text?.known { return known } }
        return nil
    }
}

extension Text {
    /// Nil where it is empty; cut to 200 bytes.
    var known: String? { isEmpty ? nil : limited(200) }

    /// At most so many bytes; what is cut ends in `…`.
    func limited(_ bytes: Int) -> String {
        guard count > bytes else { return String(self) }
        var end = bytes
        while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
        return String(prefix(end)) + "…"
    }
}

extension Int64 {
    /// Billionths of an amount that is there, finite, not negative and not absurd: nanodollars of dollars, nanoseconds of seconds.
    init?(scaled amount: Double) {
        guard amount.isFinite, amount >= 0, amount < 1e9 else { return nil }
        self = Int64((amount * 1e9).rounded())
    }
}

/// FNV-1a: for hashes that are stored, and so must stay what they are.
enum StableHash {
    static func of(_ texts: Text...) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }
}
