import NIOCore
import NIOHPACK
import NIOHTTP2

extension Answer {
    /// The frames of an answer, in their order; the last one ends the stream.
    func forEachPayload(isGRPC: Bool, _ allocator: ByteBufferAllocator, _ write: (HTTP2Frame.FramePayload) -> Void) {
        if isGRPC { forEachMessagePayload(allocator, write) } else { forEachPlainPayload(allocator, write) }
    }

    private func forEachPlainPayload(_ allocator: ByteBufferAllocator, _ write: (HTTP2Frame.FramePayload) -> Void) {
        var fields = HPACKHeaders()
        fields.reserveCapacity(headers.count + 2)
        fields.add(name: ":status", value: String(status))
        for (name, value) in headers { fields.add(name: name, value: value) }
        if status != 204 { fields.add(name: "content-length", value: String(body.count)) }
        write(.headers(.init(headers: fields, endStream: body.isEmpty)))
        guard !body.isEmpty else { return }
        var buffer = allocator.buffer(capacity: body.count)
        buffer.writeBytes(body)
        write(.data(.init(data: .byteBuffer(buffer), endStream: true)))
    }

    /// Headers, message and trailers; of a failure trailers only. Source: grpc/doc/PROTOCOL-HTTP2.md, "Responses".
    private func forEachMessagePayload(_ allocator: ByteBufferAllocator, _ write: (HTTP2Frame.FramePayload) -> Void) {
        let outcome = grpc ?? GRPCStatus(code: status == 200 ? 0 : 2)
        let head: [(String, String)] = [(":status", "200"), ("content-type", "application/grpc")]
        var trailers = HPACKHeaders()
        if outcome.code == 0 {
            write(.headers(.init(headers: HPACKHeaders(head))))
            var buffer = allocator.buffer(capacity: body.count + 5)
            buffer.writeInteger(UInt8(0))
            buffer.writeInteger(UInt32(clamping: body.count))
            buffer.writeBytes(body)
            write(.data(.init(data: .byteBuffer(buffer))))
        } else {
            for (name, value) in head { trailers.add(name: name, value: value) }
        }
        trailers.add(name: "grpc-status", value: String(outcome.code))
        if !outcome.message.isEmpty { trailers.add(name: "grpc-message", value: GRPCText.percentEncoded(outcome.message)) }
        if !outcome.details.isEmpty { trailers.add(name: "grpc-status-details-bin", value: GRPCText.base64(outcome.details)) }
        write(.headers(.init(headers: trailers, endStream: true)))
    }
}
