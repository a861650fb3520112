import OTLP
import Pipeline
import Wire

/// Makes lines for people of a request.
final class LinePrinter: Sendable {
    private let ink: Ink
    private let showsAll: Bool
    private let keys: PrintedKeys
    private let pool: BatchPool

    init(ink: Ink, showsAll: Bool) {
        self.ink = ink
        self.showsAll = showsAll
        keys = PrintedKeys()
        pool = BatchPool(keys: keys.table)
    }

    func lines(_ payload: Payload) throws(WireError) -> [UInt8] {
        let result: Result<String, WireError> = pool.withWorkbench { bench in
            do throws(WireError) {
                try payload.bytes.withBytes { (bytes) throws(WireError) in try bench.batch.scan(bytes, as: payload.signal) }
            } catch {
                return .failure(error)
            }
            switch payload.signal {
            case .traces: return .success(spans(bench.batch))
            case .logs: return .success(logs(bench.batch))
            case .metrics: return .success(metrics(bench.batch))
            }
        }
        return Array(try result.get().utf8)
    }

    // MARK: - Spans

    private func spans(_ batch: borrowing Batch) -> String {
        var text = ""
        for item in 0..<batch.itemCount {
            batch.select(item)
            guard showsAll || isGenAI(batch) else { continue }
            text += SpanLine(batch, keys).text(ink) + "\n"
        }
        return text
    }

    private func isGenAI(_ batch: borrowing Batch) -> Bool {
        !batch.value(keys.role).isAbsent || !batch.value(keys.operation).isAbsent || !batch.value(keys.provider).isAbsent
            || !batch.value(keys.system).isAbsent
    }

    // MARK: - Others

    /// One short line a record: what happened, or its text.
    private func logs(_ batch: borrowing Batch) -> String {
        var text = ""
        for item in 0..<batch.itemCount {
            batch.select(item)
            let severity = batch.note.isEmpty ? "log" : Column.plain(batch.note).lowercased()
            let said = batch.name.isEmpty ? batch.body.text.map(Column.plain) ?? "" : Column.plain(batch.name)
            text += head(batch.start > 0 ? batch.start : batch.end, batch)
            text += ink.paint(Column.left(severity, 9), Self.color(ofSeverity: batch.kind)) + " " + Column.fitted(said, 100) + "\n"
        }
        return text
    }

    /// Severity numbers: logs.proto, 13 warns and 17 is an error.
    private static func color(ofSeverity number: UInt8) -> Ink.Color { number >= 17 ? .red : number >= 13 ? .yellow : .dim }

    /// One short line a request.
    private func metrics(_ batch: borrowing Batch) -> String {
        guard batch.itemCount > 0 else { return "" }
        var names: [String] = []
        for item in 0..<batch.itemCount {
            batch.select(item)
            let name = Column.plain(batch.name)
            if !names.contains(name) { names.append(name) }
        }
        batch.select(0)
        let points = batch.weight
        return Column.blanks(13) + service(batch) + ink.paint(Column.left("metrics", 9), .dim)
            + " \(Figure.grouped(Int64(points))) point\(points == 1 ? "" : "s"): " + Column.fitted(names.joined(separator: ", "), 100)
            + "\n"
    }

    private func head(_ time: UInt64, _ batch: borrowing Batch) -> String {
        ink.paint(time == 0 ? Column.blanks(12) : Figure.time(unixNanoseconds: time), .dim) + " " + service(batch)
    }

    private func service(_ batch: borrowing Batch) -> String {
        let name = batch.resourceValue(batch.resource, keys.service).text.map(Column.plain) ?? "-"
        return ink.paint(Column.left(name, SpanLine.serviceWidth), .cyan) + " "
    }
}
