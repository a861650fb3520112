import CTOML

/// Makes a tree of what toml++ visits. The only file that touches C.
struct TreeBuilder {
    /// The first syntax error of a text.
    struct SyntaxError: Error {
        let message: String
        let place: Place
    }

    private enum Shape {
        case table([Entry])
        case array([Node])
    }

    /// A table or an array that is still being filled.
    private struct Open {
        let key: String?
        let keyPlace: Place
        let place: Place
        var shape: Shape
    }

    private var open = [Open(key: nil, keyPlace: .nowhere, place: .nowhere, shape: .table([]))]
    private var error: SyntaxError?

    static func parse(_ text: String) throws(SyntaxError) -> Table {
        var builder = TreeBuilder()
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                withUnsafeMutablePointer(to: &builder) { builder in
                    ctoml_parse(characters.baseAddress, characters.count, builder, visit, fail)
                }
            }
        }
        if let error = builder.error { throw error }
        builder.close(to: 1)
        guard case .table(let entries) = builder.open[0].shape else { return Table() }
        return Table(entries)
    }

    private mutating func add(_ node: ctoml_node) {
        close(to: Int(node.depth))
        let key = node.key.map { text($0, node.key_length) }
        let keyPlace = Place(node.key_region)
        let place = Place(node.region)
        switch node.kind {
        case CTOML_TABLE: open.append(Open(key: key, keyPlace: keyPlace, place: place, shape: .table([])))
        case CTOML_ARRAY: open.append(Open(key: key, keyPlace: keyPlace, place: place, shape: .array([])))
        case CTOML_STRING: put(key, keyPlace, Node(value: .string(text(node.text, node.text_length)), place: place))
        case CTOML_INTEGER: put(key, keyPlace, Node(value: .integer(node.integer), place: place))
        case CTOML_FLOAT: put(key, keyPlace, Node(value: .float(node.number), place: place))
        case CTOML_BOOLEAN: put(key, keyPlace, Node(value: .boolean(node.integer != 0), place: place))
        default: put(key, keyPlace, Node(value: .time, place: place))
        }
    }

    /// Finishes tables and arrays until only `depth` are open.
    private mutating func close(to depth: Int) {
        while open.count > depth, let done = open.popLast() {
            switch done.shape {
            case .table(let entries): put(done.key, done.keyPlace, Node(value: .table(Table(entries)), place: done.place))
            case .array(let nodes): put(done.key, done.keyPlace, Node(value: .array(nodes), place: done.place))
            }
        }
    }

    private mutating func put(_ key: String?, _ keyPlace: Place, _ node: Node) {
        switch open[open.count - 1].shape {
        case .table(var entries):
            open[open.count - 1].shape = .table([])
            entries.append(Entry(key: key ?? "", place: keyPlace, node: node))
            open[open.count - 1].shape = .table(entries)
        case .array(var nodes):
            open[open.count - 1].shape = .array([])
            nodes.append(node)
            open[open.count - 1].shape = .array(nodes)
        }
    }

    private static let visit: ctoml_visit = { context, node in
        guard let node else { return }
        context?.assumingMemoryBound(to: TreeBuilder.self).pointee.add(node.pointee)
    }

    private static let fail: ctoml_failure = { context, message, length, region in
        let error = SyntaxError(message: text(message, length), place: Place(region))
        context?.assumingMemoryBound(to: TreeBuilder.self).pointee.error = error
    }
}

private func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length), as: UTF8.self)
}

extension Place {
    fileprivate static let nowhere = Place(line: 1, column: 1)

    fileprivate init(_ region: ctoml_region) {
        self.init(line: Int(region.line), column: Int(region.column), endLine: Int(region.end_line), endColumn: Int(region.end_column))
    }
}
