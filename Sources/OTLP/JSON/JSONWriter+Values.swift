import Wire

extension JSONWriter {
    /// A value that is no message: 64-bit integers in quotes, as JSON's readers often have doubles only.
    mutating func value(_ note: Note, _ kind: JSONKind) {
        let bits = note.bits
        switch kind {
        case .bool: out.append(contentsOf: bits == 0 ? "false".utf8 : "true".utf8)
        case .int32, .sfixed32, .enumeration: integer(Int64(Int32(truncatingIfNeeded: bits)))
        case .uint32, .fixed32: integer(Int64(UInt32(truncatingIfNeeded: bits)))
        case .sint32:
            let small = UInt32(truncatingIfNeeded: bits)
            integer(Int64(Int32(bitPattern: small >> 1) ^ -Int32(small & 1)))
        case .int64, .sfixed64: quoted(Int64(bitPattern: bits))
        case .sint64: quoted(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1))
        case .uint64, .fixed64: quoted(bits)
        case .double: double(Double(bitPattern: bits))
        case .text: repairs += JSONString.append(bytes(note), to: &out)
        case .hex, .base64:
            out.append(34)
            if kind == .hex { Hex.append(bytes(note).buffer, to: &out) } else { Base64.append(bytes(note).buffer, to: &out) }
            out.append(34)
        case .message: break
        }
    }

    private func bytes(_ note: Note) -> Text { Text(base: origin + note.start, count: note.count) }

    private mutating func integer(_ value: Int64) {
        if value < 0 { out.append(45) }
        decimal(value.magnitude)
    }

    private mutating func quoted(_ value: some FixedWidthInteger) {
        out.append(34)
        if value < 0 { out.append(45) }
        decimal(UInt64(truncatingIfNeeded: value.magnitude))
        out.append(34)
    }

    /// Without a String: a time in nanoseconds is too long for one on the stack.
    private mutating func decimal(_ value: UInt64) {
        if value < 10 { return out.append(48 &+ UInt8(truncatingIfNeeded: value)) }
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
            var rest = value
            var first = digits.count
            while rest > 0 {
                first -= 1
                digits[first] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            out.append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[first...]))
        }
    }

    /// The shortest decimal that reads back as the same number; whole ones without a point, but for -0.0, which as -0 would lose its
    /// sign in readers that have integers. JSON has no NaN and no infinity.
    private mutating func double(_ value: Double) {
        if value.isNaN { return out.append(contentsOf: "\"NaN\"".utf8) }
        if value.isInfinite { return out.append(contentsOf: value < 0 ? "\"-Infinity\"".utf8 : "\"Infinity\"".utf8) }
        let text = value.description
        out.append(contentsOf: text.hasSuffix(".0") && text != "-0.0" ? text.utf8.dropLast(2) : text.utf8[...])
    }
}
