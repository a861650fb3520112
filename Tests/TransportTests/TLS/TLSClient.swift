import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

@testable import Transport

/// One connection with TLS: sends some bytes once the handshake is done, and reads until the other side has said enough.
struct TLSClient {
    struct Heard: Sendable {
        var text = ""
        /// What was agreed on by ALPN.
        var version: String?
        /// Of the server's certificate.
        var serial: [UInt8] = []
    }

    /// What was heard, or why nothing was.
    static func ask(
        port: Int, _ tls: ClientTLS, protocols: [String] = [], maximum: TLSVersion? = nil, _ bytes: String, until mark: String
    ) async -> Result<Heard, any Error> {
        let group = MultiThreadedEventLoopGroup.singleton
        do {
            var configuration = try tls.configuration(protocols: protocols)
            configuration.maximumTLSVersion = maximum
            if maximum != nil { configuration.minimumTLSVersion = .tlsv1 }
            let context = try NIOSSLContext(configuration: configuration)
            let heard = group.next().makePromise(of: Heard.self)
            let channel = try await ClientBootstrap(group: group).channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        NIOSSLClientHandler(context: context, serverHostname: tls.serverName ?? "localhost"),
                        Listening(bytes, mark, heard))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
            let deadline = channel.eventLoop.scheduleTask(in: .seconds(10)) { channel.close(promise: nil) }
            defer { deadline.cancel() }
            let result = await heard.futureResult.result()
            try? await channel.close()
            return result
        } catch {
            return .failure(error)
        }
    }

    struct Closed: Error {}

    private final class Listening: ChannelInboundHandler, @unchecked Sendable {
        typealias InboundIn = ByteBuffer

        private let bytes: String
        private let mark: String
        private let promise: EventLoopPromise<Heard>
        private var heard = Heard()

        init(_ bytes: String, _ mark: String, _ promise: EventLoopPromise<Heard>) {
            self.bytes = bytes
            self.mark = mark
            self.promise = promise
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .handshakeCompleted(let version)? = event as? TLSUserEvent {
                heard.version = version
                heard.serial = (try? context.pipeline.syncOperations.nioSSL_peerCertificate())?.serialNumber ?? []
                context.writeAndFlush(NIOAny(ByteBuffer(string: bytes)), promise: nil)
            }
            context.fireUserInboundEventTriggered(event)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            heard.text += String(buffer: unwrapInboundIn(data))
            if heard.text.contains(mark) { promise.succeed(heard) }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            promise.fail(error)
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { promise.fail(Closed()) }
    }
}

extension EventLoopFuture where Value: Sendable {
    fileprivate func result() async -> Result<Value, any Error> {
        do { return .success(try await get()) } catch { return .failure(error) }
    }
}
