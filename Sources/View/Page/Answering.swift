import Admin
import Store

/// A request to a page or to the API, read.
struct Asked: Sendable {
    let request: AdminRequest
    let state: FilterState
    /// Unix nanoseconds.
    let now: Int64

    init(_ request: AdminRequest, now: Int64) {
        self.request = request
        self.now = now
        state = FilterState(Query(request.query), now: now, of: Self.subject(request.path))
    }

    /// What the bounds of the search speak of; nil where `q=` is none: at one conversation or trace, and at facets.
    private static func subject(_ path: String) -> Bound.Subject? {
        switch path.hasPrefix("/api/v1/") ? path.dropFirst("/api/v1".count) : path[...] {
        case "/conversations": .conversations
        case "/traces", "/stream": .traces
        case "/overview", "/models", "/errors", "/timeseries": .calls
        default: nil
        }
    }

    /// Throws what of the address cannot be asked, times and search: data must not look as if it had been.
    func checkAddress() throws(BadQuestion) {
        guard state.mistakes.isEmpty else { throw BadQuestion(state.mistakes.joined(separator: "; ")) }
    }

    var query: Query { state.query }

    /// The path's last part, decoded.
    var name: String { request.path.split(separator: "/").last.map { Query.decoded($0) } ?? "" }

    /// What form the answer shall have, by `format=` or by `Accept`; the first one offered where neither says.
    func format(among offered: [Format]) throws(BadQuestion) -> Format {
        if let word = query["format"] {
            if let format = offered.first(where: { $0.rawValue == word }) { return format }
            throw BadQuestion("format=\(word) is not one of \(offered.map(\.rawValue).joined(separator: ", "))")
        }
        let accept = request.header("accept") ?? ""
        return offered.first { $0.types.contains { accept.contains($0) } } ?? offered[0]
    }

    /// A page of a list: `sort=-cost` is descending, and a cursor must be of this order.
    func order<Sort: RawRepresentable & CaseIterable>(usual: Sort) throws(BadQuestion) -> PageRequest<Sort> where Sort.RawValue == String {
        var request = PageRequest(sort: usual, limit: query["limit"].flatMap { Int($0) } ?? 50)
        if let text = query["sort"] {
            guard let sort = Sort(rawValue: String(text.hasPrefix("-") ? text.dropFirst() : text[...])) else {
                throw BadQuestion(
                    "sort=\(text) is not one of \(Sort.allCases.map(\.rawValue).joined(separator: ", ")), with - for descending")
            }
            (request.sort, request.isDescending) = (sort, text.hasPrefix("-"))
        }
        if let token = query["cursor"] {
            guard let cursor = Cursor(token: token) else { throw BadQuestion("cursor=\(token) is not one of ours") }
            request.after = cursor
        }
        return request
    }

    enum Format: String, Sendable {
        case json, csv, ndjson, markdown, otlp

        /// What lists and series have.
        static let ofRows: [Format] = [.json, .csv, .ndjson]

        /// What asks for it in `Accept`.
        fileprivate var types: [String] {
            switch self {
            case .json: ["application/json"]
            case .csv: ["text/csv"]
            case .ndjson: ["application/x-ndjson", "application/jsonl"]
            case .markdown: ["text/markdown"]
            case .otlp: []
            }
        }

        var file: (type: String, ending: String) {
            switch self {
            case .json, .otlp: ("application/json", "json")
            case .markdown: ("text/markdown; charset=utf-8", "md")
            case .csv: ("text/csv; charset=utf-8; header=present", "csv")
            case .ndjson: ("application/x-ndjson", "ndjson")
            }
        }
    }
}

/// A question that nobody can answer as it stands.
struct BadQuestion: Error {
    let detail: String

    init(_ detail: String) { self.detail = detail }
}

/// What goes out with every answer of the view.
enum Answering {
    /// No script, style or picture but our own; nobody frames us (view.md 3.10).
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    static let security = [
        ("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    static func page(_ html: String, status: Int = 200, tag: String? = nil) -> AdminAnswer {
        var answer = AdminAnswer.html(html, status: status)
        answer.headers = security + (tag.map { [("ETag", $0), ("Cache-Control", "no-cache, private")] } ?? [])
        return answer
    }

    static func json(_ tree: JSONTree) -> AdminAnswer {
        var answer = AdminAnswer.json(tree.written() + "\n")
        answer.headers = security
        return answer
    }

    /// One value, or its rows as CSV or NDJSON; `name` is what a browser calls the file.
    static func data(_ tree: JSONTree, rows: [JSONTree], as format: Asked.Format, name: String) -> AdminAnswer {
        switch format {
        case .csv: file(Table(rows: rows).csv, format, name: name)
        case .ndjson: file(Table(rows: rows).ndjson, format, name: name)
        default: json(tree)
        }
    }

    /// A file to take away; `name` is without its ending.
    static func file(_ text: String, _ format: Asked.Format, name: String) -> AdminAnswer {
        let disposition = "attachment; filename=\"\(name).\(format.file.ending)\""
        return AdminAnswer(type: format.file.type, body: Array(text.utf8), headers: security + [("Content-Disposition", disposition)])
    }

    static func notModified(_ tag: String) -> AdminAnswer {
        AdminAnswer(status: 304, type: "text/plain", body: [], headers: [("ETag", tag)])
    }

    /// RFC 9457.
    static func problem(_ status: Int, _ title: String, _ detail: String) -> AdminAnswer {
        let tree = JSONTree.object([
            .init("type", .text("about:blank")), .init("title", .text(title)), .init("status", .number(Int64(status))),
            .init("detail", .text(detail)),
        ])
        return AdminAnswer(status: status, type: "application/problem+json", body: Array((tree.written() + "\n").utf8), headers: security)
    }

    static func problem(_ error: any Error) -> AdminAnswer {
        if let bad = error as? BadQuestion { return problem(400, "Bad question", bad.detail) }
        if case StoreError.tooSlow = error {
            return problem(503, "Too slow", "the question took more than two seconds; narrow the range or the filter")
        }
        if case StoreError.closed = error { return problem(503, "Not open", "the store is not open yet, or not any more") }
        return problem(500, "The store cannot answer", "\(error)")
    }
}
