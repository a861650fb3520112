import NIOCore
import OTLP
import Pipeline
import Settings
import Transport

/// The keys of `[receivers.otlp]`.
struct OTLPReceiverSettings: Configurable {
    let grpc: Address?
    let http: Address?
    let tls: ServerTLS?
    let credentials: Credentials?
    let cors: CORS
    let paths: [Signal: String]
    let limits: TransportLimits
    let threads: Int

    init(from keys: inout KeyReader) {
        grpc = keys.address(optional: "grpc", help: "where OTLP/gRPC is received, such as \"127.0.0.1:4317\"")
        http = keys.address(optional: "http", help: "where OTLP/HTTP is received, such as \"127.0.0.1:4318\"")
        if http == nil, grpc == nil { keys.mistake("it listens nowhere", hint: "add http = \"127.0.0.1:4318\"") }
        tls = keys.table(optional: "tls", as: ServerTLSSettings.self, help: "encrypts both ports")?.server
        credentials =
            keys.table(optional: "auth", as: AuthSettings.self, help: "who may send; gRPC's health service asks for none")?.credentials
        cors = Self.readCORS(&keys)
        paths = Self.readPaths(&keys)
        limits = Self.readLimits(&keys)
        threads = keys.int(
            "threads", default: min(System.coreCount, 8), in: 1...64, help: "event loops; by default one for each core, at most 8")
    }

    private static func readCORS(_ keys: inout KeyReader) -> CORS {
        let origins = keys.strings("cors", default: [], help: "origins whose pages may send from a browser, or \"*\"")
        for (place, origin) in origins.enumerated() where origin != CORS.any && !CORS.isOrigin(origin) {
            keys.mistake(at: "cors", element: place, "that is not an origin", hint: "write \"https://app.example\", without a path")
        }
        return CORS(origins: origins.map { $0.lowercased() })
    }

    private static func readPaths(_ keys: inout KeyReader) -> [Signal: String] {
        var paths: [Signal: String] = [:]
        for signal in Signal.allCases {
            let key = "\(signal.name)_path"
            let path = keys.string(key, default: "/v1/\(signal.name)", help: "the HTTP path of \(signal.name)")
            if !path.hasPrefix("/") { keys.mistake(at: key, "a path begins with /") }
            if paths.values.contains(path) { keys.mistake(at: key, "another signal has this path") }
            paths[signal] = path
        }
        return paths
    }

    private static func readLimits(_ keys: inout KeyReader) -> TransportLimits {
        var limits = TransportLimits()
        limits.maxBodyBytes = keys.size(
            "max_body", default: limits.maxBodyBytes, in: 1024...1 << 30, help: "a body as it comes over the wire")
        limits.maxDecompressedBytes = keys.size(
            "max_decompressed", default: limits.maxDecompressedBytes, in: 1024...1 << 30, help: "a body once inflated")
        limits.maxRatio = keys.int(
            "max_ratio", default: limits.maxRatio, in: 1...100_000, help: "inflated over compressed, beyond the first mebibyte")
        limits.maxHeaders = keys.int("max_headers", default: limits.maxHeaders, in: 8...10_000, help: "headers of a request")
        limits.maxHeaderBytes = keys.size(
            "max_header_bytes", default: limits.maxHeaderBytes, in: 1024...1 << 20, help: "all headers of a request together")
        limits.maxConnections = keys.int(
            "max_connections", default: limits.maxConnections, in: 1...1_000_000, help: "connections open at once")
        limits.maxStreams = keys.int(
            "max_streams", default: limits.maxStreams, in: 1...10_000, help: "requests under way at once on an HTTP/2 connection")
        limits.maxResets = keys.int(
            "max_resets", default: limits.maxResets, in: 1...10_000, help: "streams that an HTTP/2 sender may reset in half a minute")
        limits.maxControlFrames = keys.int(
            "max_control_frames", default: limits.maxControlFrames, in: 1...10_000,
            help: "HTTP/2 pings and the like in quick succession, without an answer between them")
        readTimeouts(&keys, &limits)
        return limits
    }

    private static func readTimeouts(_ keys: inout KeyReader, _ limits: inout TransportLimits) {
        limits.headerTimeout = keys.duration(
            "header_timeout", default: limits.headerTimeout, in: .milliseconds(100) ... .seconds(3600),
            help: "for a request's head, and for the handshake before it")
        limits.bodyTimeout = keys.duration(
            "body_timeout", default: limits.bodyTimeout, in: .milliseconds(100) ... .seconds(3600),
            help: "for a body, and a second more for each 64KiB of it")
        limits.idleTimeout = keys.duration(
            "idle_timeout", default: limits.idleTimeout, in: .milliseconds(100) ... .seconds(86_400), help: "between two requests")
    }
}
