import OTLP
import Settings

/// What `[receivers.file]` may say.
struct FileReceiverSettings: Configurable {
    enum Format: String, CaseIterable, Sendable { case auto, json, proto }
    enum Framing: String, CaseIterable, Sendable { case auto, varint, uint32, none }
    enum SignalWord: String, CaseIterable, Sendable { case traces, metrics, logs }

    let paths: [String]
    let follow: Bool
    let poll: Duration
    let format: Format
    let framing: Framing
    let signal: Signal?
    let recordBytes: Int
    let state: String?

    init(from keys: inout KeyReader) {
        let one = keys.string(optional: "path", help: "the file to read, gzip or not; \"-\" is standard input")
        let several = keys.strings("paths", default: [], help: "several files, read side by side")
        follow = keys.bool(
            "follow", default: false, help: "wait for more, also in the file that takes its place; false: read to the end, once")
        poll = keys.duration(
            "poll", default: .milliseconds(250), in: .milliseconds(10) ... .seconds(60), help: "how often a followed file is looked at")
        format = keys.choice("format", default: .auto, help: "one OTLP/JSON request a line, or protobuf; auto looks at the content")
        framing = keys.choice(
            "framing", default: .auto, help: "what stands before each message of format proto; none: the file is one request")
        signal = keys.choice(optional: "signal", of: SignalWord.self, help: "of the requests; without it their content tells")
            .flatMap { Signal(name: $0.rawValue) }
        recordBytes = keys.size("max_record", default: 64 << 20, in: 1024...(1 << 30), help: "larger requests are passed over and counted")
        state = keys.string(
            optional: "state", help: "a file that remembers how far was read; without it every start begins at the beginning")
        paths = (one.map { [$0] } ?? []) + several
        check(keys)
    }

    private func check(_ keys: KeyReader) {
        if paths.isEmpty { keys.mistake("no file is given", hint: "add path = \"telemetry.jsonl\"") }
        for (place, path) in paths.enumerated() where path.isEmpty { keys.mistake("path \(place + 1) is empty") }
        if Set(paths).count < paths.count { keys.mistake("a path is given twice") }
        if follow, paths.contains("-") { keys.mistake(at: "follow", "standard input is read to its end", hint: "leave out follow") }
        if format == .json, framing != .auto { keys.mistake(at: "framing", "needs format = \"proto\"") }
    }

    var shape: CaptureShape? {
        switch (format, framing) {
        case (.json, _): .lines
        case (_, .varint): .varint
        case (_, .uint32): .uint32
        case (_, .none): .body
        case (_, .auto): nil
        }
    }
}
