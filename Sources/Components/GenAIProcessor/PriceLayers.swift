import GenAI
import Glibc
import Settings

/// The price tables of a pipeline file, read while it is checked, so that a mistake in one of them is shown with all others.
struct PriceLayers: Sendable {
    /// Nil where no table was asked for, or none could be read.
    var book: PriceBook?

    /// No price file is larger than this.
    private static let mostBytes = 16 << 20

    init() {}

    init(_ files: [String], _ keys: inout KeyReader) {
        var layers: [PriceFile] = []
        var builtin = 0
        for (place, file) in files.enumerated() {
            do {
                if file == "builtin" {
                    let ours = try PriceBook.builtinLayers()
                    layers += ours
                    if place == 0 { builtin = ours.count }
                } else if let bytes = Self.read(file) {
                    layers.append(try PriceParser.parse(bytes, name: file))
                } else {
                    keys.mistake(at: "prices", element: place, "price file '\(file)' cannot be read")
                }
            } catch {
                Self.show(error, place, &keys)
            }
        }
        guard !layers.isEmpty else { return }
        do { book = PriceBook(try PriceTable(layers, builtin: builtin)) } catch { Self.show(error, files.count - 1, &keys) }
    }

    private static func show(_ error: PriceMistakes, _ place: Int, _ keys: inout KeyReader) {
        for mistake in error.mistakes where mistake.severity == .error {
            keys.mistake(
                at: "prices", element: place, "\(mistake.file):\(mistake.line):\(mistake.column): \(mistake.message)", hint: mistake.hint)
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= mostBytes {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        return nil
    }
}
