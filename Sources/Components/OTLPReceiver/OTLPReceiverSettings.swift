import NIOCore
import OTLP
import Settings
import Transport

/// The keys of `[receivers.otlp]`.
struct OTLPReceiverSettings: Configurable {
    let grpc: Address?
    let http: Address?
    let paths: [Signal: String]
    let limits: TransportLimits
    let threads: Int

    init(from keys: inout KeyReader) {
        grpc = keys.address(optional: "grpc", help: "where OTLP/gRPC is received, such as \"127.0.0.1:4317\"")
        http = keys.address(optional: "http", help: "where OTLP/HTTP is received, such as \"127.0.0.1:4318\"")
        if http == nil, grpc == nil { keys.mistake("it listens nowhere", hint: "add http = \"127.0.0.1:4318\"") }
        var paths: [Signal: String] = [:]
        for signal in Signal.allCases {
            paths[signal] = keys.string(
                "\(signal.name)_path", default: "/v1/\(signal.name)", help: "the HTTP path of \(signal.name)")
        }
        self.paths = paths
        limits = Self.readLimits(&keys)
        threads = keys.int(
            "threads", default: min(System.coreCount, 8), in: 1...64, help: "event loops; by default one for each core, at most 8")
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
        limits.headerTimeout = keys.duration(
            "header_timeout", default: limits.headerTimeout, in: .milliseconds(100) ... .seconds(3600), help: "for a request's head")
        limits.bodyTimeout = keys.duration(
            "body_timeout", default: limits.bodyTimeout, in: .milliseconds(100) ... .seconds(3600),
            help: "for a body, and a second more for each 64KiB")
        limits.idleTimeout = keys.duration(
            "idle_timeout", default: limits.idleTimeout, in: .milliseconds(100) ... .seconds(86_400), help: "between two requests")
        return limits
    }
}
