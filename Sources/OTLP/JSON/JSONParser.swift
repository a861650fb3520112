import Wire

/// Reads one message from JSON straight into wire bytes.
struct JSONParser: ~Copyable {
    private var reader: JSONReader
    private var draft: WireDraft
    private var decoded: [UInt8] = []
    private let limit: Int
    private let shapes = JSONSchema.shared.shapes

    init(_ text: UnsafeRawBufferPointer, limit: Int) {
        reader = JSONReader(text)
        draft = WireDraft(reserving: max(0, min(text.count, limit) / 2))
        self.limit = limit
    }

    consuming func finished() -> [UInt8] { draft.finished() }

    mutating func root(_ shape: Int) throws(JSONError) {
        try object(shape, depth: 1)
        _ = reader.next()
        if reader.at < reader.text.count { throw JSONError(.afterEnd, at: reader.at) }
    }

    private mutating func object(_ place: Int, depth: Int) throws(JSONError) {
        try reader.expect(123, or: .wrongType)
        guard depth <= JSONDecoding.depthLimit else { throw JSONError(.tooDeep, at: reader.at) }
        if reader.take(125) { return }
        let shape = shapes[place]
        var seen: UInt64 = 0
        repeat {
            guard reader.next() == 34 else { throw reader.failure(.unexpected) }
            let found = shape.place(name: try reader.string())
            try reader.expect(58)
            guard let found else {
                try reader.skip(JSONDecoding.depthLimit * 3 - depth)
                continue
            }
            let bit: UInt64 = 1 << UInt64(found & 63)
            try member(shape.fields[found], isAgain: seen & bit != 0, depth)
            seen |= bit
            if draft.size > limit { throw JSONError(.tooLarge, at: reader.at) }
        } while try reader.goesOn(125)
    }

    private mutating func member(_ field: JSONField, isAgain: Bool, _ depth: Int) throws(JSONError) {
        if reader.take("null") { return }
        if field.isRepeated { return try list(field, depth) }
        if field.kind == .message { return try message(field, depth) }
        // A zero without presence says nothing, unless it takes back what was said before.
        try value(field, keepsZero: field.oneof != 0 || isAgain)
    }

    private mutating func message(_ field: JSONField, _ depth: Int) throws(JSONError) {
        let open = draft.open(field.number)
        try object(field.shape, depth: depth + 1)
        draft.close(open)
    }

    // MARK: - Lists

    private mutating func list(_ field: JSONField, _ depth: Int) throws(JSONError) {
        try reader.expect(91, or: .wrongType)
        if reader.take(93) { return }
        if field.kind.isPackable { return try packed(field) }
        repeat {
            if field.kind == .message {
                try element(field, depth)
            } else {
                try value(field, keepsZero: true)
            }
            if draft.size > limit { throw JSONError(.tooLarge, at: reader.at) }
        } while try reader.goesOn(93)
    }

    /// A message in a list. Null among AnyValues is an empty one, so that the others keep their places.
    private mutating func element(_ field: JSONField, _ depth: Int) throws(JSONError) {
        if shapes[field.shape].isAnyValue, reader.take("null") { return draft.close(draft.open(field.number)) }
        try message(field, depth)
    }

    private mutating func packed(_ field: JSONField) throws(JSONError) {
        let open = draft.open(field.number)
        repeat {
            write(try bits(field), field.kind)
            if draft.size > limit { throw JSONError(.tooLarge, at: reader.at) }
        } while try reader.goesOn(93)
        draft.close(open)
    }

    // MARK: - Values

    private mutating func value(_ field: JSONField, keepsZero: Bool) throws(JSONError) {
        if field.kind.isPackable {
            let bits = try bits(field)
            if bits == 0, !keepsZero { return }
            draft.varint(field.number << 3 | field.kind.wireType)
            return write(bits, field.kind)
        }
        let start = reader.at
        let text = try reader.string()
        if text.isEmpty, !keepsZero { return }
        if field.kind == .text { return draft.field(field.number, text.buffer) }
        decoded.removeAll(keepingCapacity: true)
        let isRight = field.kind == .hex ? Hex.decode(text, to: &decoded) : Base64.decode(text, to: &decoded)
        guard isRight else { throw JSONError(field.kind == .hex ? .badHex : .badBase64, at: start) }
        decoded.withUnsafeBytes { draft.field(field.number, $0) }
    }

    private mutating func write(_ bits: UInt64, _ kind: JSONKind) {
        switch kind.wireType {
        case WireType.fixed64: draft.fixed64(bits)
        case WireType.fixed32: draft.fixed32(UInt32(truncatingIfNeeded: bits))
        default: draft.varint(bits)
        }
    }

    /// A bool's, number's or enum's bits on the wire.
    private mutating func bits(_ field: JSONField) throws(JSONError) -> UInt64 {
        if field.kind == .bool {
            if reader.take("true") { return 1 }
            if reader.take("false") { return 0 }
            throw reader.failure(.wrongType)
        }
        let first = reader.next()
        let start = reader.at
        let isQuoted = first == 34
        guard isQuoted || first == 45 || first &- 48 < 10 else { throw reader.failure(.wrongType) }
        let text = isQuoted ? try reader.string() : try reader.number()
        if field.kind == .double {
            guard let value = isQuoted ? JSONNumber.quoted(text) : JSONNumber.double(text) else {
                throw JSONError(isQuoted ? .badNumber : .outOfRange, at: start)
            }
            return value.bitPattern
        }
        if let value = JSONNumber.integer(text, field.kind) { return value }
        if isQuoted, field.kind == .enumeration { return try word(text, field, start) }
        throw JSONError(.outOfRange, at: start)
    }

    private func word(_ text: Text, _ field: JSONField, _ start: Int) throws(JSONError) -> UInt64 {
        for place in field.words.indices where Text(field.words[place].name.bytes) == text {
            return UInt64(bitPattern: Int64(field.words[place].value))
        }
        throw JSONError(.unknownWord, at: start)
    }
}
