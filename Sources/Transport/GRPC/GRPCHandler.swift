import NIOCore
import NIOHPACK
import NIOHTTP2
import Wire

/// One HTTP/2 connection of unary gRPC calls, spoken in frames: no channel is made for a stream.
///
/// NIO's HTTP/2 handler before it keeps the protocol's state, acknowledges settings and pings, and bounds resets, pings, settings, empty and
/// CONTINUATION frames. This one moves flow-control windows, gathers messages, and answers.
/// Source: grpc/doc/PROTOCOL-HTTP2.md, RFC 9113.
final class GRPCHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    /// A window for bytes on the way; as large for a stream as for the connection, since most senders use one stream at a time.
    static let windowBytes = 4 << 20
    private static let defaultWindowBytes = 65_535
    /// How often old calls are looked for.
    private static let lookEvery = TimeAmount.seconds(10)

    static var settings: [HTTP2Setting] {
        [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: 100), HTTP2Setting(parameter: .initialWindowSize, value: windowBytes),
            HTTP2Setting(parameter: .maxFrameSize, value: 1 << 20), HTTP2Setting(parameter: .maxHeaderListSize, value: 64 << 10),
        ]
    }

    private let listener: ListenerState
    private var calls: [HTTP2StreamID: GRPCCall] = [:]
    private var lastStream = HTTP2StreamID.rootStream
    private var unacknowledged = 0
    private var lastActivity = NIODeadline.now()
    private var timer: RepeatedTask?
    private var isLeaving = false

    init(_ listener: ListenerState) { self.listener = listener }

    // MARK: - The connection

    func channelActive(context: ChannelHandlerContext) {
        let increment = Self.windowBytes - Self.defaultWindowBytes
        write(.windowUpdate(windowSizeIncrement: increment), on: .rootStream, context)
        context.flush()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.lookEvery, delay: Self.lookEvery) { _ in
            bound.value.0.lookForOldCalls(bound.value.1)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        calls.removeAll()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A fault of one stream leaves the others alone; NIO has reset it.
        if let fault = error as? NIOHTTP2Errors.StreamError {
            calls[fault.streamID] = nil
            return
        }
        listener.counts.refuse(.malformed)
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ListenerClosing: leave(context)
        case let closed as StreamClosedEvent: calls[closed.streamID] = nil
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Says that no new call is taken, and goes once those under way are answered.
    private func leave(_ context: ChannelHandlerContext) {
        guard !isLeaving else { return }
        isLeaving = true
        write(.goAway(lastStreamID: lastStream, errorCode: .noError, opaqueData: nil), on: .rootStream, context)
        context.flush()
        closeIfDone(context)
    }

    private func closeIfDone(_ context: ChannelHandlerContext) {
        if isLeaving, calls.isEmpty { context.close(promise: nil) }
    }

    private func lookForOldCalls(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        for (stream, call) in calls where now >= call.deadline && !call.isAnswering {
            listener.counts.refuse(.timeout)
            refuse(.timeout, call.head, stream, context)
        }
        if calls.isEmpty, now - lastActivity > .nanoseconds(listener.limits.idleTimeout.wholeNanoseconds) { leave(context) }
    }

    // MARK: - Frames

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        lastActivity = .now()
        switch frame.payload {
        case .headers(let headers): begin(frame.streamID, headers, context)
        case .data(let data): take(frame.streamID, data, context)
        case .rstStream: calls[frame.streamID] = nil
        default: break
        }
    }

    private func begin(_ stream: HTTP2StreamID, _ headers: HTTP2Frame.FramePayload.Headers, _ context: ChannelHandlerContext) {
        if calls[stream] != nil {  // trailers of a request carry nothing for us
            if headers.endStream { finish(stream, context) }
            return
        }
        lastStream = max(lastStream, stream)
        let fields = headers.headers
        let head = RequestHead(
            method: fields.first(name: ":method") ?? "", path: fields.first(name: ":path") ?? "", contentLength: nil, isGRPC: true
        ) { fields.first(name: $0) }
        if let refusal = refusal(fields) {
            listener.counts.refuse(refusal)
            return refuse(refusal, head, stream, context)
        }
        switch listener.handler.admit(head) {
        case .refuse(let answer): write(answer, stream, requestIsOpen: !headers.endStream, context)
        case .read(let route, let grant):
            let time = min(
                listener.limits.bodyTimeout.wholeNanoseconds, GRPCTimeout.nanoseconds(fields.first(name: "grpc-timeout")) ?? .max)
            calls[stream] = GRPCCall(
                head: head, route: route, grant: grant, coding: ContentCoding(header: fields.first(name: "grpc-encoding")) ?? .identity,
                deadline: .now() + .nanoseconds(time))
            if headers.endStream { finish(stream, context) }
        }
    }

    private func refusal(_ fields: HPACKHeaders) -> TransportRefusal? {
        if fields.count > listener.limits.maxHeaders { return .headersTooLarge }
        return ContentCoding(header: fields.first(name: "grpc-encoding")) == nil ? .unsupportedEncoding : nil
    }

    private func take(_ stream: HTTP2StreamID, _ data: HTTP2Frame.FramePayload.Data, _ context: ChannelHandlerContext) {
        guard case .byteBuffer(let part) = data.data else { return }
        let size = part.readableBytes + (data.paddingBytes.map { $0 + 1 } ?? 0)
        moveWindow(.rootStream, size, &unacknowledged, context)
        guard var call = calls[stream], !call.isAnswering else { return }
        if !data.endStream { moveWindow(stream, size, &call.unacknowledged, context) }
        do throws(GRPCMessage.Fault) {
            try call.message.take(part, limit: listener.limits.maxBodyBytes, grant: call.grant)
        } catch {
            return refuse(error, call.head, stream, open: !data.endStream, context)
        }
        calls[stream] = call
        if data.endStream { finish(stream, context) }
    }

    /// Gives a sender its window back once half of it is used.
    private func moveWindow(_ stream: HTTP2StreamID, _ size: Int, _ unacknowledged: inout Int, _ context: ChannelHandlerContext) {
        unacknowledged += size
        guard unacknowledged >= Self.windowBytes / 2 else { return }
        write(.windowUpdate(windowSizeIncrement: unacknowledged), on: stream, context)
        context.flush()
        unacknowledged = 0
    }

    // MARK: - Answers

    private func finish(_ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard var call = calls[stream], !call.isAnswering else { return }
        let body: Bytes
        do throws(GRPCMessage.Fault) { body = try call.message.finished() } catch {
            return refuse(error, call.head, stream, open: false, context)
        }
        let inflated: Bytes
        do throws(InflateError) {
            if call.message.isCompressed, call.coding == .identity { throw .malformed }
            inflated = try Inflate.inflate(
                body, call.message.isCompressed ? call.coding : .identity, limits: listener.limits, grant: call.grant)
        } catch {
            let refusal: TransportRefusal =
                switch error {
                case .malformed: .badCompression
                case .tooLarge: .decompressedTooLarge
                case .noRoom: .noRoom
                }
            listener.counts.refuse(refusal)
            return write(listener.refusals.answer(to: refusal, call.head), stream, requestIsOpen: false, context)
        }
        call.isAnswering = true
        calls[stream] = call
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        listener.handler.handle(IngestRequest(route: call.route, body: inflated, grant: call.grant)) { answer in
            if loop.inEventLoop {
                bound.value.0.complete(answer, stream, bound.value.1)
            } else {
                loop.execute { bound.value.0.complete(answer, stream, bound.value.1) }
            }
        }
    }

    private func complete(_ answer: Answer, _ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard calls[stream] != nil else { return }
        write(answer, stream, requestIsOpen: false, context)
    }

    private func refuse(
        _ fault: GRPCMessage.Fault, _ head: RequestHead, _ stream: HTTP2StreamID, open: Bool, _ context: ChannelHandlerContext
    ) {
        let refusal: TransportRefusal =
            switch fault {
            case .tooLarge: .bodyTooLarge
            case .noRoom: .noRoom
            case .severalMessages, .truncated, .badFlag: .malformed
            }
        listener.counts.refuse(refusal)
        write(listener.refusals.answer(to: refusal, head), stream, requestIsOpen: open, context)
    }

    private func refuse(_ refusal: TransportRefusal, _ head: RequestHead, _ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        write(listener.refusals.answer(to: refusal, head), stream, requestIsOpen: true, context)
    }

    /// Headers, message and trailers; of a failure trailers only. A sender that is still sending is told to stop.
    private func write(_ answer: Answer, _ stream: HTTP2StreamID, requestIsOpen: Bool, _ context: ChannelHandlerContext) {
        calls[stream] = nil
        listener.counts.answer()
        let status = answer.grpc ?? GRPCStatus(code: answer.status == 200 ? 0 : 2)
        var trailers = HPACKHeaders()
        if status.code == 0 {
            writeHeaders([(":status", "200"), ("content-type", "application/grpc")], stream, context)
            var buffer = context.channel.allocator.buffer(capacity: answer.body.count + 5)
            buffer.writeInteger(UInt8(0))
            buffer.writeInteger(UInt32(answer.body.count))
            buffer.writeBytes(answer.body)
            write(.data(.init(data: .byteBuffer(buffer))), on: stream, context)
        } else {
            trailers.add(name: ":status", value: "200")
            trailers.add(name: "content-type", value: "application/grpc")
        }
        trailers.add(name: "grpc-status", value: String(status.code))
        if !status.message.isEmpty { trailers.add(name: "grpc-message", value: GRPCText.percentEncoded(status.message)) }
        if !status.details.isEmpty { trailers.add(name: "grpc-status-details-bin", value: GRPCText.base64(status.details)) }
        write(.headers(.init(headers: trailers, endStream: true)), on: stream, context)
        if requestIsOpen { write(.rstStream(.noError), on: stream, context) }
        context.flush()
        closeIfDone(context)
    }

    private func writeHeaders(_ fields: [(String, String)], _ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        write(.headers(.init(headers: HPACKHeaders(fields))), on: stream, context)
    }

    private func write(_ payload: HTTP2Frame.FramePayload, on stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)), promise: nil)
    }
}

/// One call under way.
private struct GRPCCall {
    let head: RequestHead
    let route: Int
    let grant: any BodyGrant
    let coding: ContentCoding
    let deadline: NIODeadline
    var message = GRPCMessage()
    var unacknowledged = 0
    var isAnswering = false
}
