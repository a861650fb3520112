import Glibc
import OTLP
import Synchronization
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct FileExporterTests {
    private let folder = Folder()

    private func exporter(_ settings: String, clock: Clock = .system) throws -> FileExporter {
        FileExporter(
            try Captured.settings(FileSettings.self, "{ path = \"\(folder.file("out"))\"\(settings.isEmpty ? "" : ", ")\(settings) }"),
            Context(name: "exporters.file", clock: clock))
    }

    /// The records of a file of the folder, as protobuf.
    private func records(_ name: String = "out") -> [[UInt8]] { Self.records(of: folder.file(name)) }

    private static func records(of path: String) -> [[UInt8]] {
        guard let source = try? CaptureSource(path) else { return [] }
        var found: [[UInt8]] = []
        while let step = try? source.next() {
            guard case .request(let request) = step else { break }
            found.append((try? request.protobuf(signal: nil))?.bytes.array ?? [])
        }
        return found
    }

    // MARK: - Forms

    @Test(arguments: [
        "", #"compression = "gzip""#, #"format = "proto""#, #"format = "proto", framing = "uint32""#,
        #"format = "proto", compression = "gzip""#, #"sync = "always""#,
    ])
    func `what was exported is in the file, request by request`(settings: String) async throws {
        let requests = [Captured.traces(), Captured.logs("hello\nworld"), Captured.metrics("calls")]
        let exporter = try exporter(settings)
        for (request, signal) in zip(requests, [Signal.traces, .logs, .metrics]) {
            try await exporter.export(Captured.payload(request, signal))
        }
        #expect(records() == requests)
    }

    @Test func `a request is a line of OTLP JSON`() async throws {
        try await exporter("").export(Captured.payload(Captured.logs("two\nlines"), .logs))
        let text = String(decoding: folder.read("out"), as: UTF8.self)
        #expect(text.hasPrefix(#"{"resource"#) && text.hasSuffix("}\n"))
        #expect(text.filter { $0 == "\n" }.count == 1)
    }

    @Test func `each export is a gzip member of its own`() async throws {
        let exporter = try exporter(#"compression = "gzip", format = "proto""#)
        for _ in 0..<3 { try await exporter.export(Captured.payload(Captured.traces())) }
        let bytes = folder.read("out")
        #expect((0..<bytes.count - 2).filter { bytes[$0...].starts(with: [0x1F, 0x8B, 8]) }.count == 3)
    }

    @Test func `the corpus comes back from each form as it went in`() async throws {
        let bodies = Captured.corpus("openai_v2").prefix(40)
        guard !bodies.isEmpty else { return print("skipped: the shared corpus is not here") }
        for (number, settings) in [#"format = "json""#, #"format = "proto""#, #"compression = "gzip""#].enumerated() {
            let path = folder.file("corpus\(number)")
            let exporter = FileExporter(
                try Captured.settings(FileSettings.self, "{ path = \"\(path)\", \(settings) }"), Context(name: "exporters.file"))
            for body in bodies { try await exporter.export(Captured.payload(Folder.read(body.path), body.signal)) }
            let found = Self.records(of: path)
            #expect(found.count == bodies.count)
            // JSON leaves out what protobuf's writer may spell out; the SDKs' bodies hold nothing of the kind.
            for (record, body) in zip(found, bodies) { #expect(record.count == Folder.read(body.path).count, "\(body.path)") }
            if settings.contains("proto") { #expect(found == bodies.map { Folder.read($0.path) }) }
        }
    }

    // MARK: - Crashes

    @Test(arguments: ["", #"compression = "gzip""#, #"format = "proto""#, #"format = "proto", framing = "uint32""#])
    func `after a crash what was half written goes, what was whole stays`(settings: String) async throws {
        let request = Captured.traces()
        do {
            let exporter = try exporter(settings)
            for _ in 0..<2 { try await exporter.export(Captured.payload(request)) }
        }
        let whole = folder.read("out")
        for cut in [1, whole.count / 4, whole.count / 2 - 2] {
            folder.write("out", Array(whole.dropLast(cut)))
            try await exporter(settings).export(Captured.payload(request))
            #expect(records() == [request, request], "cut by \(cut)")
        }
        folder.write("out", whole)
        try await exporter(settings).export(Captured.payload(request))
        #expect(records() == [request, request, request])
    }

    @Test(arguments: ["", #"compression = "gzip""#, #"format = "proto""#, #"format = "proto", framing = "uint32""#])
    func `somebody else's file is left alone`(settings: String) async throws {
        let foreign = Array("a letter to my mother, without a line's end".utf8)
        folder.write("out", foreign)
        await #expect(throws: ExportError.self) { try await exporter(settings).export(Captured.payload(Captured.traces())) }
        #expect(folder.read("out") == foreign)
    }

    // MARK: - Rotation

    @Test func `a file does not grow beyond its size, and only so many stay`() async throws {
        let exporter = try exporter(#"rotate = { size = "1KiB", keep = 2 }"#)
        for number in 0..<30 { try await exporter.export(Captured.payload(Captured.traces(name: "span \(number)"))) }
        #expect(folder.names == ["out", "out.1", "out.2"])
        for name in folder.names { #expect(folder.read(name).count <= 1024) }
        let kept = (records("out.2") + records("out.1") + records("out"))
        #expect(kept.count >= 6)
        #expect(kept == (30 - kept.count..<30).map { Captured.traces(name: "span \($0)") })
    }

    @Test func `a file is not written longer than its age`() async throws {
        let clock = HandClock()
        let exporter = try exporter(#"rotate = { age = "1h" }"#, clock: clock.clock)
        for minutes in [0, 59, 61, 62, 130] {
            clock.set(minutes: minutes)
            try await exporter.export(Captured.payload(Captured.traces()))
        }
        #expect(records("out.2").count == 2)
        #expect(records("out.1").count == 2)
        #expect(records("out").count == 1)
    }

    @Test func `a file gets no older by a clock that was set back`() async throws {
        let clock = HandClock()
        let exporter = try exporter(#"rotate = { age = "1h" }"#, clock: clock.clock)
        for minutes in [6000, 0, 59, 61] {
            clock.set(minutes: minutes)
            try await exporter.export(Captured.payload(Captured.traces()))
        }
        #expect(records("out.1").count == 3)
        #expect(records("out").count == 1)
    }

    // MARK: - The world

    @Test func `nobody else may read the file, and its folder is made`() async throws {
        let path = folder.file("a")
        let exporter = FileExporter(
            try Captured.settings(FileSettings.self, "{ path = \"\(path)/x.jsonl\" }"), Context(name: "exporters.file"))
        #expect(!folder.names.contains("a"))
        try await exporter.export(Captured.payload(Captured.traces()))
        var info = stat()
        #expect(stat("\(path)/x.jsonl", &info) == 0)
        #expect(info.st_mode & 0o777 == 0o600)
        unlink("\(path)/x.jsonl")
    }

    @Test func `a full disk is worth another try, and says where`() async throws {
        let settings = try Captured.settings(FileSettings.self, #"{ path = "/dev/full" }"#)
        let exporter = FileExporter(settings, Context(name: "exporters.file"))
        do throws(ExportError) {
            try await exporter.export(Captured.payload(Captured.traces()))
            Issue.record("/dev/full took it")
        } catch {
            guard case .retry(_, let reason) = error else { throw error }
            #expect("\(reason)" == "/dev/full: cannot write: No space left on device")
        }
    }

    @Test func `a file that was moved away is begun anew`() async throws {
        let exporter = try exporter("")
        try await exporter.export(Captured.payload(Captured.traces()))
        rename(folder.file("out"), folder.file("moved"))
        try await exporter.export(Captured.payload(Captured.traces()))
        #expect(records("moved").count == 1)
        #expect(records("out").count == 1)
    }

    @Test func `two exporters do not write the same file`() async throws {
        let first = try exporter("")
        try await first.export(Captured.payload(Captured.traces()))
        await #expect(throws: ExportError.self) { try await exporter("").export(Captured.payload(Captured.traces())) }
        #expect(records().count == 1)
    }
}

/// A clock that is set by hand.
final class HandClock: Sendable {
    private let nanoseconds = Atomic<UInt64>(1_700_000_000_000_000_000)

    func set(minutes: Int) { nanoseconds.store(1_700_000_000_000_000_000 + UInt64(minutes) * 60_000_000_000, ordering: .relaxed) }

    var clock: Clock {
        Clock(
            unixNanoseconds: { self.nanoseconds.load(ordering: .relaxed) },
            monotonicNanoseconds: { self.nanoseconds.load(ordering: .relaxed) },
            sleep: { _ in
                try Task.checkCancellation(); await Task.yield()
            }, random: { 0.5 })
    }
}
