import Foundation
import Synchronization

@testable import Store

/// A store in a folder of its own, with a clock that stands still.
final class Bench: Sendable {
    static let second: Int64 = 1_000_000_000
    static let hour = 3600 * second
    /// 2026-11-23T14:00:00Z.
    static let noon: Int64 = 1_795_442_400 * second

    let folder: Folder
    let clock = Mutex(Bench.noon)
    let maximumAge: Int64
    let maximumBytes: Int64

    init(maximumAge: Int64 = 30 * 24 * Bench.hour, maximumBytes: Int64 = 10 << 30) {
        folder = Folder(NSTemporaryDirectory() + "weir-store-" + UUID().uuidString)
        self.maximumAge = maximumAge
        self.maximumBytes = maximumBytes
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    func open(search: SearchBudget = .usual) throws -> Store {
        var settings = Store.Settings(folder: folder, maximumAge: maximumAge, maximumBytes: maximumBytes) { self.clock.withLock { $0 } }
        settings.search = search
        return try Store(settings, content: Echo())
    }

    /// The last `hours` until now.
    func last(_ hours: Int64) -> Filter {
        let now = clock.withLock { $0 }
        return Filter(range: TimeRange(from: now - hours * Bench.hour, to: now + 1))
    }
}

/// A block is a text with a line for each place.
struct Echo: ContentReader {
    func json(_ block: [UInt8], at places: [Int]) -> [String?] {
        let lines = String(decoding: block, as: UTF8.self).split(separator: "\n").map(String.init)
        return places.map { lines.indices.contains($0) ? lines[$0] : nil }
    }
}

extension SpanRecord {
    /// A call of a model: 1 s long, 100 tokens in, 10 out, a tenth of a cent.
    static func call(
        _ trace: UInt64, _ span: UInt64, parent: UInt64 = 0, at start: Int64, model: String = "gpt-4o", environment: String = "prod",
        conversation: String? = nil, error: String = "", seconds: Double = 1, cost: Int64? = 1_000_000
    ) -> SpanRecord {
        var record = make(
            trace, span, parent: parent, at: start, seconds: seconds,
            SeriesKey(
                environment: environment, service: "app", role: "call", operation: "chat", provider: "openai", model: model,
                outcome: error))
        record.conversation = conversation
        record.isFinalAnswer = error.isEmpty
        record.input = error.isEmpty ? 100 : nil
        record.output = error.isEmpty ? 10 : nil
        record.costNano = error.isEmpty ? cost : nil
        record.costSource = record.costNano == nil ? "unpriced" : "computed"
        record.status = error.isEmpty ? 0 : 2
        return record
    }

    static func agent(_ trace: UInt64, _ span: UInt64, parent: UInt64 = 0, at start: Int64, seconds: Double) -> SpanRecord {
        make(
            trace, span, parent: parent, at: start, seconds: seconds,
            SeriesKey(environment: "prod", service: "app", role: "agent", operation: "invoke_agent", agent: "planner"))
    }

    static func http(_ trace: UInt64, _ span: UInt64, at start: Int64, seconds: Double = 2) -> SpanRecord {
        var record = make(trace, span, parent: 0, at: start, seconds: seconds, SeriesKey(environment: "prod", service: "app"))
        record.name = "POST /ask"
        record.kind = 2
        record.route = "POST /ask"
        record.httpStatus = 200
        return record
    }

    private static func make(
        _ trace: UInt64, _ span: UInt64, parent: UInt64, at start: Int64, seconds: Double, _ series: SeriesKey
    ) -> SpanRecord {
        var record = SpanRecord(
            address: SpanAddress(trace: TraceID(high: 7, low: trace), span: SpanID(nonzero: span)), series: series,
            name: "span \(span)", start: start, end: start + Int64(seconds * 1e9))
        record.parent = parent
        return record
    }
}

extension SpanID {
    fileprivate init(nonzero number: UInt64) {
        guard let id = SpanID(number) else { preconditionFailure("a test's span has no id") }
        self = id
    }
}
