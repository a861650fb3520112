import Glibc
import OTLP
import Pipeline
import Settings
import Wire

/// Small requests, settings from TOML, and folders of their own for tests of files.
enum Captured {
    /// One span with valid ids. `resource` nil: no Resource message at all.
    static func traces(resource: [String: String]? = ["service.name": "shop"], name: String = "chat", _ attributes: [String: String] = [:])
        -> [UInt8]
    {
        var writer = WireWriter()
        writer.field(1) { spans in
            if let resource { spans.field(1) { message in write(resource, 1, &message) } }
            spans.field(2) { scope in
                scope.field(2) { span in
                    span.field(1, bytes: Array(1...16))
                    span.field(2, bytes: Array(1...8))
                    span.field(5, string: name)
                    span.field(7, fixed64: 1_700_000_000_000_000_000)
                    span.field(8, fixed64: 1_700_000_001_500_000_000)
                    write(attributes, 9, &span)
                }
            }
        }
        return writer.bytes
    }

    static func logs(_ body: String) -> [UInt8] {
        var writer = WireWriter()
        writer.field(1) {
            $0.field(2) {
                $0.field(2) { record in
                    record.field(1, fixed64: 1_700_000_000_000_000_000)
                    record.field(3, string: "INFO")
                    record.field(5) { $0.field(1, string: body) }
                }
            }
        }
        return writer.bytes
    }

    static func metrics(_ name: String) -> [UInt8] {
        var writer = WireWriter()
        writer.field(1) {
            $0.field(2) {
                $0.field(2) { metric in
                    metric.field(1, string: name)
                    metric.field(5) {
                        $0.field(1) { point in
                            point.field(3, fixed64: 1_700_000_000_000_000_000)
                            point.field(4, double: 1)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    private static func write(_ attributes: [String: String], _ number: UInt64, _ writer: inout WireWriter) {
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
            writer.field(number) { pair in
                pair.field(1, string: key)
                pair.field(2) { content in
                    if let int = Int64(value) {
                        content.field(3, int: int)
                    } else if value.contains("."), let double = Double(value) {
                        content.field(4, double: double)
                    } else {
                        content.field(1, string: value)
                    }
                }
            }
        }
    }

    /// The attributes of the first resource, as text.
    static func resource(of request: [UInt8]) -> [String: String] {
        request.withUnsafeBytes { bytes in
            var found: [String: String] = [:]
            guard let resource = first(1, Text(bytes)).flatMap({ first(1, $0) }) else { return found }
            var reader = resource.reader
            while let tag = try? reader.tag(), tag == 1 << 3 | 2, let pair = try? reader.text() {
                guard let key = first(1, pair) else { continue }
                found[String(key)] = first(2, pair).map(shown) ?? ""
            }
            return found
        }
    }

    private static func shown(_ value: Text) -> String {
        var reader = value.reader
        switch (try? reader.tag()) ?? 0 {
        case 1 << 3 | 2: return (try? reader.text()).map { String($0) } ?? "?"
        case 2 << 3: return (try? reader.varint()) == 1 ? "true" : "false"
        case 3 << 3: return (try? reader.varint()).map { "\(Int64(bitPattern: $0))" } ?? "?"
        case 4 << 3 | 1: return (try? reader.fixed64()).map { "\(Double(bitPattern: $0))" } ?? "?"
        default: return "?"
        }
    }

    private static func first(_ number: UInt64, _ message: Text) -> Text? {
        var reader = message.reader
        while let tag = try? reader.tag() {
            if tag == number << 3 | 2 { return try? reader.text() }
            guard (try? reader.skip(tag)) != nil else { return nil }
        }
        return nil
    }

    static func payload(_ request: [UInt8], _ signal: Signal = .traces) -> Payload {
        Payload(signal: signal, bytes: .copy(of: request), items: 1, reservation: nil)
    }

    /// Settings from an inline table.
    static func settings<C: Configurable>(_: C.Type, _ table: String) throws(Mistakes) -> C {
        let document = try SettingsFile.load(
            text: "[exporters]\nx = \(table)\n", name: "test.toml", environment: Environment(variables: [:]))
        let settings = document.sections(of: "exporters").first?.read(as: C.self)
        guard let settings, document.mistakes.isEmpty else { throw document.mistakes }
        return settings
    }

    /// Bodies of the shared corpus with their signal; none where it is absent.
    static func corpus(_ folder: String) -> [(path: String, signal: Signal)] {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let directory = "/\(root)/../shared/corpus/\(folder)"
        guard let listing = opendir(directory) else { return [] }
        defer { closedir(listing) }
        var found: [(String, Signal)] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            let parts = name.split(separator: ".")
            guard parts.count == 3, let signal = Signal(name: parts[1]) else { continue }
            found.append(("\(directory)/\(name)", signal))
        }
        return found.sorted { $0.0 < $1.0 }
    }
}

/// A folder that goes away with its owner.
final class Folder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/weir-test-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/tmp/weir-test" }
    }

    deinit {
        for name in names {
            unlink(path + "/" + name)
            rmdir(path + "/" + name)
        }
        rmdir(path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    var names: [String] {
        guard let listing = opendir(path) else { return [] }
        defer { closedir(listing) }
        var found: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { found.append(name) }
        }
        return found.sorted()
    }

    func read(_ name: String) -> [UInt8] { Self.read(file(name)) }

    static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
        return bytes
    }

    func write(_ name: String, _ bytes: [UInt8], appending: Bool = false) {
        guard let file = fopen(file(name), appending ? "a" : "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
