import OTLP
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct RecordSplitterTests {
    private static let requests = [Captured.traces(), Captured.traces(name: "second"), Captured.traces(resource: nil, ["a": "1"])]

    /// The same requests in each form.
    private static func file(_ shape: CaptureShape) throws -> [UInt8] {
        switch shape {
        case .lines: try requests.flatMap { try RecordFormat.line(Captured.payload($0)) }
        case .documents: try requests.flatMap { Array("{\n".utf8) + (try RecordFormat.line(Captured.payload($0))).dropFirst().dropLast() }
        case .body: requests[0]
        case .varint:
            requests.flatMap { request in
                var writer = WireWriter()
                writer.varint(UInt64(request.count))
                return writer.bytes + request
            }
        case .uint32: requests.flatMap { [0, 0, 0, UInt8(truncatingIfNeeded: $0.count)] + $0 }
        }
    }

    /// What comes out where the file comes in pieces of so many bytes.
    private static func split(_ file: [UInt8], by count: Int, name: String = "x") -> (
        records: [[UInt8]], shape: CaptureShape?, malformed: Int
    ) {
        var splitter = RecordSplitter(name: name, limitBytes: 1 << 20)
        var records: [[UInt8]] = []
        var malformed = 0
        func drain(_ isAtEnd: Bool) {
            while true {
                switch splitter.next(isAtEnd: isAtEnd) {
                case .record(let bytes, _): records.append(bytes.array)
                case .malformed: malformed += 1
                case .hungry: return
                }
            }
        }
        for start in stride(from: 0, to: file.count, by: max(count, 1)) {
            file[start...].prefix(count).withUnsafeBytes { splitter.feed($0) }
            drain(false)
        }
        drain(true)
        return (records, splitter.shape, malformed)
    }

    @Test(arguments: [CaptureShape.lines, .documents, .body, .varint, .uint32])
    func `however a file comes in pieces, it gives the same requests`(shape: CaptureShape) throws {
        let file = try Self.file(shape)
        let whole = Self.split(file, by: file.count)
        #expect(whole.shape == shape)
        #expect(whole.malformed == 0)
        #expect(whole.records.count == (shape == .body ? 1 : 3))
        for count in 1...40 {
            let found = Self.split(file, by: count)
            #expect(found.records == whole.records, "in pieces of \(count)")
        }
    }

    @Test(arguments: [CaptureShape.lines, .documents, .body, .varint, .uint32])
    func `a harmed file gives what is whole in it, and never stops the process`(shape: CaptureShape) throws {
        let file = try Self.file(shape)
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var harmed = file
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let place = Int.random(in: 0..<harmed.count, using: &dice)
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: harmed[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: harmed.remove(at: place)
                default: harmed.insert(UInt8.random(in: 0...255, using: &dice), at: place)
                }
            }
            let found = Self.split(harmed, by: Int.random(in: 1...harmed.count, using: &dice))
            #expect(found.records.reduce(0) { $0 + $1.count } <= harmed.count)
            for record in found.records {
                record.withUnsafeBytes { bytes in
                    _ = CaptureSignal.ofJSON(Text(bytes))
                    _ = CaptureSignal.ofProtobuf(Text(bytes))
                }
            }
        }
    }

    @Test func `an over-long message is passed over, and the next one read`() {
        let long = [UInt8](repeating: 0x0A, count: 2 << 20)
        let next = Captured.traces()
        let file = [0x00, 0x20, 0, 0] + long + [0, 0, 0, UInt8(truncatingIfNeeded: next.count)] + next
        let found = Self.split(file, by: 100_000)
        #expect(found.records == [next])
        #expect(found.malformed == 1)
    }

    @Test func `JSON requests may stand on one line, and braces in texts do not count`() {
        let text = #"{"a":"}{\"{"}{"b":[{}]} , {"c":1}"#
        let found = Self.split(Array(text.utf8), by: 5)
        #expect(found.records.map { String(decoding: $0, as: UTF8.self) } == [#"{"a":"}{\"{"}"#, #"{"b":[{}]}"#, #"{"c":1}"#])
    }

    @Test func `empty files hold nothing`() {
        for file in [[], [10], [32, 10, 13, 9]] as [[UInt8]] {
            let found = Self.split(file, by: 1)
            #expect(found.records.isEmpty && found.malformed == 0)
        }
    }

    @Test(arguments: [
        ("/a/traces-3.pb", Signal.traces), ("x/0001-chat.metrics.pb", .metrics), ("app.log.pb", .logs), ("spans.bin", .traces),
    ])
    func `a file's name can tell its signal`(path: String, signal: Signal) { #expect(CaptureSignal.ofName(path) == signal) }

    @Test func `the signal of every body of the corpus is seen in its content`() {
        let bodies = ["openai_v2", "openllmetry", "genai_openai_json", "strands"].flatMap { Captured.corpus($0) }
        guard !bodies.isEmpty else { return print("skipped: the shared corpus is not here") }
        for body in bodies {
            let seen = Folder.read(body.path).withUnsafeBytes { bytes in
                body.path.hasSuffix(".json") ? CaptureSignal.ofJSON(Text(bytes)) : CaptureSignal.ofProtobuf(Text(bytes))
            }
            #expect(seen == body.signal, "\(body.path)")
        }
    }
}
