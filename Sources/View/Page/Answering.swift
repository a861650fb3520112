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
        state = FilterState(Query(request.query), now: now)
    }

    var query: Query { state.query }

    /// The path's last part, decoded.
    var name: String { request.path.split(separator: "/").last.map { Query.decoded($0) } ?? "" }

    /// What form the answer shall have, by `format=` or by `Accept`.
    var format: Format {
        if let word = query["format"] { return Format(rawValue: word) ?? .json }
        let accept = request.header("accept") ?? ""
        if accept.contains("text/csv") { return .csv }
        return accept.contains("application/x-ndjson") ? .ndjson : .json
    }

    enum Format: String, Sendable { case json, csv, ndjson, markdown, otlp }
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

    static func json(_ tree: JSONTree, tag: String? = nil) -> AdminAnswer {
        var answer = AdminAnswer.json(tree.written() + "\n")
        answer.headers = security + (tag.map { [("ETag", $0), ("Cache-Control", "no-cache, private")] } ?? [])
        return answer
    }

    /// One value, or its rows as CSV or NDJSON.
    static func data(_ tree: JSONTree, rows: [JSONTree], as format: Asked.Format, tag: String? = nil) -> AdminAnswer {
        switch format {
        case .csv:
            return AdminAnswer(
                type: "text/csv; charset=utf-8; header=present", body: Array(Table(rows: rows).csv.utf8),
                headers: security + [("Content-Disposition", "attachment; filename=\"weir.csv\"")])
        case .ndjson: return AdminAnswer(type: "application/x-ndjson", body: Array(Table(rows: rows).ndjson.utf8), headers: security)
        default: return json(tree, tag: tag)
        }
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
        if case StoreError.tooSlow = error {
            return problem(503, "Too slow", "the question took more than two seconds; narrow the range or the filter")
        }
        if case StoreError.closed = error { return problem(503, "Not open", "the store is not open yet, or not any more") }
        return problem(500, "The store cannot answer", "\(error)")
    }
}
