import Testing

@testable import Transport

@Suite(.serialized) struct HTTP1Tests {
    private func post(_ body: String, path: String = "/v1", headers: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    private func ask(_ bytes: [UInt8], responses: Int = 1, limits: TransportLimits = TransportLimits(), room: Int = .max) async throws
        -> String
    {
        let answer = Box()
        try await withListener(limits: limits, room: room) { port, _ in
            let client = try RawClient(port: port)
            client.send(bytes)
            answer.text = client.read(responses: responses)
            client.close()
        }
        return answer.text
    }

    private func ask(_ text: String, responses: Int = 1, limits: TransportLimits = TransportLimits(), room: Int = .max) async throws
        -> String
    {
        try await ask(Array(text.utf8), responses: responses, limits: limits, room: room)
    }

    @Test func `a body comes back whole`() async throws {
        let answer = try await ask(post("hello"))
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n3:hello"))
    }

    @Test func `pipelined requests are answered in their order`() async throws {
        let answer = try await ask(post("one") + post("two", path: "/longer") + post("three"), responses: 3)
        let bodies = answer.components(after: "\r\n\r\n")
        #expect(bodies.map { String($0.prefix { $0 != "H" }) } == ["3:one", "7:two", "3:three"])
    }

    @Test func `a chunked body is gathered`() async throws {
        let answer = try await ask(
            "POST /v1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n")
        #expect(answer.hasSuffix("3:abcdefg"))
    }

    @Test func `a sender that asks first is told to go on`() async throws {
        let answer = try await ask(post("x", headers: "Expect: 100-continue\r\n"))
        #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n"))
        #expect(answer.contains("HTTP/1.1 200 OK"))
    }

    @Test func `gzip is inflated, also in several members`() async throws {
        let first = Array("hello ".utf8).withUnsafeBytes { Deflate.gzip($0) }
        let second = Array("world".utf8).withUnsafeBytes { Deflate.gzip($0) }
        let body = first + second
        let head = "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        #expect(try await ask(Array(head.utf8) + body).hasSuffix("3:hello world"))
    }

    @Test(arguments: [("truncated", 5), ("garbage behind the end", -7)])
    func `gzip that is damaged is a bad request`(what: String, cut: Int) async throws {
        var body = Array("hello hello hello".utf8).withUnsafeBytes { Deflate.gzip($0) }
        if cut > 0 { body.removeLast(cut) } else { body += [UInt8](repeating: 1, count: -cut) }
        let head = "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        #expect(try await ask(Array(head.utf8) + body).hasPrefix("HTTP/1.1 400"))
    }

    @Test func `a gzip bomb stops at the ratio`() async throws {
        let body = [UInt8](repeating: 0, count: 8 << 20).withUnsafeBytes { Deflate.gzip($0) }
        var limits = TransportLimits()
        limits.maxRatio = 100
        let head = "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        #expect(try await ask(Array(head.utf8) + body, limits: limits).hasPrefix("HTTP/1.1 413"))
    }

    @Test func `an encoding that is not understood is refused`() async throws {
        #expect(try await ask(post("x", headers: "Content-Encoding: br\r\n")).hasPrefix("HTTP/1.1 415"))
    }

    @Test func `a body over the limit is refused by its length, before it is read`() async throws {
        var limits = TransportLimits()
        limits.maxBodyBytes = 1024
        let answer = try await ask("POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n", limits: limits)
        #expect(answer.hasPrefix("HTTP/1.1 413"))
        #expect(answer.lowercased().contains("connection: close"))
    }

    @Test func `a chunked body over the limit is refused on the way`() async throws {
        var limits = TransportLimits()
        limits.maxBodyBytes = 8
        let answer = try await ask(
            "POST /v1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabcdefghi\r\n0\r\n\r\n", limits: limits)
        #expect(answer.hasPrefix("HTTP/1.1 413"))
    }

    @Test func `no room for an inflated body is busy`() async throws {
        let body = Array("hello".utf8).withUnsafeBytes { Deflate.gzip($0) }
        let head = "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        #expect(try await ask(Array(head.utf8) + body, room: 64).hasPrefix("HTTP/1.1 503"))
    }

    @Test func `a refused request leaves its connection usable`() async throws {
        let answer = try await ask(post("x", path: "/busy") + post("y"), responses: 2)
        #expect(answer.contains("HTTP/1.1 503"))
        #expect(answer.hasSuffix("3:y"))
    }

    @Test(arguments: [
        "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "Content-Length: 3, 4\r\n\r\nabcd",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: -1\r\n\r\n", "Content-Length: +1\r\n\r\na", "Host: y\r\nContent-Length: 0\r\n\r\n",
        "X: y\r\n Content-Length: 3\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "NONSENSE\r\n\r\n",
    ])
    func `what could be read in two ways is refused and closed`(rest: String) async throws {
        try await withListener { port, counts in
            let client = try RawClient(port: port)
            client.send("POST /v1 HTTP/1.1\r\nHost: x\r\n\(rest)POST /smuggled HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            // Two are waited for, and one comes before the end.
            let answer = client.read(responses: 2)
            #expect(answer.hasPrefix("HTTP/1.1 400"))
            #expect(answer.firstRange(of: "HTTP/1.1", after: 1) == nil)
            #expect(counts.refusals == [.malformed: 1])
            client.close()
        }
    }

    @Test func `a request without a host is refused, but for HTTP 1 0`() async throws {
        #expect(try await ask("POST /v1 HTTP/1.1\r\nContent-Length: 0\r\n\r\n").hasPrefix("HTTP/1.1 400"))
        #expect(try await ask("POST /v1 HTTP/1.0\r\nContent-Length: 1\r\n\r\na").hasSuffix("3:a"))
    }

    @Test func `a target in absolute form has a path too`() async throws {
        #expect(try await ask(post("x", path: "http://host:1/path?query")).hasSuffix("5:x"))
    }

    @Test func `an offer to change the protocol is passed over`() async throws {
        let answer = try await ask(
            post("x", headers: "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"))
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(answer.contains("connection: close"))
    }

    @Test func `a refused sender that asked first is not waited for`() async throws {
        let answer = try await ask(post("x", path: "/busy", headers: "Expect: 100-continue\r\n"))
        #expect(answer.hasPrefix("HTTP/1.1 503"))
        #expect(answer.contains("connection: close"))
    }

    @Test(arguments: ["", "POST /v1 HT", "POST /v1 HTTP/1.1\r\nHost: x\r\n"])
    func `a head that does not come is not waited for`(start: String) async throws {
        var limits = TransportLimits()
        limits.headerTimeout = .milliseconds(50)
        try await withListener(limits: limits) { port, _ in
            let client = try RawClient(port: port)
            client.send(start)
            #expect(client.read(responses: 1).isEmpty)
            client.close()
        }
    }

    @Test func `a body that does not come is refused in time`() async throws {
        var limits = TransportLimits()
        limits.bodyTimeout = .milliseconds(50)
        limits.headerTimeout = .milliseconds(50)
        let answer = try await ask("POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc", limits: limits)
        #expect(answer.hasPrefix("HTTP/1.1 408"))
    }

    @Test func `too many headers are refused`() async throws {
        var limits = TransportLimits()
        limits.maxHeaders = 10
        let many = (0..<20).map { "X-\($0): y\r\n" }.joined()
        #expect(try await ask(post("x", headers: many), limits: limits).hasPrefix("HTTP/1.1 431"))
    }

    @Test(arguments: [
        "X: " + String(repeating: "y", count: 3000), String(repeating: "X: yyyyyyyyyy\r\n", count: 200) + "X: y",
        String(repeating: "X: " + String(repeating: "y", count: 500) + "\r\n", count: 5) + "X: y",
    ])
    func `a head is not kept beyond the limit, whether it ends or not`(fields: String) async throws {
        var limits = TransportLimits()
        limits.maxHeaderBytes = 2048
        try await withListener(limits: limits) { port, counts in
            let client = try RawClient(port: port)
            client.send("POST /v1 HTTP/1.1\r\nHost: x\r\n\(fields)")
            #expect(client.read(responses: 1).hasPrefix("HTTP/1.1 431"))
            #expect(counts.refusals == [.headersTooLarge: 1])
            client.close()
        }
    }

    @Test func `connections over the limit are closed and counted`() async throws {
        var limits = TransportLimits()
        limits.maxConnections = 1
        try await withListener(limits: limits) { port, counts in
            let first = try RawClient(port: port)
            first.send("POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na")
            #expect(first.read(responses: 1).contains("200 OK"))
            let second = try RawClient(port: port)
            second.send("POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na")
            #expect(second.read(responses: 1).isEmpty)
            #expect(counts.refusals[.tooManyConnections] == 1)
            first.close()
            second.close()
        }
    }
}

/// What a closure found.
private final class Box: @unchecked Sendable {
    var text = ""
}

extension String {
    /// Where a mark occurs beyond the first `count` letters.
    fileprivate func firstRange(of mark: String, after count: Int) -> Range<Index>? { dropFirst(count).firstRange(of: mark) }

    /// What follows each occurrence of a mark, up to the next.
    fileprivate func components(after mark: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = Substring(self)
        while let found = rest.firstRange(of: mark) {
            rest = rest[found.upperBound...]
            parts.append(rest[..<(rest.firstRange(of: mark)?.lowerBound ?? rest.endIndex)])
        }
        return parts
    }
}
