import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix
import NIOSSL
import Synchronization

@testable import Transport

/// An HTTP/2 server that does with each frame what a test says: also what no good server would.
final class FrameServer: Sendable {
    /// What it saw, over all its connections.
    struct Seen: Sendable {
        var connections = 0
        var requests: [HPACKHeaders] = []
        var pings = 0
        var resets = 0
        /// Requests whose whole body came.
        var finished = 0
        var bytes = 0
    }

    /// One connection, as a script sees it.
    struct Connection {
        let context: ChannelHandlerContext
        let number: Int

        func send(_ payload: HTTP2Frame.FramePayload, on stream: HTTP2StreamID) {
            context.writeAndFlush(NIOAny(HTTP2Frame(streamID: stream, payload: payload)), promise: nil)
        }

        func sendHeaders(_ fields: [(String, String)], on stream: HTTP2StreamID, isLast: Bool = false) {
            send(.headers(.init(headers: HPACKHeaders(fields), endStream: isLast)), on: stream)
        }

        func sendMessage(_ bytes: [UInt8], on stream: HTTP2StreamID, flag: UInt8 = 0) {
            var buffer = ByteBuffer(bytes: [flag])
            buffer.writeInteger(UInt32(bytes.count))
            buffer.writeBytes(bytes)
            send(.data(.init(data: .byteBuffer(buffer))), on: stream)
        }

        /// A good answer.
        func answer(_ message: [UInt8], on stream: HTTP2StreamID) {
            sendHeaders([(":status", "200"), ("content-type", "application/grpc")], on: stream)
            sendMessage(message, on: stream)
            sendHeaders([("grpc-status", "0")], on: stream, isLast: true)
        }

        func close() { context.close(promise: nil) }
    }

    typealias Script = @Sendable (Connection, HTTP2Frame) -> Void

    private let channel: any Channel
    private let log: Log

    /// `script` is told each frame of a request (headers and data).
    static func run(
        settings: [HTTP2Setting] = [], tls: Reloading<NIOSSLContext>? = nil, script: @escaping Script,
        _ body: (FrameServer) async throws -> Void
    ) async throws {
        let log = Log()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls.current)) }
                    let http2 = NIOHTTP2Handler(mode: .server, initialSettings: settings)
                    try channel.pipeline.syncOperations.addHandlers(http2, Handler(script, log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        try await body(FrameServer(channel, log))
        try await channel.close()
    }

    private init(_ channel: any Channel, _ log: Log) {
        self.channel = channel
        self.log = log
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    var seen: Seen { log.seen.withLock { $0 } }

    private final class Log: Sendable {
        let seen = Mutex(Seen())
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTP2Frame
        private let script: Script
        private let log: Log
        private var number = 0

        init(_ script: @escaping Script, _ log: Log) {
            self.script = script
            self.log = log
        }

        func channelActive(context: ChannelHandlerContext) {
            number = log.seen.withLock {
                $0.connections += 1
                return $0.connections
            }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let frame = unwrapInboundIn(data)
            log.seen.withLock { note(frame, &$0) }
            switch frame.payload {
            case .headers, .data: script(Connection(context: context, number: number), frame)
            default: break
            }
        }

        private func note(_ frame: HTTP2Frame, _ seen: inout Seen) {
            switch frame.payload {
            case .headers(let headers): seen.requests.append(headers.headers)
            case .data(let data):
                seen.bytes += data.data.readableBytes
                if data.endStream { seen.finished += 1 }
            case .ping(_, let ack): if !ack { seen.pings += 1 }
            case .rstStream: seen.resets += 1
            default: break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

extension HTTP2Frame {
    /// Whether a request ends here.
    var isEnd: Bool {
        switch payload {
        case .data(let data): data.endStream
        case .headers(let headers): headers.endStream
        default: false
        }
    }
}
