// What the targets of Transport share: a connection to a listener without sockets.

import NIOCore
import NIOEmbedded
import Wire

@testable import Transport

/// Limits so small that the fuzzer reaches them.
enum Room {
    static let limits: TransportLimits = {
        var limits = TransportLimits()
        limits.maxBodyBytes = 1024
        limits.maxDecompressedBytes = 4096
        limits.maxHeaders = 12
        limits.maxHeaderBytes = 512
        limits.maxStreams = 4
        return limits
    }()

    struct Grant: BodyGrant {
        /// Less than what a body may inflate to, and more than what it may be.
        func cover(_ bytes: Int) -> Bool { bytes <= 3000 }
    }
}

/// Keeps what it is given, and answers at once.
final class Keeper: IngestHandler, RefusalAnswering, @unchecked Sendable {
    private(set) var bodies: [[UInt8]] = []

    private final class Anybody: IngestConnection {}

    func greet() -> any IngestConnection { Anybody() }

    func admit(_ head: RequestHead, from connection: any IngestConnection) -> Admission {
        head.path == "/no" ? .refuse(Answer(503, headers: [("retry-after", "1")])) : .read(route: 0, grant: Room.Grant())
    }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        precondition(request.body.count <= Room.limits.maxDecompressedBytes, "a body over its limit")
        bodies.append(request.body.array)
        reply(Answer(200, body: Array("\(request.body.count)".utf8)))
    }

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        Answer(
            refusal == .bodyTooLarge ? 413 : 400, body: Array(refusal.rawValue.utf8), grpc: GRPCStatus(code: 3, message: refusal.rawValue))
    }
}

/// One connection.
struct Talk {
    let handler = Keeper()
    let counts = TransportCounts()
    let channel = EmbeddedChannel()
    private(set) var said: [UInt8] = []

    init() {
        let state = ListenerState(handler: handler, limits: Room.limits, counts: counts, tls: nil)
        do {
            try channel.pipeline.syncOperations.addHandler(PrefaceHandler(state))
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        } catch { preconditionFailure("no connection: \(error)") }
    }

    func hear(_ bytes: ByteBuffer) { _ = try? channel.writeInbound(bytes) }

    /// Closes it; gathers what it said, and what the close still made it say.
    mutating func end() {
        gather()
        _ = try? channel.finish(acceptAlreadyClosed: true)
        gather()
    }

    private mutating func gather() {
        while let part = try? channel.readOutbound(as: IOData.self) {
            if case .byteBuffer(let bytes) = part { said += Array(bytes.readableBytesView) }
        }
    }
}
