import NIOCore
import NIOHPACK

/// HTTP/2 in frames as a test writes them: also such as no good client would send. Knows no rules (RFC 9113 section 6).
final class FrameClient {
    enum Kind: UInt8 {
        case data, headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
    }

    /// What the other side said on one stream, and of the connection.
    struct Heard {
        var fields: [(String, String)] = []
        var body: [UInt8] = []
        var isEnded = false
        /// What may be sent more than at the beginning.
        var window = 0
        var reset: UInt32?
        var goAway: (code: UInt32, words: String)?
        var isClosed = false

        /// Of repeated fields, in headers or trailers, the last.
        func field(_ name: String) -> String? { fields.last { $0.0 == name }?.1 }
        var status: String? { field(":status") }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    static let endStream: UInt8 = 1
    static let endHeaders: UInt8 = 4
    static let acknowledgement: UInt8 = 1
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    private let socket: RawClient
    private var unread: [UInt8] = []
    private var decoder = HPACKDecoder(allocator: ByteBufferAllocator())

    init(port: Int) throws {
        socket = try RawClient(port: port)
        socket.send(Self.preface + Self.frame(.settings))
    }

    func close() { socket.close() }

    func send(_ bytes: [UInt8]) { socket.send(bytes) }

    func send(_ kind: Kind, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) {
        socket.send(Self.frame(kind, flags: flags, stream: stream, payload))
    }

    /// A whole request.
    func post(_ path: String = "/v1", _ fields: [(String, String)] = [], stream: UInt32, _ body: [UInt8]) {
        head(path, fields, stream: stream)
        send(.data, flags: Self.endStream, stream: stream, body)
    }

    /// A unary call; without `te` where a test sends its own.
    func call(_ fields: [(String, String)] = [], te: String? = "trailers", stream: UInt32, _ body: [UInt8]) {
        post("/a.Service/Do", [("content-type", "application/grpc")] + (te.map { [("te", $0)] } ?? []) + fields, stream: stream, body)
    }

    func head(_ path: String = "/v1", _ fields: [(String, String)] = [], stream: UInt32, flags: UInt8 = 0) {
        let all = [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "x")] + fields
        send(.headers, flags: Self.endHeaders | flags, stream: stream, Self.block(all))
    }

    /// Reads until a stream ends, or the connection does.
    func answer(on stream: UInt32) -> Heard {
        var heard = Heard()
        while !heard.isEnded, heard.reset == nil, heard.goAway == nil {
            guard let frame = next() else {
                heard.isClosed = true
                break
            }
            note(frame, stream, &heard)
        }
        return heard
    }

    /// Reads until a stream's window was moved on by so much.
    func awaitWindow(_ bytes: Int, on stream: UInt32) {
        var heard = Heard()
        while heard.window < bytes, let frame = next() { note(frame, stream, &heard) }
    }

    /// Reads until the other side closes.
    func end() -> Heard {
        var heard = Heard()
        while let frame = next() { note(frame, .max, &heard) }
        heard.isClosed = true
        return heard
    }

    // MARK: - Frames

    private typealias Frame = (kind: UInt8, flags: UInt8, stream: UInt32, payload: [UInt8])

    private func note(_ frame: Frame, _ stream: UInt32, _ heard: inout Heard) {
        let isOurs = frame.stream == stream
        switch Kind(rawValue: frame.kind) {
        case .headers:
            var block = ByteBuffer(bytes: frame.payload)
            let fields = (try? decoder.decodeHeaders(from: &block)) ?? [:]
            if isOurs { heard.fields += fields.map { ($0.name, $0.value) } }
        case .data: if isOurs { heard.body += frame.payload }
        case .reset: if isOurs { heard.reset = Self.number(frame.payload[...]) }
        case .goAway:
            heard.goAway = (Self.number(frame.payload[4...]), String(decoding: frame.payload.dropFirst(8), as: UTF8.self))
        case .settings: if frame.flags & Self.acknowledgement == 0 { send(.settings, flags: Self.acknowledgement) }
        case .windowUpdate: if isOurs { heard.window += Int(Self.number(frame.payload[...])) }
        default: return
        }
        if isOurs, frame.flags & Self.endStream != 0 { heard.isEnded = true }
    }

    private func next() -> Frame? {
        while true {
            if unread.count >= 9 {
                let length = unread[..<3].reduce(0) { $0 << 8 | Int($1) }
                if unread.count >= 9 + length {
                    let frame = (unread[3], unread[4], Self.number(unread[5...]), Array(unread[9..<9 + length]))
                    unread.removeFirst(9 + length)
                    return frame
                }
            }
            let more = socket.receive()
            guard !more.isEmpty else { return nil }
            unread += more
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

    static func frame(_ kind: Kind, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        let length = [16, 8, 0].map { UInt8(truncatingIfNeeded: payload.count >> $0) }
        return length + [kind.rawValue, flags] + bytes(stream) + payload
    }

    static func bytes(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }

    /// Literals that enter no table (RFC 7541 section 6.2.2).
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + literal($0.0) + literal($0.1) }
    }

    private static func literal(_ text: String) -> [UInt8] {
        let count = text.utf8.count
        guard count >= 127 else { return [UInt8(count)] + text.utf8 }
        var (rest, length) = (count - 127, [UInt8(127)])
        while rest >= 128 {
            length.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        return length + [UInt8(rest)] + text.utf8
    }
}
