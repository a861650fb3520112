import Glibc
import OTLP
import Settings
import Synchronization
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct FileReceiverTests {
    private let folder = Folder()
    private let requests: [(bytes: [UInt8], signal: Signal)] = [
        (Captured.traces(), .traces), (Captured.logs("two\nlines"), .logs), (Captured.metrics("calls"), .metrics),
    ]

    /// Runs a receiver; `whileIdle` is called each time it has nothing to do, and ends it by giving false.
    private func received(
        _ settings: String, budget: Budget = Budget(limitBytes: 64 << 20), serves: [Signal] = Signal.allCases, meters: Meters = Meters(),
        whileIdle: @escaping @Sendable (Int) -> Bool = { _ in false }
    ) async throws -> [Taken.Request] {
        let taken = Taken()
        let idle = Mutex(0)
        let clock = Clock(
            unixNanoseconds: { 1 }, monotonicNanoseconds: { 1 },
            sleep: { _ in
                let count = idle.withLock {
                    $0 += 1; return $0
                }
                guard whileIdle(count) else { throw CancellationError() }
            }, random: { 0.5 })
        let context = Context(name: "receivers.file", clock: clock, budget: budget, meters: meters)
        let receiver = try FileReceiver(try Captured.settings(FileReceiverSettings.self, "{ \(settings) }"), context)
        do { try await receiver.run(taken.outlet(context, serves)) } catch is CancellationError {}
        return taken.requests
    }

    private func write(_ name: String, _ settings: String, _ requests: [(bytes: [UInt8], signal: Signal)]) async throws {
        let exporter = FileExporter(
            try Captured.settings(FileSettings.self, "{ path = \"\(folder.file(name))\", \(settings) }"), Context(name: "exporters.file"))
        for request in requests { try await exporter.export(Captured.payload(request.bytes, request.signal)) }
    }

    private func line(_ name: String) -> [UInt8] {
        (try? RecordFormat.line(Captured.payload(Captured.traces(name: name)))) ?? []
    }

    // MARK: - Once

    @Test(arguments: [
        #"format = "json""#, #"format = "proto""#, #"format = "proto", framing = "uint32""#, #"compression = "gzip""#,
        #"format = "proto", compression = "gzip""#,
    ])
    func `every form that the file exporter writes is found out and read`(settings: String) async throws {
        try await write("in", settings, requests)
        let found = try await received("path = \"\(folder.file("in"))\"")
        #expect(found.map(\.bytes) == requests.map(\.bytes))
        #expect(found.map(\.signal) == requests.map(\.signal))
    }

    @Test func `a single body is one request, of the signal its content shows`() async throws {
        for request in requests {
            folder.write("body", request.bytes)
            let found = try await received("path = \"\(folder.file("body"))\"")
            #expect(found.map(\.bytes) == [request.bytes])
            #expect(found.map(\.signal) == [request.signal])
        }
    }

    @Test func `a JSON document of several lines is one request`() async throws {
        let text = String(decoding: line("chat"), as: UTF8.self).replacing("{\"", with: "{\n  \"")
        folder.write("in.json", Array(text.utf8))
        #expect(try await received("path = \"\(folder.file("in.json"))\"").map(\.bytes) == [Captured.traces()])
    }

    @Test func `several files are read, and empty ones hold nothing`() async throws {
        folder.write("a.jsonl", line("a"))
        folder.write("b.jsonl", line("b") + line("c"))
        folder.write("empty", [])
        let paths = ["a.jsonl", "b.jsonl", "empty"].map { "\"\(folder.file($0))\"" }.joined(separator: ", ")
        #expect(try await received("paths = [\(paths)]").count == 3)
    }

    @Test func `what is no request is passed over and counted`() async throws {
        let meters = Meters()
        folder.write(
            "in.jsonl",
            Array("not json\n\n{\"resourceSpans\":[{]}\n{}\n".utf8) + line("good") + Array("{\"resourceSpans\":[{\"res".utf8))
        let found = try await received("path = \"\(folder.file("in.jsonl"))\"", meters: meters)
        #expect(found.map(\.bytes) == [Captured.traces(name: "good")])
        #expect(meters.samples.first { $0.name == "weir_receiver_file_malformed_total" }?.value == 4)
    }

    @Test func `a line over the limit is passed over, also when it comes in pieces`() async throws {
        let meters = Meters()
        folder.write("in.jsonl", [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000) + [10] + line("good"))
        let found = try await received("path = \"\(folder.file("in.jsonl"))\", max_record = \"1KiB\", format = \"json\"", meters: meters)
        #expect(found.count == 1)
        #expect(meters.samples.first { $0.name == "weir_receiver_file_malformed_total" }?.value == 1)
    }

    @Test func `gzip that was cut off gives what came before`() async throws {
        try await write("in.gz", #"compression = "gzip""#, requests)
        folder.write("in.gz", Array(folder.read("in.gz").dropLast(12)))
        #expect(try await received("path = \"\(folder.file("in.gz"))\"").map(\.signal) == [.traces, .logs])
    }

    @Test func `a signal that no pipeline takes is passed over`() async throws {
        try await write("in", #"format = "json""#, requests)
        #expect(try await received("path = \"\(folder.file("in"))\"", serves: [.logs]).map(\.signal) == [.logs])
    }

    @Test func `a file that is not there ends the run`() async {
        await #expect(throws: CaptureTrouble.self) { try await received("path = \"\(folder.file("none"))\"") }
    }

    @Test func `a full pipeline makes it wait, and nothing is lost`() async throws {
        folder.write("in.jsonl", line("a") + line("b"))
        let budget = Budget(limitBytes: 1 << 20)
        let held = Mutex(budget.reserve(1 << 20))
        let found = try await received("path = \"\(folder.file("in.jsonl"))\"", budget: budget) { count in
            if count == 3 { held.withLock { $0 = nil } }
            return count < 10
        }
        #expect(found.count == 2)
    }

    // MARK: - Following

    @Test func `a followed file is read as it grows, and only whole lines`() async throws {
        let (folder, a, b) = (folder, line("a"), line("b"))
        folder.write("in.jsonl", a)
        let found = try await received("path = \"\(folder.file("in.jsonl"))\", follow = true") { count in
            switch count {
            case 1: folder.write("in.jsonl", Array(b.prefix(30)), appending: true)
            case 2: folder.write("in.jsonl", Array(b.dropFirst(30)), appending: true)
            case 3: return true
            default: return false
            }
            return true
        }
        #expect(found.map(\.bytes) == [Captured.traces(name: "a"), Captured.traces(name: "b")])
    }

    @Test func `a file that takes its place is read from its beginning, after the rest of the old one`() async throws {
        let (folder, a, b, c) = (folder, line("a"), line("b"), line("c"))
        folder.write("in.jsonl", a)
        let found = try await received("path = \"\(folder.file("in.jsonl"))\", follow = true") { count in
            if count == 1 {
                folder.write("in.jsonl", b, appending: true)
                rename(folder.file("in.jsonl"), folder.file("in.jsonl.1"))
            }
            if count == 2 { folder.write("in.jsonl", c) }
            return count < 5
        }
        #expect(found.map(\.bytes) == ["a", "b", "c"].map { Captured.traces(name: $0) })
    }

    @Test func `a file that was cut short is read from its beginning`() async throws {
        let (folder, a, b) = (folder, line("a"), line("b"))
        folder.write("in.jsonl", a + a)
        let found = try await received("path = \"\(folder.file("in.jsonl"))\", follow = true") { count in
            if count == 1 { folder.write("in.jsonl", b) }
            return count < 4
        }
        #expect(found.map(\.bytes) == ["a", "a", "b"].map { Captured.traces(name: $0) })
    }

    @Test func `a followed file need not be there yet`() async throws {
        let (folder, a) = (folder, line("a"))
        let found = try await received("path = \"\(folder.file("in.jsonl"))\", follow = true") { count in
            if count == 2 { folder.write("in.jsonl", a) }
            return count < 5
        }
        #expect(found.count == 1)
    }

    @Test func `with a state the next start goes on where this one ended`() async throws {
        let settings = "path = \"\(folder.file("in.jsonl"))\", state = \"\(folder.file("state"))\""
        folder.write("in.jsonl", line("a") + line("b"))
        #expect(try await received(settings).count == 2)
        folder.write("in.jsonl", line("c"), appending: true)
        #expect(try await received(settings).map(\.bytes) == [Captured.traces(name: "c")])
        #expect(try await received(settings).isEmpty)
    }

    // MARK: - Settings

    @Test(arguments: [
        "follow = false", #"path = "-", follow = true"#, #"path = "a", format = "json", framing = "varint""#, #"paths = ["a", "a"]"#,
    ])
    func `settings that make no sense are mistakes`(settings: String) {
        #expect(throws: Mistakes.self) { try Captured.settings(FileReceiverSettings.self, "{ \(settings) }") }
    }
}

/// Takes whatever a receiver submits.
final class Taken: Sendable {
    struct Request: Sendable {
        let signal: Signal
        let bytes: [UInt8]
    }

    private let list = Mutex<[Request]>([])

    var requests: [Request] { list.withLock { $0 } }

    func outlet(_ context: Context, _ signals: [Signal]) -> Outlet {
        let pool = BatchPool(keys: context.keys.table)
        var lanes: [Signal: [Lane]] = [:]
        for signal in signals {
            lanes[signal] = [
                Lane(
                    name: signal.name, signal: signal, beginnings: [], processors: [], connectors: [], sinks: [TakingSink(list: self)],
                    queues: [], pool: pool, context: context)
            ]
        }
        return Outlet(lanes: lanes, counts: ReceiverCounts(receiver: "file", meters: context.meters), context: context)
    }

    fileprivate func take(_ payload: Payload) {
        list.withLock { $0.append(Request(signal: payload.signal, bytes: payload.bytes.array)) }
    }
}

private struct TakingSink: Sink {
    static let kind = "taking"
    static let summary = "takes everything, for tests"
    private let list: Taken

    init(list: Taken) { self.list = list }
    init(_ settings: NoSettings, _ context: Context) { list = Taken() }

    func take(_ payload: Payload) { list.take(payload) }
}
