import Metrics

/// Something the admin listener shows: a path and what is answered there.
package struct AdminPage: Sendable {
    package enum Method: Sendable {
        /// GET and HEAD: nothing changes.
        case get
        /// POST without a body: something changes. Not for other sites' pages.
        case post

        var names: String { self == .get ? "GET, HEAD" : "POST" }
    }

    /// `/api/v1/status`, or with `/*` at its end everything below.
    package let path: String
    package let method: Method
    package let answer: @Sendable (AdminRequest) async -> AdminAnswer

    package init(_ path: String, method: Method = .get, answer: @escaping @Sendable (AdminRequest) async -> AdminAnswer) {
        self.path = path
        self.method = method
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
    /// What follows the body, a piece at a time as the reader takes it; nil at its end. Such an answer has no length.
    package var rest: (@Sendable () async throws -> [UInt8]?)?
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
