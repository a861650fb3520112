import CTOML

/// One key of a TOML file with its value, or one element of an array, and where both stand.
package struct Node: Sendable {
    package indirect enum Content: Sendable {
        case table([Node])
        case array([Node])
        case string(String)
        case integer(Int64)
        case number(Double)
        case boolean(Bool)
        /// A date or time, which no setting takes.
        case other

        /// The word for people.
        package var kind: String {
            switch self {
            case .table: "a table"
            case .array: "a list"
            case .string: "a string"
            case .integer: "an integer"
            case .number: "a number"
            case .boolean: "a boolean"
            case .other: "a date or time"
            }
        }
    }

    package let key: String
    package let keyPlace: Place
    package let valuePlace: Place
    package internal(set) var content: Content

    /// The keys of a table in the order of the file; none for other kinds.
    package var children: [Node] {
        if case .table(let nodes) = content { return nodes }
        return []
    }

    package subscript(key: String) -> Node? { children.first { $0.key == key } }
}

/// Builds the tree from the shim's visits, which come parents first.
final class TreeBuilder {
    /// The open containers, outermost first. The root stands at index 0.
    private var open: [Node] = [Node(key: "", keyPlace: .start, valuePlace: .start, content: .table([]))]

    func visit(_ node: ctoml_node) {
        while open.count > Int(node.depth) + 1 { close() }
        open.append(Self.node(node))
    }

    func finish() -> Node {
        while open.count > 1 { close() }
        return open[0]
    }

    /// The innermost node is whole: it goes to its parent. Keys are put into the order of the file, which toml++ does not keep.
    private func close() {
        var node = open.removeLast()
        if case .table(let children) = node.content { node.content = .table(children.sorted { $0.keyPlace < $1.keyPlace }) }
        switch open[open.count - 1].content {
        case .table(let siblings): open[open.count - 1].content = .table(siblings + [node])
        case .array(let siblings): open[open.count - 1].content = .array(siblings + [node])
        default: break
        }
    }

    private static func node(_ node: ctoml_node) -> Node {
        Node(
            key: text(node.key, node.key_length), keyPlace: place(node.key_begin, node.key_end),
            valuePlace: place(node.value_begin, node.value_end), content: content(node))
    }

    private static func content(_ node: ctoml_node) -> Node.Content {
        switch node.kind {
        case ctoml_table: .table([])
        case ctoml_array: .array([])
        case ctoml_string: .string(text(node.text, node.text_length))
        case ctoml_integer: .integer(node.integer)
        case ctoml_float: .number(node.number)
        case ctoml_boolean: .boolean(node.boolean)
        default: .other
        }
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
    }

    private static func place(_ begin: ctoml_place, _ end: ctoml_place) -> Place {
        Place(
            line: max(Int(begin.line), 1), column: max(Int(begin.column), 1),
            length: begin.line == end.line ? Int(end.column) - Int(begin.column) : 1)
    }
}
