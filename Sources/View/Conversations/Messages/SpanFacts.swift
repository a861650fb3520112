/// A span's attributes and events as its sender wrote them: what messages are read from.
struct SpanFacts: Sendable, Equatable {
    struct Event: Sendable, Equatable {
        var name: String
        /// Nanoseconds since 1970.
        var time: Int64
        var attributes: [JSONTree.Member]

        init(name: String, time: Int64 = 0, attributes: [JSONTree.Member]) {
            self.name = name
            self.time = time
            self.attributes = attributes
        }
    }

    var attributes: [JSONTree.Member]
    var events: [Event]
    var resource: [JSONTree.Member] = []
    /// Name and version of the instrumentation.
    var scopeName = ""
    var statusMessage: String?

    init(attributes: [JSONTree.Member], events: [Event] = []) {
        self.attributes = attributes
        self.events = events
    }

    /// The first attribute of that name that is not null.
    subscript(_ key: String) -> JSONTree? {
        guard let found = attributes.first(where: { $0.key == key })?.value, found != .null else { return nil }
        return found
    }

    /// The first of these attributes that is there.
    func first(of keys: [String]) -> JSONTree? {
        for key in keys { if let found = self[key] { return found } }
        return nil
    }

    /// Attributes such as `llm.input_messages.0.message.role`, folded back into the list they were made of.
    func folded(_ prefix: String) -> JSONTree? {
        let start = prefix + "."
        var root = FoldedNode()
        for attribute in attributes where attribute.key.hasPrefix(start) {
            root.insert(attribute.value, at: attribute.key.dropFirst(start.count).split(separator: ".")[...])
        }
        guard case .list(let elements) = root.tree else { return nil }
        return .list(elements)
    }
}

/// One level of dotted keys.
private struct FoldedNode {
    private var value: JSONTree?
    private var children: [(name: String, node: FoldedNode)] = []
    private var places: [String: Int] = [:]

    /// Dots within keys; deeper ones stay one name.
    private static let depth = 16

    mutating func insert(_ value: JSONTree, at path: ArraySlice<Substring>, depth: Int = 0) {
        guard let first = path.first else {
            self.value = value
            return
        }
        let name = depth < Self.depth ? String(first) : path.joined(separator: ".")
        let place = places[name] ?? children.count
        if place == children.count {
            places[name] = place
            children.append((name, FoldedNode()))
        }
        children[place].node.insert(value, at: depth < Self.depth ? path.dropFirst() : [], depth: depth + 1)
    }

    /// A list where all names are numbers, else an object.
    var tree: JSONTree {
        guard !children.isEmpty else { return contentOpened(value ?? .null) }
        let numbered = children.compactMap { child in UInt32(child.name).map { ($0, child.node) } }
        guard numbered.count == children.count else {
            return .object(children.map { JSONTree.Member($0.name, $0.node.tree) })
        }
        return .list(numbered.sorted { $0.0 < $1.0 }.map { $0.1.tree })
    }

    /// OpenLLMetry writes a list of parts as JSON into one attribute.
    private func contentOpened(_ value: JSONTree) -> JSONTree {
        guard case .list(let elements) = value.opened, !elements.isEmpty, elements.allSatisfy(PartReader.knows) else { return value }
        return .list(elements)
    }
}
