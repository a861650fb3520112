import Foundation
import Glibc
import Metrics
import OTLP
import Settings
import Synchronization
import Testing
import Wire

@testable import Components
@testable import Pipeline

/// An HTTP server on loopback that answers as told, one connection after another, and keeps what it was sent.
private final class ScriptedServer: Sendable {
    struct Request: Sendable {
        let head: String
        let body: [UInt8]
    }

    let port: Int
    private let socket: Int32
    private let answers: Mutex<[String]>
    private let seen = Mutex<[Request]>([])

    /// Each answer is a status line with headers; the last one is repeated.
    init(answers: [String]) {
        self.answers = Mutex(answers)
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                _ = bind(socket, plain, length)
                _ = listen(socket, 8)
                _ = getsockname(socket, plain, &length)
            }
        }
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    deinit { close(socket) }

    var requests: [Request] { seen.withLock { $0 } }

    private func serve() {
        while true {
            let connection = accept(socket, nil, nil)
            guard connection >= 0 else { return }
            if let request = read(connection) {
                seen.withLock { $0.append(request) }
                let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
                let text = Array("HTTP/1.1 \(answer)\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnope".utf8)
                _ = write(connection, text, text.count)
            }
            close(connection)
        }
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(connection, &chunk, chunk.count)
            guard count > 0 else { return nil }
            bytes += chunk[0..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let head = String(text[..<end.lowerBound]).lowercased()
            let headCount = head.utf8.count + 4
            let length =
                head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) } ?? 0
            if bytes.count >= headCount + length { return Request(head: head, body: Array(bytes[headCount..<headCount + length])) }
        }
    }
}

@Suite struct RemoteWriteExporterTests {
    private func exporter(_ server: ScriptedServer, _ more: String = "") throws -> PrometheusRemoteWriteExporter {
        let text = """
            [exporters.prometheus_remote_write]
            endpoint = "http://127.0.0.1:\(server.port)/api/v1/write"
            headers = { Authorization = "Bearer t" }
            external_labels = { cluster = "c1" }
            \(more)
            """
        let document = try SettingsFile.load(text: text, name: "test.toml")
        let section = try #require(document.sections(of: "exporters").first)
        let settings = section.read(as: RemoteWriteSettings.self)
        #expect(document.mistakes.isEmpty)
        return try PrometheusRemoteWriteExporter(settings, Context(name: "exporters.prometheus_remote_write"))
    }

    private func payload(_ names: [String] = ["calls"]) -> Payload {
        Payload(signal: .metrics, bytes: .copy(of: MarkedSpan.metrics(names)), items: names.count, reservation: nil)
    }

    @Test func `it posts what remote write demands`() async throws {
        let server = ScriptedServer(answers: ["204 No Content"])
        try await exporter(server).export(payload())
        let request = try #require(server.requests.first)
        #expect(request.head.hasPrefix("post /api/v1/write http/1.1\r\n"))
        for header in [
            "content-encoding: snappy", "content-type: application/x-protobuf", "x-prometheus-remote-write-version: 0.1.0",
            "authorization: bearer t",
        ] { #expect(request.head.contains(header)) }
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains("calls_total"))
        #expect(body.contains("cluster"))
    }

    @Test func `a busy server is tried again when it says, with the rest alone`() async throws {
        let server = ScriptedServer(answers: ["200 OK", "503 Busy\r\nRetry-After: 7", "204 No Content"])
        let exporter = try exporter(server, "samples_per_request = 1")
        let payload = payload(["a", "b", "c"])
        do {
            try await exporter.export(payload)
            Issue.record("it must say that it failed")
        } catch {
            guard case .retry(let after, _) = error else { throw error }
            #expect(after == .seconds(7))
        }
        #expect(server.requests.count == 2)
        try await exporter.export(payload)
        #expect(server.requests.count == 4, "the first request is not written twice")
        #expect(server.requests[1].body == server.requests[2].body)
    }

    @Test func `what the server will never take is refused`() async throws {
        let exporter = try exporter(ScriptedServer(answers: ["400 Bad Request"]))
        do {
            try await exporter.export(payload())
            Issue.record("it must say that it failed")
        } catch {
            guard case .refused(let reason) = error else { throw error }
            #expect("\(reason)" == "HTTP 400: nope")
        }
    }

    @Test func `no server is a reason to try again`() async throws {
        let server = ScriptedServer(answers: ["204 No Content"])
        let text = "[exporters.w]\nendpoint = \"http://127.0.0.1:1/\"\ntimeout = \"2s\""
        let document = try SettingsFile.load(text: text, name: "test.toml")
        let settings = try #require(document.sections(of: "exporters").first).read(as: RemoteWriteSettings.self)
        let exporter = try PrometheusRemoteWriteExporter(settings, Context(name: "exporters.w"))
        do {
            try await exporter.export(payload())
            Issue.record("it must say that it failed")
        } catch {
            guard case .retry = error else { throw error }
        }
        #expect(server.requests.isEmpty)
    }
}
