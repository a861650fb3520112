import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// An HTTP/1.1 backend on loopback that does with each request what a test says, also what no good backend would.
final class ScriptedBackend: Sendable {
    enum Deed: Sendable {
        /// A whole answer: the status line with headers, and a body. The connection stays.
        case answer(String, [UInt8] = [])
        /// These bytes, then the end of the connection.
        case say(String)
        /// A reset as soon as a request begins.
        case reset
        case silence
        /// A whole answer, one byte each millisecond.
        case drip(String)
    }

    struct Request: Sendable {
        /// In lower case.
        let head: String
        let body: [UInt8]
    }

    private final class State: Sendable {
        let deeds: Mutex<[Deed]>
        let requests = Mutex<[Request]>([])
        init(_ deeds: [Deed]) { self.deeds = Mutex(deeds) }

        /// The last deed is repeated.
        func next() -> Deed { deeds.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .silence } }
    }

    let port: Int
    private let state: State

    static func run(_ deeds: [Deed], _ body: (ScriptedBackend) async throws -> Void) async throws {
        let state = State(deeds)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Handler(state)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        try await body(ScriptedBackend(port: channel.localAddress?.port ?? 0, state))
        try await channel.close()
    }

    private init(port: Int, _ state: State) {
        self.port = port
        self.state = state
    }

    var requests: [Request] { state.requests.withLock { $0 } }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let state: State
        private var bytes: [UInt8] = []

        init(_ state: State) { self.state = state }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes += unwrapInboundIn(data).readableBytesView
            if case .reset? = state.deeds.withLock({ $0.first }) { return act(state.next(), context) }
            guard let request = whole() else { return }
            state.requests.withLock { $0.append(request) }
            act(state.next(), context)
        }

        /// The request, once all of it is here.
        private func whole() -> Request? {
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
            let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
            guard bytes.count >= end.upperBound + length else { return nil }
            let body = Array(bytes[end.upperBound..<end.upperBound + length])
            bytes.removeFirst(end.upperBound + length)
            return Request(head: head, body: body)
        }

        private func drip(_ rest: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
            guard let byte = rest.first else { return }
            context.writeAndFlush(NIOAny(ByteBuffer(bytes: [byte])), promise: nil)
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(1)) { bound.value.0.drip(rest.dropFirst(), bound.value.1) }
        }

        private func act(_ deed: Deed, _ context: ChannelHandlerContext) {
            switch deed {
            case .answer(let head, let body):
                let text = "HTTP/1.1 \(head)\r\nContent-Length: \(body.count)\r\n\r\n"
                context.writeAndFlush(NIOAny(ByteBuffer(bytes: Array(text.utf8) + body)), promise: nil)
            case .say(let text):
                context.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
                context.close(promise: nil)
            case .reset:
                _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
                context.close(promise: nil)
            case .silence: break
            case .drip(let head): drip(Array("HTTP/1.1 \(head)\r\nContent-Length: 0\r\n\r\n".utf8)[...], context)
            }
        }
    }
}
