/// A JSON value as an SDK put it into an attribute. Numbers stay as they were written, members keep their order.
indirect enum JSONTree: Sendable, Equatable {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list([JSONTree])
    case object([Member])

    struct Member: Sendable, Equatable {
        let key: String
        let value: JSONTree

        init(_ key: String, _ value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// The first member of that name; null counts as absent.
    subscript(_ key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        guard let found = members.first(where: { $0.key == key })?.value, found != .null else { return nil }
        return found
    }

    /// The first of these members that is there.
    func first(of keys: String...) -> JSONTree? {
        for key in keys { if let found = self[key] { return found } }
        return nil
    }

    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var elements: [JSONTree]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// A text as it is, everything else as JSON: what a person wants to read of arguments and results.
    var readable: String { string ?? written() }

    /// A text that is itself JSON, opened; everything else as it is. SDKs put arguments into strings.
    var opened: JSONTree {
        guard case .text(let text) = self, let first = text.utf8.first(where: { $0 > 0x20 }) else { return self }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let inner = JSONTree.read(text), !inner.isCut else { return self }
        return inner.tree
    }
}
