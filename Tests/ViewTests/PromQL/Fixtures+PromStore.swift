import Admin
import Foundation
import Testing

@testable import Store
@testable import View

/// A real store in a folder of its own, asked through the Prometheus API. Its clock stands at 2026-11-23T14:00:00Z.
final class PromStore: Sendable {
    static let second: Int64 = 1_000_000_000
    static let minute = 60 * second
    static let hour = 60 * minute
    static let now: Int64 = 1_795_442_400 * second

    private let folder: Folder
    let store: Store

    init() throws {
        folder = Folder(NSTemporaryDirectory() + "weir-prom-" + UUID().uuidString)
        store = try Store(
            Store.Settings(folder: folder, maximumAge: 3_650 * 24 * Self.hour, maximumBytes: 10 << 30) { Self.now }, content: Silent())
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    private struct Silent: ContentReader {
        func json(_ block: [UInt8], at places: [Int]) -> [String?] { places.map { _ in nil } }
    }

    /// Each call is a trace of its own, numbered from `first` on.
    func take(_ calls: [SpanRecord], first: UInt64 = 1) async throws {
        let spans = calls.enumerated().map { number, call in
            var span = call
            span.address = SpanAddress(trace: TraceID(high: 1, low: first + UInt64(number)), span: call.address.span)
            return span
        }
        try await store.append(Load(spans: spans))
    }

    func get(_ path: String, _ parameters: [(String, String)]) async -> AdminAnswer {
        let pages = ViewPages(queries: store, http: "", grpc: "") { Self.now }.everything(send: nil)
        let query = parameters.map { "\(Query.encoded($0.0))=\(Query.encoded($0.1))" }.joined(separator: "&")
        let below = pages.filter { $0.path.hasSuffix("/*") && path.hasPrefix($0.path.dropLast()) }
        guard let page = pages.last(where: { $0.path == path }) ?? below.max(by: { $0.path.count < $1.path.count }) else {
            return .text("no page", status: 404)
        }
        return await page.answer(AdminRequest(path: path, query: query.isEmpty ? nil : query))
    }

    /// The values of an instant query by the values of some labels, joined by spaces.
    func values(_ query: String, by labels: String..., before: Int64 = 0) async throws -> [String: Double] {
        let answer = await get("/api/v1/query", [("query", query), ("time", String((Self.now - before) / Self.second))])
        let data = try #require(JSONTree.read(answer.text)?.tree["data"], "\(answer.text)")
        var values: [String: Double] = [:]
        for one in data["result"]?.elements ?? [] {
            let key = labels.map { one["metric"]?[$0]?.string ?? "" }.joined(separator: " ")
            #expect(values[key] == nil, "twice: \(key)")
            values[key] = try #require(Double(one["value"]?.elements?.last?.string ?? ""))
        }
        return values
    }

    /// The one value of an instant query; nil without any.
    func value(_ query: String, before: Int64 = 0) async throws -> Double? {
        let values = try await values(query, before: before)
        #expect(values.count <= 1)
        return values.values.first
    }

    /// The points of a range query's only series, by seconds after its start.
    func points(_ query: String, last: Int64, step: String) async throws -> [Int64: Double] {
        let (start, end) = ((Self.now - last) / Self.second, Self.now / Self.second)
        let answer = await get(
            "/api/v1/query_range", [("query", query), ("start", String(start)), ("end", String(end)), ("step", step)])
        let result = try #require(JSONTree.read(answer.text)?.tree["data"]?["result"]?.elements, "\(answer.text)")
        #expect(result.count <= 1)
        var points: [Int64: Double] = [:]
        for point in result.first?["values"]?.elements ?? [] {
            let time = try #require(point.elements?.first.flatMap { Int64($0.written()) })
            points[time - start] = Double(point.elements?.last?.string ?? "")
        }
        return points
    }
}

extension SpanRecord {
    /// A call of a model, so many nanoseconds before now: 100 tokens in, 10 out, a tenth of a cent.
    static func call(
        before: Int64, model: String = "gpt-4o", service: String = "app", environment: String = "prod", operation: String = "chat",
        error: String = "", seconds: Double = 1, cost: Int64? = 1_000_000, input: Int64 = 100, output: Int64 = 10
    ) -> SpanRecord {
        let start = PromStore.now - before
        let key = SeriesKey(
            environment: environment, service: service, role: "call", operation: operation, provider: "openai", model: model,
            outcome: error)
        guard let span = SpanID(7) else { preconditionFailure("7 is not 0") }
        var record = SpanRecord(
            address: SpanAddress(trace: TraceID(high: 1, low: 1), span: span), series: key, name: "chat", start: start,
            end: start + Int64(seconds * 1e9))
        record.input = error.isEmpty ? input : nil
        record.output = error.isEmpty ? output : nil
        record.costNano = error.isEmpty ? cost : nil
        record.status = error.isEmpty ? 0 : 2
        return record
    }
}
