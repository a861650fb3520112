import Admin
import Store

extension Answering {
    /// A page of a list; where more follows, the next page's address is in `Link` (RFC 8288) and its cursor in the JSON, which also says how
    /// far back it was searched where that is not all the way (view.md 4.3).
    static func page<Row>(
        _ page: Page<Row>, _ asked: Asked, _ format: Asked.Format, name: String, _ json: (Row) -> JSONTree
    ) -> AdminAnswer {
        let rows = page.rows.map(json)
        let tree = JSONTree.object([
            .init("rows", .list(rows)), .init("next", .text(page.next?.token)),
            .init("searchedTo", page.searchedTo.map { .time($0.inWholeSeconds) } ?? .null),
        ])
        var answer = data(tree, rows: rows, as: format, name: name)
        if let next = page.next {
            let address = asked.query.changing([("cursor", next.token)]).href(asked.request.path)
            answer.headers.append(("Link", "<\(address)>; rel=\"next\""))
        }
        return answer
    }
}

/// Rows of an answer for CSV and NDJSON: members of JSON objects as columns, nested ones with dots.
struct Table {
    let rows: [JSONTree]

    var csv: String {
        var lines = Lines()
        return lines.csv(rows)
    }

    /// RFC 4180 with a head; cells that a spreadsheet would take for a formula get an apostrophe.
    struct Lines {
        private var names: [String] = []

        /// The lines of these rows, the first ones below a head: their columns are the table's.
        mutating func csv(_ rows: [JSONTree]) -> String {
            guard !rows.isEmpty else { return "" }
            let flat = rows.map { Table.flat($0) }
            var out = ""
            if names.isEmpty {
                for row in flat { for (name, _) in row where !names.contains(name) { names.append(name) } }
                out = names.map(Table.cell).joined(separator: ",") + "\r\n"
            }
            for row in flat {
                let cells = Dictionary(row) { first, _ in first }
                out += names.map { Table.cell(cells[$0] ?? "") }.joined(separator: ",") + "\r\n"
            }
            return out
        }
    }

    /// One JSON value a line.
    var ndjson: String { rows.map { $0.written() + "\n" }.joined() }

    private static func flat(_ tree: JSONTree, under prefix: String = "") -> [(String, String)] {
        guard case .object(let members) = tree else { return [(prefix, text(tree))] }
        return members.flatMap { flat($0.value, under: prefix.isEmpty ? $0.key : "\(prefix).\($0.key)") }
    }

    private static func text(_ tree: JSONTree) -> String {
        switch tree {
        case .null: ""
        case .list(let elements): elements.map(text).joined(separator: ";")
        default: tree.readable
        }
    }

    static func cell(_ text: String) -> String {
        let isNumber = Double(text) != nil
        let isFormula = !isNumber && (text.first.map { "=+-@\t\r".contains($0) } ?? false)
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
