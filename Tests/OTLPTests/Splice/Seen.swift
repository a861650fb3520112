import OTLP

/// A value as a reader sees it, comparable between batch and oracle. Lists are compared by what they hold.
enum Seen: Equatable {
    case absent, empty
    case text([UInt8]), bool(Bool), int(Int64), double(UInt64), bytes([UInt8])
    case array([Seen])
    indirect case kvlist([Entry])

    struct Entry: Equatable {
        let key: [UInt8]
        let value: Seen
    }

    init(_ value: Value) {
        switch value.kind {
        case .absent: self = .absent
        case .empty: self = .empty
        case .string: self = .text(Array((value.text ?? .empty).buffer))
        case .bool: self = .bool(value.bool ?? false)
        case .int: self = .int(value.int ?? 0)
        case .double: self = .double(value.double?.bitPattern ?? 0)
        case .bytes: self = .bytes(Array((value.bytes ?? .empty).buffer))
        case .array: self = .array(value.elements.map { Seen($0) })
        case .kvlist: self = .kvlist(value.entries.map { Entry(key: Array($0.key.buffer), value: Seen($0.value)) })
        }
    }

    /// An AnyValue in the oracle's hands.
    init(_ message: Message?) {
        guard let message else {
            self = .empty
            return
        }
        switch message.chosen(1) {
        case 1: self = .text(message.bytes(1))
        case 2: self = .bool((message.scalar(2, Int32.self) ?? 0) != 0)
        case 3: self = .int(message.scalar(3, Int64.self) ?? 0)
        case 4: self = .double(message.scalar(4, UInt64.self) ?? 0)
        case 5: self = .array(message.child(5)?.elements(1).map { Seen($0) } ?? [])
        case 6: self = .kvlist(message.child(6)?.elements(1).map { Entry(key: $0.bytes(1), value: Seen($0.child(2))) } ?? [])
        case 7: self = .bytes(message.bytes(7))
        default: self = .empty
        }
    }
}
