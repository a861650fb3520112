import Metrics

/// Something the admin listener shows: a path and what is answered there. GET and HEAD only.
package struct AdminPage: Sendable {
    /// `/api/v1/status`, or with `/*` at its end everything below.
    package let path: String
    package let answer: @Sendable (AdminRequest) async -> AdminAnswer

    package init(_ path: String, answer: @escaping @Sendable (AdminRequest) async -> AdminAnswer) {
        self.path = path
        self.answer = answer
    }
}

/// What a page may know of a request.
package struct AdminRequest: Sendable {
    /// As sent, without the query.
    package let path: String
    /// As sent, without the `?`.
    package let query: String?
    /// A header's value by its name.
    package let header: @Sendable (String) -> String?

    package init(path: String, query: String? = nil, header: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.path = path
        self.query = query
        self.header = header
    }
}

/// What a page answers.
package struct AdminAnswer: Sendable {
    package var status: Int
    package var type: String
    package var body: [UInt8]
    /// Headers beyond the usual ones.
    package var headers: [(String, String)]

    package init(status: Int = 200, type: String, body: [UInt8], headers: [(String, String)] = []) {
        self.status = status
        self.type = type
        self.body = body
        self.headers = headers
    }

    package static func text(_ text: String, status: Int = 200) -> AdminAnswer {
        AdminAnswer(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    package static func html(_ text: String, status: Int = 200) -> AdminAnswer {
        AdminAnswer(status: status, type: "text/html; charset=utf-8", body: Array(text.utf8))
    }

    package static func json(_ text: String, status: Int = 200) -> AdminAnswer {
        AdminAnswer(status: status, type: "application/json", body: Array(text.utf8))
    }
}
