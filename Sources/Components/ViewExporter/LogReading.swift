import OTLP
import Store
import Wire

/// What a batch's selected log record brings: a note that it belongs to a span, or a call that has no span.
struct LogReading {
    /// A record of what was said, joined to its span.
    let note: LogRecordNote?
    /// The call that it stands for, as `weir.role` says.
    let call: SpanRecord?

    init(_ batch: borrowing Batch, _ keys: ViewKeys, _ content: ContentPolicy) {
        let time = Int64(clamping: batch.start == 0 ? batch.end : batch.start)
        let hash = StableHash.of(batch.itemBytes)
        let (high, low) = batch.traceNumbers
        note = SpanID(batch.spanNumber).flatMap { span in
            guard high | low != 0, Self.isAboutGenAI(batch, keys) else { return nil }
            var note = LogRecordNote(address: SpanAddress(trace: TraceID(high: high, low: low), span: span), time: time, hash: hash)
            if content == .keep { note.title = TitleReading.title(ofRecord: batch, keys) }
            return note
        }
        call = batch.value(keys.role).text.map { $0 == "call" } == true ? Self.call(batch, keys, content, time, hash) : nil
    }

    private static func isAboutGenAI(_ batch: borrowing Batch, _ keys: ViewKeys) -> Bool {
        batch.name.hasPrefix("gen_ai.") || batch.value(keys.eventName).text?.hasPrefix("gen_ai.") == true
            || batch.body.text?.hasPrefix("gen_ai.") == true || !batch.value(keys.role).isAbsent
    }

    /// A call without a span of its own is a trace of its own, unless the record names one.
    private static func call(
        _ batch: borrowing Batch, _ keys: ViewKeys, _ content: ContentPolicy, _ time: Int64, _ hash: UInt64
    ) -> SpanRecord? {
        guard let span = SpanID(hash) else { return nil }
        let (high, low) = batch.traceNumbers
        let trace = high | low == 0 ? TraceID(high: 0, low: hash) : TraceID(high: high, low: low)
        let seconds = batch.value(keys.durationMilliseconds)
        let length = (seconds.double ?? seconds.int.map(Double.init)).flatMap { Int64(scaled: $0 / 1000) } ?? 0
        var series = batch.seriesKey(keys)
        series.outcome = batch.value(keys.errorClass).text?.known ?? ""
        var record = SpanRecord(
            address: SpanAddress(trace: trace, span: span), series: series, name: batch.name.isEmpty ? "call" : batch.name.limited(300),
            start: time &- length, end: time)
        record.parent = high | low == 0 ? 0 : batch.spanNumber
        batch.fillCommon(&record, keys, content)
        return record
    }
}
