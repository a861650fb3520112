import AsyncHTTPClient
import Foundation
import Glibc
import Metrics
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import Admin

@Suite struct AdminServerTests {
    // MARK: - Pages

    @Test func `health, readiness and status say what is so`() async throws {
        let isReady = Mutex(false)
        let sources = Self.sources(isReady: { isReady.withLock { $0 } })
        try await Self.serving(sources) { (server: Running) async throws in
            #expect(try await server.get("/healthz").text == "ok\n")
            let before = try await server.get("/readyz")
            #expect(before.status == 503)
            #expect(before.text == "not ready\nwaiting for receivers.otlp\n")
            isReady.withLock { $0 = true }
            #expect(try await server.get("/readyz").status == 200)
            let status = try await server.get("/api/v1/status")
            #expect(status.text == "{\"version\":\"1\"}\n")
            #expect(status.headers["content-type"] == "application/json")
            #expect(try await server.get("/").text.contains("<a href=\"/metrics\">"))
            #expect(try await server.get("/nowhere").status == 404)
        }
    }

    @Test func `metrics come in the format that is asked for, and gzipped where that is allowed`() async throws {
        try await Self.serving(Self.sources()) { (server: Running) async throws in
            let text = try await server.get("/metrics")
            #expect(text.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(text.text.hasPrefix("text "))
            let open = try await server.get("/metrics", ["Accept": "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"])
            #expect(open.headers["content-type"] == "application/openmetrics-text; version=1.0.0; charset=utf-8")
            #expect(open.text.hasPrefix("openMetrics "))
            let request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: "
            let zipped = try await server.raw(request + "br, gzip\r\n\r\n")
            #expect(zipped.lowercased().contains("content-encoding: gzip") && zipped.hasSuffix("\r\n\r\nzipped"))
            #expect(try await server.raw(request + "gzip;q=0\r\n\r\n").hasSuffix("xxxx"))
        }
    }

    @Test func `pages of other rooms are mounted, exact ones first`() async throws {
        let pages = [
            AdminPage("/view/*") { .text("below \($0.path)") }, AdminPage("/view/models") { .text("models \($0.query ?? "")") },
        ]
        try await Self.serving(Self.sources(), pages: pages) { (server: Running) async throws in
            #expect(try await server.get("/view/models?a=1").text == "models a=1")
            #expect(try await server.get("/view/calls/3").text == "below /view/calls/3")
            #expect(try await server.get("/view").status == 404)
        }
    }

    // MARK: - Hosts

    @Test(arguments: [
        "localhost", "localhost:4319", "LOCALHOST", "127.0.0.1:4319", "127.8.8.8", "[::1]:4319", "[::1]", "10.0.0.7:80", "weir.example",
        "a.localhost",
    ])
    func `addresses, localhost and the configured host are ours`(authority: String) {
        #expect(HostCheck(listening: "weir.example").accepts(authority))
    }

    @Test(arguments: [
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[::1", "localhost:x",
        "127.0.0.1:80@evil",
        "[evil]", "evil.weir.example",
    ])
    func `other names are not`(authority: String) { #expect(!HostCheck(listening: "weir.example").accepts(authority)) }

    @Test func `a name that is not ours is answered with 421`() async throws {
        try await Self.serving(Self.sources()) { (server: Running) async throws in
            #expect(
                try await server.raw("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").hasPrefix("HTTP/1.1 421"))
            #expect(try await server.raw("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").hasPrefix("HTTP/1.1 200"))
        }
    }

    // MARK: - Limits

    @Test func `only GET and HEAD, and no bodies`() async throws {
        try await Self.serving(Self.sources()) { (server: Running) async throws in
            let post = try await server.raw("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            #expect(post.hasPrefix("HTTP/1.1 405") && post.lowercased().contains("allow: get, head"))
            let body = try await server.raw("GET /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc")
            #expect(body.hasPrefix("HTTP/1.1 413"))
            let head = try await server.raw("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(head.hasPrefix("HTTP/1.1 200") && head.lowercased().contains("content-length: 3") && head.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func `what changes something is a POST, and not from other sites`() async throws {
        let page = AdminPage("/change", method: .post) { _ in .text("changed\n") }
        try await Self.serving(Self.sources(), pages: [page]) { (server: Running) async throws in
            func status(_ method: String, _ headers: String = "") async throws -> String {
                let request = "\(method) /change HTTP/1.1\r\nHost: localhost:4319\r\n\(headers)Connection: close\r\n\r\n"
                return String(try await server.raw(request).dropFirst(9).prefix(3))
            }
            #expect(try await status("POST") == "200")
            #expect(try await status("GET") == "405")
            #expect(try await status("POST", "Origin: http://localhost:4319\r\nSec-Fetch-Site: same-origin\r\n") == "200")
            #expect(try await status("POST", "Origin: http://evil.example\r\n") == "403")
            #expect(try await status("POST", "Origin: null\r\n") == "403")
            #expect(try await status("POST", "Sec-Fetch-Site: cross-site\r\n") == "403")
            #expect(try await status("POST", "Content-Length: 1\r\n") == "413")
        }
    }

    @Test func `an answer may come in pieces`() async throws {
        let page = AdminPage("/long") { _ in
            let left = Mutex(3)
            var answer = AdminAnswer(type: "text/plain", body: Array("a".utf8))
            answer.rest = {
                left.withLock { left in
                    left -= 1
                    return left >= 0 ? Array("b".utf8) : nil
                }
            }
            return answer
        }
        try await Self.serving(Self.sources(), pages: [page]) { (server: Running) async throws in
            let answer = try await server.raw("GET /long HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").lowercased()
            #expect(answer.contains("transfer-encoding: chunked") && !answer.contains("content-length"))
            #expect(answer.hasSuffix("\r\n\r\n1\r\na\r\n1\r\nb\r\n1\r\nb\r\n1\r\nb\r\n0\r\n\r\n"))
            #expect(try await server.raw("HEAD /long HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").hasSuffix("\r\n\r\n"))
        }
    }

    @Test func `requests that come at once are answered one after another`() async throws {
        try await Self.serving(Self.sources()) { (server: Running) async throws in
            let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
            let answers = try await server.raw(request + "\r\n" + request + "Connection: close\r\n\r\n")
            #expect(answers.components(separatedBy: "HTTP/1.1 200").count == 3)
        }
    }

    @Test func `a body that does not end, a head that does not end, too many headers: the connection is closed`() async throws {
        var limits = AdminLimits()
        limits.idleTimeout = .milliseconds(200)
        limits.requestTimeout = .milliseconds(200)
        limits.unreadBodyBytes = 1000
        try await Self.serving(Self.sources(), limits: limits) { (server: Running) async throws in
            let request = "GET / HTTP/1.1\r\nHost: localhost\r\n"
            // Each call returns once the server has closed the connection.
            let body = "Content-Length: 100000\r\n\r\n" + String(repeating: "x", count: 2000)
            #expect(try await !server.raw(request + body).hasPrefix("HTTP/1.1 200"))
            // On a busy machine the time is over before there is an answer.
            let trickling = try await server.raw(request + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n")
            #expect(trickling.isEmpty || trickling.hasPrefix("HTTP/1.1 413"))
            #expect(try await server.raw("GET / HT") == "")
            let many = (0..<100).map { "X-\($0): 1\r\n" }.joined()
            #expect(try await !server.raw(request + many + "\r\n").hasPrefix("HTTP/1.1 200"))
            #expect(try await !server.raw(request + "X: " + String(repeating: "x", count: 40_000) + "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `an answer in pieces may take longer than a request, as long as it goes on`() async throws {
        var limits = AdminLimits()
        limits.requestTimeout = .milliseconds(1_500)
        let pieces = AdminPage("/pieces") { _ in
            var answer = AdminAnswer.text("0")
            let count = Mutex(0)
            answer.rest = {
                try await Task.sleep(for: .milliseconds(300))
                return count.withLock { number in
                    number += 1
                    return number > 8 ? nil : Array("\(number)".utf8)
                }
            }
            return answer
        }
        let stuck = AdminPage("/stuck") { _ in
            var answer = AdminAnswer.text("0")
            answer.rest = {
                try await Task.sleep(for: .seconds(600))
                return nil
            }
            return answer
        }
        try await Self.serving(Self.sources(), pages: [pieces, stuck], limits: limits) { (server: Running) async throws in
            let whole = try await server.raw("GET /pieces HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(whole.hasSuffix("1\r\n8\r\n0\r\n\r\n"))
            let cut = try await server.raw("GET /stuck HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(!cut.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test func `an address in use is an error, not a wait`() async throws {
        try await Self.serving(Self.sources()) { (server: Running) async throws in
            await #expect(throws: (any Error).self) {
                try await AdminServer(host: "127.0.0.1", port: server.port, sources: Self.sources()).run { _ in }
            }
        }
    }

    // MARK: - The server under test

    private static func sources(isReady: @escaping @Sendable () -> Bool = { true }) -> AdminServer.Sources {
        .init(
            isReady: isReady, missing: { ["receivers.otlp"] }, metrics: { Array("\($0) \(String(repeating: "x", count: 4000))".utf8) },
            status: { "{\"version\":\"1\"}" }, gzip: { _ in Array("zipped".utf8) })
    }

    private static func serving(
        _ sources: AdminServer.Sources, pages: [AdminPage] = [], limits: AdminLimits = AdminLimits(),
        _ body: @Sendable @escaping (Running) async throws -> Void
    ) async throws {
        let server = AdminServer(
            host: "127.0.0.1", port: 0, sources: sources, pages: pages, limits: limits, loops: MultiThreadedEventLoopGroup.singleton)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { port.yield($0) } }
            for await number in ports {
                try await body(Running(port: number))
                break
            }
            group.cancelAll()
        }
    }
}

/// A listener to talk to.
private struct Running: Sendable {
    struct Answer {
        let status: UInt
        let headers: [String: String]
        let text: String
    }

    let port: Int

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.headers.add(name: "Accept-Encoding", value: "identity")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let body = try await response.body.collect(upTo: 1 << 20)
        let fields = Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { $1 }
        return Answer(status: response.status.code, headers: fields, text: String(buffer: body))
    }

    /// Sends bytes, and gives what comes until the server closes.
    func raw(_ text: String) async throws -> String {
        // The server answers on the threads that tasks share, so none of them is held here.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try exchange(text) }) }
        }
    }

    private func exchange(_ text: String) throws -> String {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        try #require(isConnected)
        let bytes = Array(text.utf8)
        _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        var answer: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &block, block.count, 0)
            if count < 0 { try #require(errno == ECONNRESET, "the server kept the connection") }
            guard count > 0 else { break }
            answer += block[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
