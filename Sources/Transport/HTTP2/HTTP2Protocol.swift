import NIOCore
import NIOHPACK
import NIOHTTP2

extension HTTP2Handler {
    /// The handler that speaks the protocol itself, with our limits.
    static func protocolHandler(_ limits: TransportLimits) -> NIOHTTP2Handler {
        var connection = NIOHTTP2Handler.ConnectionConfiguration()
        connection.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: limits.maxStreams),
            HTTP2Setting(parameter: .initialWindowSize, value: ReceiveWindow.bytes),
            HTTP2Setting(parameter: .maxFrameSize, value: 1 << 20),
            HTTP2Setting(parameter: .maxHeaderListSize, value: limits.maxHeaderBytes),
        ]
        // Floods are the business of ControlFrameGuard, which knows of answers: Go's clients ping once for each one they read, to learn
        // the bandwidth, and that may be thousands in a second. NIO knows only of time, so it gets a rate that no such client reaches.
        connection.controlFrameRateLimit.maximumCount = 1000
        connection.controlFrameRateLimit.windowLength = .milliseconds(10)
        var stream = NIOHTTP2Handler.StreamConfiguration()
        stream.streamResetFrameRateLimit.maximumCount = limits.maxResets
        return NIOHTTP2Handler(mode: .server, connectionConfiguration: connection, streamConfiguration: stream)
    }
}

extension RequestHead {
    init(_ fields: HPACKHeaders) {
        let bytes = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        self.init(
            method: fields.first(name: ":method") ?? "", target: fields.first(name: ":path") ?? "",
            isGRPC: Self.isGRPC(fields.first(name: "content-type") ?? ""), fieldCount: fields.count, fieldBytes: bytes
        ) { fields.first(name: $0) }
    }

    /// `application/grpc`, with a suffix or a parameter; what gRPC-Web calls itself is something else.
    private static func isGRPC(_ contentType: String) -> Bool {
        let name = contentType.prefix { $0 != ";" && $0 != "+" && $0 != " " }
        return name.utf8.count == 16 && name.lowercased() == "application/grpc"
    }
}

extension TransportRefusal {
    /// What a fault that NIO found is counted as; nil for an end that is nobody's fault.
    init?(http2 error: any Error) {
        switch error {
        case is NIOHTTP2Errors.ExcessiveRSTFrames: self = .rapidReset
        case is NIOHTTP2Errors.ExcessiveControlFrames: self = .controlFlood
        case is NIOHTTP2Errors.ExcessiveEmptyDataFrames: self = .emptyFrames
        case is NIOHTTP2Errors.ExcessiveContinuationFrames: self = .continuationFlood
        case is NIOHTTP2Errors.ExcessivelyLargeHeaderBlock: self = .headersTooLarge
        case is NIOHTTP2Errors.MaxStreamsViolation: self = .tooManyStreams
        case is NIOHTTP2Errors.StreamError, is NIOHTTP2Errors.ExcessiveStreamErrors, is NIOHTTP2Errors.ExcessiveNumberOfGlitches:
            self = .malformed
        default:
            guard error is any NIOHTTP2Error else { return nil }
            self = .malformed
        }
    }
}
