// gRPC and HTTP/2 under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it with Transport on NIO's embedded channel.
//
// The first byte chooses: a message in pieces, the frames of a backend's answer, or the frames of a connection to our listener, of
// which `FrameScript` makes real ones. A trap, a message that is not what was framed, or one over its limits is a find.

import NIOCore
import NIOEmbedded
import NIOHPACK
import Wire

@testable import Transport

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    guard let first = input.first, input.count >= 2 else { return 0 }
    let rest = Array(input.dropFirst())
    switch first % 4 {
    case 0: message(rest)
    case 1: answer(rest)
    default: connection(rest)
    }
    return 0
}

/// A message in pieces of `bytes[0]` bytes, beside a reading of it in one piece.
private func message(_ bytes: [UInt8]) {
    let (piece, framed) = (1 + Int(bytes[0] % 32), Array(bytes.dropFirst()))
    var message = GRPCMessage()
    let found: [UInt8]?
    do throws(GRPCMessage.Fault) {
        var rest = framed[...]
        while !rest.isEmpty {
            try message.take(ByteBuffer(bytes: rest.prefix(piece)), limit: Room.limits.maxBodyBytes, grant: Room.Grant())
            rest = rest.dropFirst(piece)
        }
        found = try message.finished().array
    } catch {
        found = nil
    }
    precondition(found == expected(framed), "a message is not what was framed")
}

private func expected(_ framed: [UInt8]) -> [UInt8]? {
    guard framed.count >= 5, framed[0] <= 1 else { return nil }
    let length = framed[1..<5].reduce(0) { $0 << 8 | Int($1) }
    guard length == framed.count - 5, length <= Room.limits.maxBodyBytes else { return nil }
    return Array(framed[5...])
}

private let names = [":status", "content-type", "grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "x"]

/// What a backend may send back: headers, data, trailers in any order, until the call has an outcome.
private func answer(_ bytes: [UInt8]) {
    var incoming = GRPCIncoming()
    var rest = bytes[...]
    while let kind = rest.popFirst() {
        let isLast = kind & 1 == 1
        let outcome: GRPCExchange.Outcome?
        if kind & 2 == 0 {
            var headers = HPACKHeaders()
            for _ in 0..<(kind >> 2) % 6 {
                let name = names[Int(rest.popFirst() ?? 0) % names.count]
                headers.add(name: name, value: String(decoding: rest.popPart(), as: UTF8.self))
            }
            outcome = incoming.take(headers, isLast: isLast, limit: 1024)
        } else {
            outcome = incoming.take(ByteBuffer(bytes: rest.popPart()), isLast: isLast, limit: 1024)
        }
        guard let outcome else { continue }
        if case .success(let reply) = outcome { precondition(reply.message.count <= 1024, "an answer over its limit") }
        return
    }
}

private func connection(_ bytes: [UInt8]) {
    var talk = Talk()
    talk.hear(ByteBuffer(string: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
    talk.hear(ByteBuffer(bytes: [0, 0, 0, 4, 0, 0, 0, 0, 0]))
    var script = FrameScript(bytes[...])
    while talk.channel.isActive, let frame = script.next() { talk.hear(ByteBuffer(bytes: frame)) }
    talk.end()
    precondition(talk.handler.bodies.count <= talk.counts.requests, "a request without an answer")
}

extension ArraySlice<UInt8> {
    /// A length byte, and so many bytes.
    fileprivate mutating func popPart() -> ArraySlice<UInt8> {
        let count = Int(popFirst() ?? 0)
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}

/// Makes frames of what the fuzzer brings, since it would take long to find header blocks by itself. RFC 9113 section 4.1, RFC 7541 section 6.2.2.
private struct FrameScript {
    private static let heads: [[(String, String)]] = [
        [(":method", "POST"), (":scheme", "http"), (":path", "/s/Export"), ("te", "trailers"), ("content-type", "application/grpc")],
        [
            (":method", "POST"), (":scheme", "http"), (":path", "/s/Export"), ("te", "trailers"), ("content-type", "application/grpc"),
            ("grpc-encoding", "gzip"), ("grpc-timeout", "5S"),
        ],
        [(":method", "POST"), (":scheme", "http"), (":path", "/v1/traces"), ("content-type", "application/x-protobuf")],
        [(":method", "POST"), (":scheme", "http"), (":path", "/v1/traces"), ("content-encoding", "deflate"), ("content-length", "9")],
        [("trailer", "1")],
    ]
    private static let own = ["grpc-timeout", "content-length", "grpc-encoding", "content-encoding", "te", ":path", "X", "host"]

    private var rest: ArraySlice<UInt8>
    private var lastStream: UInt8 = 1

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> [UInt8]? {
        guard let kind = rest.popFirst() else { return nil }
        let flags = rest.popFirst() ?? 0
        switch kind % 8 {
        case 0, 1:
            let block = block(Int(kind >> 3))
            if flags & 0x80 != 0 { lastStream &+= 2 }
            return frame(1, flags & 1 | 4, lastStream, block)
        case 2, 3: return frame(0, flags & 1, lastStream, rest.popPart())
        case 4: return frame(0, 1, lastStream, framed(flags & 2 >> 1))
        case 5: return frame(3, 0, lastStream, [0, 0, 0, flags])
        case 6: return Array(rest.popPart())
        default: return frame(kind >> 3, flags, lastStream & (rest.popFirst() ?? 0), rest.popPart())
        }
    }

    /// A whole message behind its prefix.
    private mutating func framed(_ flag: UInt8) -> ArraySlice<UInt8> {
        let part = rest.popPart()
        return [flag, 0, 0, 0, UInt8(part.count)] + part
    }

    private mutating func block(_ number: Int) -> ArraySlice<UInt8> {
        var fields = Self.heads[number % Self.heads.count]
        if number >= 16 {
            fields.append(
                (Self.own[number % Self.own.count], String(decoding: rest.popPart().prefix(100).map { $0 & 0x7F }, as: UTF8.self)))
        }
        return fields.reduce(into: []) { $0 += [0] + Self.text($1.0) + Self.text($1.1) }
    }

    private static func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

    private func frame(_ type: UInt8, _ flags: UInt8, _ stream: UInt8, _ payload: ArraySlice<UInt8>) -> [UInt8] {
        [0, UInt8(payload.count >> 8), UInt8(truncatingIfNeeded: payload.count), type, flags, 0, 0, 0, stream] + payload
    }
}
