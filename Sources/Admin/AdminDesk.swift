import Glibc
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Finds the page of a request and wraps its answer.
struct AdminDesk: Sendable {
    private let hosts: HostCheck
    private let gate: AdminGate?
    private let coding: AnswerCoding?
    private let exact: [String: AdminPage]
    /// Longest first.
    private let below: [(prefix: String, page: AdminPage)]

    /// Of pages with the same path the last one is shown.
    init(hosts: HostCheck, pages: [AdminPage], gate: AdminGate? = nil, coding: AnswerCoding? = nil) {
        self.hosts = hosts
        self.gate = gate
        self.coding = coding
        exact = Dictionary(pages.filter { !$0.path.hasSuffix("/*") }.map { ($0.path, $0) }) { $1 }
        below = pages.filter { $0.path.hasSuffix("/*") }
            .map { (String($0.path.dropLast()), $0) }.sorted { $0.0.utf8.count > $1.0.utf8.count }
    }

    func respond(to request: Request) async -> Response {
        var answer = await answer(to: request)
        coding?.apply(to: &answer, asked: request.headers[.acceptEncoding])
        var headers: HTTPFields = [
            .contentType: answer.type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff", .date: Self.now,
        ]
        if answer.rest == nil { headers[.contentLength] = String(answer.body.count) }
        for (name, value) in answer.headers { if let name = HTTPField.Name(name) { headers[name] = value } }
        let body = request.method == .head ? ResponseBody() : Self.body(of: answer)
        return Response(status: .init(code: answer.status), headers: headers, body: body)
    }

    private static func body(of answer: AdminAnswer) -> ResponseBody {
        guard let rest = answer.rest else { return ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) }
        return ResponseBody { writer in
            var piece: [UInt8]? = answer.body
            while let bytes = piece {
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                piece = try await rest()
            }
            try await writer.finish(nil)
        }
    }

    /// The time as RFC 9110 section 5.6.7 wants it.
    private static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon) % 12]) \(parts.tm_year + 1900)"
        return "\(days[Int(parts.tm_wday) % 7]), \(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }

    private func answer(to request: Request) async -> AdminAnswer {
        guard hosts.accepts(request.head.authority) else { return .text("this host is not served here\n", status: 421) }
        let page = page(at: request.uri.path)
        let method = page?.method ?? .get
        guard method == .post ? request.method == .post : request.method == .get || request.method == .head else {
            var answer = AdminAnswer.text("only \(method.names)\n", status: 405)
            answer.headers = [("Allow", method.names)]
            return answer
        }
        guard method == .get || request.isFromNoOtherSite else { return .text("not from other sites\n", status: 403) }
        if let gate, !gate.open.contains(request.uri.path), !gate.admit(request.headers[.authorization]) {
            var answer = AdminAnswer.text("credentials are needed\n", status: 401)
            answer.headers = [("WWW-Authenticate", gate.challenge)]
            return answer
        }
        guard !request.bringsBody else { return .text("no body is taken here\n", status: 413) }
        guard let page else { return .text("not found\n", status: 404) }
        let fields = request.headers
        return await page.answer(
            AdminRequest(path: request.uri.path, query: request.uri.query) { HTTPField.Name($0).flatMap { fields[$0] } })
    }

    private func page(at path: String) -> AdminPage? { exact[path] ?? below.first { path.hasPrefix($0.prefix) }?.page }
}

extension Request {
    /// Whether no browser says that another site's page sent it (Fetch Metadata; RFC 6454 section 7).
    fileprivate var isFromNoOtherSite: Bool {
        // Our pages send no referrer, and so their forms have the origin "null": the browser's own word comes first.
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        guard let own = head.authority else { return false }
        return origin == "http://\(own)" || origin == "https://\(own)"
    }

    /// Whether a body follows (RFC 9112 section 6.3).
    fileprivate var bringsBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}
