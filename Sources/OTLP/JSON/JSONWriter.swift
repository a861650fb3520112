import Wire

/// Writes one message as JSON, going through its bytes once.
///
/// Fields of one message may come in any order and more than once. So those of a message are noted first, which skips over nested ones,
/// and then written in the order of their numbers.
struct JSONWriter: ~Copyable {
    var out: [UInt8]
    /// How many U+FFFD were written for bytes that are not UTF-8.
    var repairs = 0
    let origin: UnsafeRawPointer
    private let count: Int
    private let shapes = JSONSchema.shared.shapes
    /// The fields noted of the messages that are open, a stack.
    private var notes: [Note] = []
    /// For every field of the open messages' shapes, its first and last note; -1 where it is absent.
    private var ends: [(first: Int, last: Int)] = []

    /// One occurrence of a field, kept small: a sender may repeat a field of two bytes millions of times.
    struct Note {
        /// The number on the wire; or where the bytes begin, counted from the origin.
        let bits: UInt64
        /// How many bytes there are, -1 for a number.
        private let size: Int32
        private var follower: Int32 = -1

        init(number: UInt64) {
            bits = number
            size = -1
        }

        init(start: Int, count: Int) {
            bits = UInt64(truncatingIfNeeded: start)
            size = Int32(truncatingIfNeeded: count)
        }

        var isBytes: Bool { size >= 0 }
        var start: Int { Int(truncatingIfNeeded: bits) }
        var count: Int { Int(max(size, 0)) }

        /// The field's next occurrence, -1 after the last.
        var next: Int {
            get { Int(follower) }
            set { follower = Int32(truncatingIfNeeded: newValue) }
        }
    }

    init(_ message: UnsafeRawBufferPointer, into out: [UInt8]) {
        let reader = WireReader(message)
        origin = reader.origin
        count = message.count
        self.out = out
    }

    consuming func take() -> [UInt8] { out }

    mutating func root(_ shape: Int) throws(WireError) {
        // Places and counts of notes have 31 bits.
        guard count <= 1 << 30 else { throw WireError(.tooLarge, at: 0) }
        notes.append(Note(start: 0, count: count))
        try object(shape, note: 0, isMerged: false, depth: 1)
    }

    /// A message; where `isMerged`, the note's followers are further parts of it.
    private mutating func object(_ place: Int, note: Int, isMerged: Bool, depth: Int) throws(WireError) {
        let shape = shapes[place]
        let base = ends.count
        let mark = notes.count
        for _ in shape.fields.indices { ends.append((-1, -1)) }
        var part = note
        repeat {
            try gather(notes[part], shape, base)
            part = isMerged ? notes[part].next : -1
        } while part >= 0
        if shape.isAnyValue, depth > JSONEncoding.depthLimit, nests(shape, base) {
            opaque(note, isMerged)
        } else {
            try members(shape, base, depth)
        }
        ends.removeLast(ends.count - base)
        notes.removeLast(notes.count - mark)
    }

    /// Whether a message is among the members noted.
    private func nests(_ shape: JSONShape, _ base: Int) -> Bool {
        shape.fields.indices.contains { shape.fields[$0].kind == .message && ends[base + $0].first >= 0 }
    }

    /// Notes the fields of one part of a message.
    private mutating func gather(_ part: Note, _ shape: JSONShape, _ base: Int) throws(WireError) {
        var reader = WireReader(origin: origin, from: origin + part.start, to: origin + part.start + part.count)
        while !reader.isAtEnd {
            let tag = try reader.tag()
            guard let index = shape.place(number: tag >> 3) else {
                try reader.skip(tag)
                continue
            }
            let field = shape.fields[index]
            guard tag & 7 == field.kind.wireType || (field.isRepeated && field.kind.isPackable && tag & 7 == WireType.bytes) else {
                throw WireError(.wrongWireType, at: reader.offset)
            }
            let note = try JSONWriter.note(tag, &reader)
            if field.oneof != 0 { forget(othersOf: field, shape, base) }
            append(note, to: base + index, isScalar: !field.isRepeated && field.kind != .message)
        }
    }

    /// Of a scalar only the last occurrence counts, so the one before is forgotten.
    private mutating func append(_ note: Note, to place: Int, isScalar: Bool) {
        let last = ends[place].last
        if last < 0 {
            ends[place] = (notes.count, notes.count)
        } else if isScalar {
            notes[last] = note
            return
        } else {
            notes[last].next = notes.count
            ends[place].last = notes.count
        }
        notes.append(note)
    }

    private static func note(_ tag: UInt64, _ reader: inout WireReader) throws(WireError) -> Note {
        switch tag & 7 {
        case WireType.varint: return Note(number: try reader.varint())
        case WireType.fixed64: return Note(number: try reader.fixed64())
        case WireType.fixed32: return Note(number: UInt64(try reader.fixed32()))
        default:
            let content = try reader.message()
            return Note(start: content.offset, count: content.end - content.position)
        }
    }

    /// Of a oneof's members, the last on the wire holds.
    private mutating func forget(othersOf field: JSONField, _ shape: JSONShape, _ base: Int) {
        for index in shape.fields.indices {
            let other = shape.fields[index]
            if other.oneof == field.oneof, other.number != field.number { ends[base + index] = (-1, -1) }
        }
    }

    // MARK: - Members

    private mutating func members(_ shape: JSONShape, _ base: Int, _ depth: Int) throws(WireError) {
        out.append(123)
        let start = out.count
        for index in shape.fields.indices where ends[base + index].first >= 0 {
            try member(shape.fields[index], ends[base + index], isFirst: out.count == start, depth)
        }
        out.append(125)
    }

    private mutating func member(_ field: JSONField, _ ends: (first: Int, last: Int), isFirst: Bool, _ depth: Int) throws(WireError) {
        if field.isRepeated { return try list(field, ends.first, isFirst: isFirst, depth) }
        let last = notes[ends.last]
        // Without presence, zero and empty are what a missing field means.
        if !field.hasPresence, last.isBytes ? last.count == 0 : isZero(last.bits, field.kind) { return }
        name(field, isFirst)
        if field.kind == .message {
            try object(field.shape, note: ends.first, isMerged: true, depth: depth + 1)
        } else {
            value(last, field.kind)
        }
    }

    private func isZero(_ bits: UInt64, _ kind: JSONKind) -> Bool {
        switch kind {
        case .int32, .uint32, .sint32, .enumeration: UInt32(truncatingIfNeeded: bits) == 0
        default: bits == 0
        }
    }

    private mutating func name(_ field: JSONField, _ isFirst: Bool) {
        if !isFirst { out.append(44) }
        out.append(contentsOf: field.label.bytes)
    }

    /// All occurrences of a repeated field, wherever they stood; nothing where they are packed and empty.
    private mutating func list(_ field: JSONField, _ first: Int, isFirst: Bool, _ depth: Int) throws(WireError) {
        let before = out.count
        name(field, isFirst)
        out.append(91)
        let start = out.count
        var next = first
        while next >= 0 {
            let note = notes[next]
            if field.kind == .message {
                if out.count > start { out.append(44) }
                try object(field.shape, note: next, isMerged: false, depth: depth + 1)
            } else if note.isBytes, field.kind.isPackable {
                try packed(note, field.kind, start)
            } else {
                if out.count > start { out.append(44) }
                value(note, field.kind)
            }
            next = note.next
        }
        if out.count == start {
            out.removeLast(out.count - before)
        } else {
            out.append(93)
        }
    }

    private mutating func packed(_ note: Note, _ kind: JSONKind, _ start: Int) throws(WireError) {
        var reader = WireReader(origin: origin, from: origin + note.start, to: origin + note.start + note.count)
        while !reader.isAtEnd {
            let number = try JSONWriter.note(kind.wireType, &reader)
            if out.count > start { out.append(44) }
            value(number, kind)
        }
    }

    /// An AnyValue too deep to be opened, as the bytes it is.
    private mutating func opaque(_ note: Int, _ isMerged: Bool) {
        var bytes: [UInt8] = []
        var part = note
        repeat {
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: origin + notes[part].start, count: notes[part].count))
            part = isMerged ? notes[part].next : -1
        } while part >= 0
        out.append(contentsOf: "{\"bytesValue\":\"".utf8)
        bytes.withUnsafeBytes { Base64.append($0, to: &out) }
        out.append(contentsOf: "\"}".utf8)
    }
}
