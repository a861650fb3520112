import CTOML
import Glibc

/// A settings file that is TOML, with the place of every key and value.
package struct Document: Sendable {
    package let root: Node
    package let mistakes: Mistakes
    /// Looks up variables for `${env:…}`.
    package let environment: @Sendable (String) -> String?

    private static let sizeLimit = 4 << 20

    /// Parses `text`. What is wrong with it is in `mistakes`; then the document is empty.
    package init(file: String, text: String, environment: @escaping @Sendable (String) -> String? = Document.processEnvironment) {
        self.environment = environment
        let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        mistakes = Mistakes(file: file, text: body)
        let builder = TreeBuilder()
        var fault = ctoml_fault()
        var bytes = body
        let parsed = bytes.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                ctoml_parse(
                    characters.baseAddress, characters.count, Unmanaged.passUnretained(builder).toOpaque(),
                    { context, node in
                        guard let context, let node else { return }
                        Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue().visit(node.pointee)
                    }, &fault)
            }
        }
        root = parsed ? builder.finish() : Node(key: "", keyPlace: .start, valuePlace: .start, content: .table([]))
        if !parsed {
            let message = withUnsafeBytes(of: &fault.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            let place = Place(line: max(Int(fault.place.line), 1), column: max(Int(fault.place.column), 1))
            mistakes.add(message, at: place)
        }
    }

    /// Reads a file. A message where it cannot be read.
    package static func load(_ path: String) -> Result<Document, LoadError> {
        guard let file = fopen(path, "r") else { return .failure(LoadError(path: path, reason: String(cString: strerror(errno)))) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= sizeLimit else { return .failure(LoadError(path: path, reason: "larger than 4 MiB")) }
        }
        if ferror(file) != 0 { return .failure(LoadError(path: path, reason: String(cString: strerror(errno)))) }
        guard !bytes.contains(0) else { return .failure(LoadError(path: path, reason: "holds NUL bytes: not a text file")) }
        return .success(Document(file: path, text: String(decoding: bytes, as: UTF8.self)))
    }

    package static let processEnvironment: @Sendable (String) -> String? = { name in
        getenv(name).map { String(cString: $0) }
    }

    /// A reader for the table `key`, empty where it is not given.
    package func reader(table key: String) -> KeyReader {
        reader(root[key] ?? Node(key: key, keyPlace: .start, valuePlace: .start, content: .table([])), path: key)
    }

    /// A reader for the table `node`, which is called `path` in messages.
    package func reader(_ node: Node, path: String) -> KeyReader {
        KeyReader(path: path, node: node, mistakes: mistakes, environment: environment)
    }
}

/// A settings file that cannot be read at all.
package struct LoadError: Error, CustomStringConvertible {
    package let path: String
    package let reason: String
    package var description: String { "\(path): error: \(reason)" }
}
