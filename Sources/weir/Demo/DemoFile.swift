import Glibc

/// OTLP/JSON lines in a temporary file that only we can read.
struct DemoFile {
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    let path: String

    init(lines: [String]) throws(Trouble) {
        let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(directory)/weir-demo-XXXXXX.jsonl".utf8CString)
        let descriptor = mkstemps(&name, Int32(".jsonl".utf8.count))
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw Trouble(description: "\(directory): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        for line in lines where !Self.write(Array((line + "\n").utf8), to: descriptor) {
            let reason = String(cString: strerror(errno))
            remove()
            throw Trouble(description: "\(path): \(reason)")
        }
    }

    func remove() { unlink(path) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}
