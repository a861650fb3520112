import Settings

/// What `[exporters.file]` may say.
struct FileSettings: Configurable {
    enum Format: String, CaseIterable, Sendable { case json, proto }
    enum Framing: String, CaseIterable, Sendable { case varint, uint32 }
    enum Compression: String, CaseIterable, Sendable { case none, gzip }
    /// When what was written is forced onto the disk.
    enum Sync: String, CaseIterable, Sendable { case never, second, always }

    let path: String
    let format: Format
    let framing: Framing
    let compression: Compression
    let sync: Sync
    let rotate: Rotation?

    init(from keys: inout KeyReader) {
        path = keys.string("path", help: "the file, such as \"weir-data/telemetry.jsonl\"; its folder is made")
        format = keys.choice("format", default: .json, help: "one request a line, or length-delimited messages")
        framing = keys.choice(
            "framing", default: .varint, help: "what stands before each message of format proto; uint32 is the Collector's")
        compression = keys.choice("compression", default: .none, help: "each record a gzip member of its own; name the file .gz yourself")
        sync = keys.choice("sync", default: .never, help: "forced onto the disk when the system likes, each second, or with every request")
        rotate = keys.table(optional: "rotate", help: "when a new file is begun; without it one file grows")
        if path.isEmpty || path.hasSuffix("/") { keys.mistake(at: "path", "names no file") }
        if path == "-" { keys.mistake(at: "path", "is no file", hint: "the exporter 'stdout' writes to standard output") }
        if framing == .uint32, format == .json { keys.mistake(at: "framing", "needs format = \"proto\"") }
    }
}

/// When a file is put aside for a new one: `rotate = { size = "100MiB", age = "24h", keep = 10 }`.
struct Rotation: Configurable {
    let sizeBytes: Int?
    let age: Duration?
    let keep: Int

    init(from keys: inout KeyReader) {
        sizeBytes = keys.size(optional: "size", in: 1024 ... .max, help: "a file does not grow beyond this, but for one record")
        age = keys.duration(optional: "age", in: .seconds(1) ... .forever, help: "a file is not written longer than this")
        keep = keys.int("keep", default: 10, in: 1...10_000, help: "older files that stay: PATH.1 is the newest of them")
        if sizeBytes == nil, age == nil { keys.mistake("no limit is given", hint: "add size = \"100MiB\" or age = \"24h\"") }
    }
}
