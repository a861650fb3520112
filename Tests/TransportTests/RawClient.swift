import Glibc

/// A socket that sends bytes as they are and reads what comes back: for requests that no HTTP client would send.
struct RawClient {
    private let socket: Int32

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        struct Refused: Error {}
        if result != 0 { throw Refused() }
    }

    func close() { Glibc.close(socket) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.send(socket, $0 + sent, bytes.count - sent, Int32(MSG_NOSIGNAL)) } ?? 0
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// What has come; empty where nothing comes any more.
    func receive() -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &chunk, chunk.count, 0)
        return count > 0 ? Array(chunk[..<count]) : []
    }

    /// Reads until `marks` occurrences of `HTTP/1.1 ` with whole bodies came, or the other side closed.
    func read(responses: Int) -> String {
        var bytes: [UInt8] = []
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if Self.wholeResponses(in: text) >= responses { return text }
            let more = receive()
            guard !more.isEmpty else { return text }
            bytes += more
        }
    }

    private static func wholeResponses(in text: String) -> Int {
        var rest = Substring(text)
        var whole = 0
        while let end = rest.firstRange(of: "\r\n\r\n") {
            let head = rest[..<end.lowerBound].lowercased()
            rest = rest[end.upperBound...]
            if head.hasPrefix("http/1.1 100") { continue }
            let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }.flatMap {
                Int($0.dropFirst(15).drop { $0 == " " })
            }
            guard let length, rest.utf8.count >= length else { return whole }
            rest = rest.dropFirst(length)
            whole += 1
        }
        return whole
    }
}
