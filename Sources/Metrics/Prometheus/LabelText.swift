import Wire

/// Makes the label part of a series' line, `a="b",c="d"`, from OTLP attributes.
struct LabelText {
    private var names: [String: String] = [:]

    /// The text of `pairs` (label name → value): sorted by name, empty values left out; values of one name are joined with `;`.
    static func render(_ pairs: [(name: String, value: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        let sorted = pairs.sorted { $0.name < $1.name }
        var i = 0
        while i < sorted.count {
            var end = i + 1
            while end < sorted.count, sorted[end].name == sorted[i].name { end += 1 }
            let value = end == i + 1 ? sorted[i].value : sorted[i..<end].map(\.value).joined(separator: ";")
            if !value.isEmpty {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
                append(sorted[i].name, value, to: &bytes)
            }
            i = end
        }
        return bytes
    }

    static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(contentsOf: Array("\\\\".utf8))
            case UInt8(ascii: "\""): bytes.append(contentsOf: Array("\\\"".utf8))
            case UInt8(ascii: "\n"): bytes.append(contentsOf: Array("\\n".utf8))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The pairs of a text that `render` made.
    static func parse(_ text: [UInt8]) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        var i = 0
        while let equals = text[i...].firstIndex(of: UInt8(ascii: "=")) {
            let name = String(decoding: text[i..<equals], as: UTF8.self)
            var value: [UInt8] = []
            i = equals + 2
            while i < text.count, text[i] != UInt8(ascii: "\"") {
                if text[i] == UInt8(ascii: "\\"), i + 1 < text.count {
                    i += 1
                    value.append(text[i] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : text[i])
                } else {
                    value.append(text[i])
                }
                i += 1
            }
            pairs.append((name, String(decoding: value, as: UTF8.self)))
            i = min(i + 2, text.count)
        }
        return pairs
    }

    /// Attributes as label pairs, in the order of their original keys, which is the order in which values of one name are joined.
    mutating func pairs(_ attributes: [Text]) -> [(name: String, value: String)] {
        let read = attributes.compactMap { AttributeReader.read($0) }
        let ordered = read.count > 1 ? read.sorted { $0.key < $1.key } : read
        var pairs: [(name: String, value: String)] = []
        var last: String?
        for (key, value) in ordered {
            if key == last { pairs.removeLast() }
            pairs.append((name(of: key), value))
            last = key
        }
        return pairs
    }

    private mutating func name(of key: String) -> String {
        if let known = names[key] { return known }
        if names.count > 4096 { names.removeAll() }
        let name = PrometheusName.label(key)
        names[key] = name
        return name
    }
}
