import NIOCore
import NIOHPACK
import Wire

/// The answer to a unary call as its frames arrive: headers, a message, trailers; or trailers only.
///
/// Source: grpc/doc/PROTOCOL-HTTP2.md, "Responses".
struct GRPCIncoming {
    /// Answers are small and of a known limit, so they need no share of anybody's budget.
    private struct AnswerGrant: BodyGrant {
        let limitBytes: Int
        func cover(_ bytes: Int) -> Bool { bytes <= limitBytes * 2 }
    }

    private var hasHeaders = false
    private var coding: ContentCoding?
    private var message = GRPCMessage()

    /// Non-nil once the outcome is known.
    mutating func take(_ headers: HPACKHeaders, isLast: Bool, limit: Int) -> GRPCExchange.Outcome? {
        guard hasHeaders else { return begin(headers, isLast: isLast, limit: limit) }
        guard isLast else { return .failure(.malformed("headers in the middle")) }
        return conclude(headers, limit)
    }

    private mutating func begin(_ headers: HPACKHeaders, isLast: Bool, limit: Int) -> GRPCExchange.Outcome? {
        guard let status = headers.first(name: ":status").flatMap({ Int($0) }) else { return .failure(.malformed("no HTTP status")) }
        if (100..<200).contains(status) { return nil }
        hasHeaders = true
        coding = ContentCoding(header: headers.first(name: "grpc-encoding"))
        if isLast, headers.contains(name: "grpc-status") { return conclude(headers, limit) }
        guard status == 200 else { return .success(GRPCReply(status: GRPCStatus(http: status), message: [])) }
        guard !isLast, headers.first(name: "content-type")?.hasPrefix("application/grpc") == true else {
            return .failure(.malformed("content type \(headers.first(name: "content-type")?.prefix(100) ?? "none")"))
        }
        return nil
    }

    mutating func take(_ data: ByteBuffer, isLast: Bool, limit: Int) -> GRPCExchange.Outcome? {
        guard hasHeaders else { return .failure(.malformed("a message before the headers")) }
        do throws(GRPCMessage.Fault) {
            try message.take(data, limit: limit, grant: AnswerGrant(limitBytes: limit))
        } catch {
            return .failure(error == .tooLarge ? .tooLarge(limitBytes: limit) : .malformed("\(error)"))
        }
        return isLast ? .failure(.malformed("no trailers")) : nil
    }

    private mutating func conclude(_ trailers: HPACKHeaders, _ limit: Int) -> GRPCExchange.Outcome {
        guard let code = trailers.first(name: "grpc-status").flatMap({ Int($0) }) else { return .failure(.malformed("no grpc-status")) }
        let status = GRPCStatus(
            code: code, message: GRPCText.percentDecoded(trailers.first(name: "grpc-message") ?? ""),
            details: GRPCText.unbase64(trailers.first(name: "grpc-status-details-bin") ?? ""))
        return .success(GRPCReply(status: status, message: code == 0 ? body(limit) : []))
    }

    /// The message. The status has said that the call was taken, so one that cannot be read is as good as none.
    private mutating func body(_ limit: Int) -> [UInt8] {
        guard let body = try? message.finished() else { return [] }
        guard message.isCompressed else { return body.array }
        var limits = TransportLimits()
        limits.maxDecompressedBytes = limit
        guard let coding else { return [] }
        return (try? Inflate.inflate(body, coding, limits: limits, grant: AnswerGrant(limitBytes: limit)))?.array ?? []
    }
}
