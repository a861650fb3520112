import Wire

/// Attributes of points, scopes and resources as text: what labels are made of.
enum AttributeReader {
    /// `KeyValue` (common.proto) with its value as text.
    static func read(_ entry: Text) -> (key: String, value: String)? {
        var reader = entry.reader
        var key = ""
        var value = ""
        while !reader.isAtEnd {
            guard let tag = try? reader.varint() else { return nil }
            switch tag {
            case 1 << 3 | WireType.bytes:
                guard let text = try? reader.text() else { return nil }
                key = String(text)
            case 2 << 3 | WireType.bytes:
                guard let text = try? reader.text() else { return nil }
                value = render(text, depth: 0, quoted: false)
            default:
                guard (try? reader.skip(tag)) != nil else { return nil }
            }
        }
        return key.isEmpty ? nil : (key, value)
    }

    /// `AnyValue`: strings as they are, other scalars as text, lists and maps as JSON.
    private static func render(_ value: Text, depth: Int, quoted: Bool) -> String {
        var reader = value.reader
        var result = quoted ? "null" : ""
        while !reader.isAtEnd, let tag = try? reader.varint() {
            switch tag {
            case 1 << 3 | WireType.bytes:
                guard let text = try? reader.text() else { return result }
                result = quoted ? JSONText.quote(String(text)) : String(text)
            case 2 << 3 | WireType.varint: result = (try? reader.varint()) == 0 ? "false" : "true"
            case 3 << 3 | WireType.varint: result = String(Int64(bitPattern: (try? reader.varint()) ?? 0))
            case 4 << 3 | WireType.fixed64: result = String(describing: Double(bitPattern: (try? reader.fixed64()) ?? 0))
            case 5 << 3 | WireType.bytes, 6 << 3 | WireType.bytes:
                guard let list = try? reader.text(), depth < 8 else { return result }
                result = tag >> 3 == 5 ? "[" + elements(list, depth) + "]" : "{" + entries(list, depth) + "}"
            default:
                guard (try? reader.skip(tag)) != nil else { return result }
            }
        }
        return result
    }

    private static func elements(_ list: Text, _ depth: Int) -> String {
        parts(list).map { render($0, depth: depth + 1, quoted: true) }.joined(separator: ",")
    }

    private static func entries(_ list: Text, _ depth: Int) -> String {
        parts(list).map { part in
            var key = Text.empty
            var value = Text.empty
            var reader = part.reader
            while !reader.isAtEnd, let tag = try? reader.varint() {
                if tag == 1 << 3 | WireType.bytes, let text = try? reader.text() {
                    key = text
                } else if tag == 2 << 3 | WireType.bytes, let text = try? reader.text() {
                    value = text
                } else if (try? reader.skip(tag)) == nil {
                    break
                }
            }
            return JSONText.quote(String(key)) + ":" + render(value, depth: depth + 1, quoted: true)
        }.joined(separator: ",")
    }

    /// Field 1 of an ArrayValue or KeyValueList, as often as it occurs.
    private static func parts(_ list: Text) -> [Text] {
        var reader = list.reader
        var parts: [Text] = []
        while !reader.isAtEnd, let tag = try? reader.varint() {
            if tag == 1 << 3 | WireType.bytes, let text = try? reader.text() {
                parts.append(text)
            } else if (try? reader.skip(tag)) == nil {
                break
            }
        }
        return parts
    }
}

/// JSON strings (RFC 8259).
enum JSONText {
    static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
