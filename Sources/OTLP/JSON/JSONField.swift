import CProtobufC

/// One field of a message: what the transcoders need of its descriptor.
struct JSONField: Sendable {
    let number: UInt64
    let kind: JSONKind
    let isRepeated: Bool
    /// Equal among the members of one oneof, 0 outside of them.
    let oneof: UInt32
    /// The place of its message's shape in the schema, -1 for anything else.
    let shape: Int
    /// In lowerCamelCase, with its quotes and colon.
    let label: Lasting<UInt8>
    /// An enum's values.
    let words: Lasting<Word>

    struct Word: Sendable {
        let name: Lasting<UInt8>
        let value: Int32
    }

    var hasPresence: Bool { oneof != 0 || kind == .message }

    /// Nil for a type that the contract does not use.
    init?(_ field: ProtobufCFieldDescriptor, in message: String, places: [UnsafeRawPointer: Int]) {
        let name = String(cString: field.name)
        guard let kind = JSONKind(field.type, name: name, message: message) else { return nil }
        number = UInt64(field.id)
        self.kind = kind
        isRepeated = field.label == PROTOBUF_C_LABEL_REPEATED
        let isMember = field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0
        oneof = isMember ? field.quantifier_offset : 0
        shape = kind == .message ? field.descriptor.flatMap { places[$0] } ?? -1 : -1
        label = Lasting(Array("\"\(JSONField.camel(name))\":".utf8))
        words = Lasting(kind == .enumeration ? JSONField.words(field.descriptor) : [])
    }

    private static func words(_ descriptor: UnsafeRawPointer?) -> [Word] {
        guard let list = descriptor?.assumingMemoryBound(to: ProtobufCEnumDescriptor.self).pointee else { return [] }
        return (0..<Int(list.n_values)).map { place in
            Word(name: Lasting(Array(String(cString: list.values[place].name).utf8)), value: Int32(list.values[place].value))
        }
    }

    static func camel(_ name: String) -> String {
        let parts = name.split(separator: "_")
        return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
