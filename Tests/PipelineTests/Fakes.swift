import OTLP
import Settings
import Synchronization
import Wire

@testable import Pipeline

/// A receiver that sends what a test gives it.
struct FakeReceiver: Receiver {
    static let kind = "fake"
    static let summary = "For tests."
    static let signals: Set<Signal> = [.traces, .logs]
    struct Settings: Configurable {
        let port: Int
        init(from keys: inout KeyReader) { port = keys.int("port", default: 1, help: "a port") }
    }
    let context: Context

    init(_ settings: Settings, _ context: Context) { self.context = context }

    func run(_ outlet: Outlet) async throws {
        context.ready()
        for _ in 0..<5 { _ = await outlet.submit(Spans.request(count: 3), .traces) }
    }
}

struct FakeProcessor: Processor {
    static let kind = "mark"
    static let summary = "For tests."
    typealias Settings = NoSettings
    let slot: Slot
    let runs: Counter

    init(_ settings: NoSettings, _ context: Context) {
        slot = context.keys.slot("marked")
        runs = context.meters.counter("mark_runs_total", help: "For tests.")
    }

    func run() async throws { runs.add() }

    func process(_ batch: inout Batch) {
        for item in 0..<batch.itemCount {
            batch.select(item)
            batch.set(slot, .bool(true))
        }
    }
}

struct FakeConnector: Connector {
    static let kind = "count"
    static let summary = "For tests."
    static let edge = (from: Signal.traces, to: Signal.metrics)
    typealias Settings = NoSettings
    let observed = Shared(0)

    init(_ settings: NoSettings, _ context: Context) {}

    func observe(_ batch: borrowing Batch) {
        let count = batch.itemCount
        observed.change { $0 += count }
    }

    func run(_ outlet: Outlet) async throws {}
}

/// An exporter that fails as often as told, and keeps what it delivered.
struct FakeExporter: Exporter {
    static let kind = "keep"
    static let summary = "For tests."
    static let signals: Set<Signal> = [.traces, .metrics]
    struct Settings: Configurable {
        let failures: Int
        let refuses: Bool
        init(from keys: inout KeyReader) {
            failures = keys.int("failures", default: 0, help: "failures before the first success")
            refuses = keys.bool("refuses", default: false, help: "refuse everything")
        }
    }
    struct Trouble: Error {}
    let settings: Settings
    let context: Context
    let attempts = Shared(0)

    init(_ settings: Settings, _ context: Context) {
        self.settings = settings
        self.context = context
    }

    func export(_ payload: Payload) async throws(ExportError) {
        attempts.change { $0 += 1 }
        if settings.refuses { throw .refused(Trouble()) }
        if attempts.value <= settings.failures { throw .retry(after: nil, Trouble()) }
        let bytes = payload.bytes.array
        context.board.publish(context.name) { [("bytes", "\(bytes)")] }
    }
}

struct FakeSink: Sink {
    static let kind = "drop"
    static let summary = "For tests."
    typealias Settings = NoSettings

    init(_ settings: NoSettings, _ context: Context) {}

    func take(_ payload: Payload) {}
}

/// A value behind a lock.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>
    init(_ value: Value) { state = Mutex(value) }
    var value: Value { state.withLock { $0 } }
    func change(_ body: @Sendable (inout Value) -> Void) { state.withLock { body(&$0) } }
}

extension Catalog {
    static let fake = Catalog([
        .receiver(FakeReceiver.self), .processor(FakeProcessor.self), .connector(FakeConnector.self), .exporter(FakeExporter.self),
        .sink(FakeSink.self),
    ])
}

/// Requests of spans.
enum Spans {
    static func request(count: Int, validIDs: Bool = true) -> Bytes {
        var request = WireWriter()
        request.field(1) { resource in
            resource.field(2) { scope in
                for number in 0..<count {
                    scope.field(2) { span in
                        span.field(1, bytes: [UInt8](repeating: 7, count: validIDs ? 16 : 5))
                        span.field(2, bytes: [UInt8](repeating: UInt8(number + 1), count: 8))
                    }
                }
            }
        }
        return .copy(of: request.bytes)
    }
}
