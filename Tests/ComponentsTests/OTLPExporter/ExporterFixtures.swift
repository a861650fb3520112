import Logging
import OTLP
import Settings
import Testing
import Wire

@testable import Components
@testable import Pipeline

/// What became of one delivery.
enum Outcome: Equatable, CustomStringConvertible {
    case delivered, refused
    case retry(Duration?)

    var description: String {
        switch self {
        case .delivered: "delivered"
        case .refused: "refused"
        case .retry(let after): "retry(\(after.map { "\($0)" } ?? "-"))"
        }
    }
}

/// An exporter made as the pipeline makes it, from a section's text.
struct ExporterUnderTest {
    let exporter: OTLPExporter
    let meters = Meters()

    init(_ endpoint: String, _ more: String = "", now: UInt64 = 0) throws {
        let text = "[exporters.otlp]\nendpoint = \"\(endpoint)\"\n\(more)"
        let document = try SettingsFile.load(text: text, name: "test.toml")
        let settings = try #require(document.sections(of: "exporters").first).read(as: OTLPExporterSettings.self)
        try #require(document.mistakes.isEmpty, "\(document.mistakes)")
        var clock = Clock.system
        clock.unixNanoseconds = { now }
        exporter = try OTLPExporter(settings, Context(name: "exporters.otlp", clock: clock, meters: meters))
    }

    func send(_ payload: Payload) async -> Outcome {
        do throws(ExportError) {
            try await exporter.export(payload)
            return .delivered
        } catch {
            switch error {
            case .retry(let after, _): return .retry(after)
            case .refused: return .refused
            }
        }
    }

    func total(_ name: String) -> Int { Int(meters.samples.filter { $0.name == name }.reduce(0) { $0 + $1.value }) }

    /// Runs it for the time of a test, so that its connections are closed in the end.
    func run(_ body: () async throws -> Void) async throws {
        let running = Task { try await exporter.run() }
        do { try await body() } catch {
            running.cancel()
            try await running.value
            throw error
        }
        running.cancel()
        try await running.value
    }
}

/// Requests whose items can be told apart.
enum Numbered {
    static func traces(_ numbers: Range<Int>) -> Payload {
        var writer = WireWriter()
        writer.field(1) { resource in
            resource.field(1) { $0.field(1) { $0.field(1, string: "service.name") } }
            resource.field(2) { scope in
                for number in numbers { scope.field(2) { $0.field(5, string: "span \(1000 + number)") } }
            }
        }
        return Payload(signal: .traces, bytes: .copy(of: writer.bytes), items: numbers.count, reservation: nil)
    }

    /// `count` metrics of two points each.
    static func metrics(_ count: Int) -> Payload {
        var writer = WireWriter()
        writer.field(1) { resource in
            resource.field(2) { scope in
                for number in 0..<count {
                    scope.field(2) { metric in
                        metric.field(1, string: "metric \(number)")
                        metric.field(5) { gauge in
                            for _ in 0..<2 { gauge.field(1) { $0.field(4, double: 1) } }
                        }
                    }
                }
            }
        }
        return Payload(signal: .metrics, bytes: .copy(of: writer.bytes), items: count * 2, reservation: nil)
    }

    /// The numbers of the spans in a request.
    static func numbers(_ request: [UInt8]) -> [Int] {
        var batch = Batch(keys: KeyTable([]))
        return request.withUnsafeBytes { bytes in
            guard (try? batch.scan(bytes, as: .traces)) != nil else { return [] }
            return (0..<batch.itemCount).map { item in
                batch.select(item)
                return (Int(String(batch.name.dropFirst(5))) ?? 0) - 1000
            }
        }
    }
}
