import Synchronization

/// Begins a gzip member: each piece of a text gives a part of it, nil its end. Nil itself where none can be begun.
package typealias GzipPieces = @Sendable () -> (@Sendable ([UInt8]?) -> [UInt8])?

/// Compresses what is worth it, for those who ask for it (RFC 9110 section 8.4).
struct AnswerCoding: Sendable {
    /// Makes one gzip member.
    let gzip: @Sendable ([UInt8]) -> [UInt8]
    /// Begins one that comes in pieces; without it such answers go as they are.
    var pieces: GzipPieces?

    /// Below this the headers of the packets weigh more.
    private static let floorBytes = 1024

    /// `asked` is the value of `Accept-Encoding`. Whatever is decided, caches learn what it depends on.
    func apply(to answer: inout AdminAnswer, asked: String?) {
        guard answer.rest != nil || answer.body.count >= Self.floorBytes, Self.isText(answer.type), !answer.has("content-encoding") else {
            return
        }
        answer.vary(on: "Accept-Encoding")
        guard Self.allowsGzip(asked) else { return }
        if let rest = answer.rest {
            guard let compress = pieces?() else { return }
            answer.body = compress(answer.body)
            answer.rest = Self.compressed(rest, compress)
        } else {
            answer.body = gzip(answer.body)
        }
        answer.headers.append(("Content-Encoding", "gzip"))
    }

    /// The pieces compressed, and one more that ends them.
    private static func compressed(
        _ rest: @escaping @Sendable () async throws -> [UInt8]?, _ compress: @escaping @Sendable ([UInt8]?) -> [UInt8]
    ) -> @Sendable () async throws -> [UInt8]? {
        let isOver = Mutex(false)
        return {
            guard !isOver.withLock({ $0 }) else { return nil }
            let piece = try await rest()
            if piece == nil { isOver.withLock { $0 = true } }
            return compress(piece)
        }
    }

    /// Events are few and short, and a proxy that waits for more of a compressed stream would hold them up.
    private static func isText(_ type: String) -> Bool {
        if type.hasPrefix("text/event-stream") { return false }
        return type.hasPrefix("text/") || type.hasPrefix("application/") || type.hasPrefix("image/svg")
    }

    /// Section 12.5.3; weights other than 0 are all the same to us.
    static func allowsGzip(_ header: String?) -> Bool {
        (header ?? "").split(separator: ",").contains { coding in
            let parts = coding.lowercased().filter { $0 != " " }.split(separator: ";")
            guard let name = parts.first, name == "gzip" || name == "x-gzip" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=0") && $0.allSatisfy { "q=0.".contains($0) } }
        }
    }
}

extension AdminAnswer {
    fileprivate func has(_ name: String) -> Bool { headers.contains { $0.0.lowercased() == name } }

    /// Adds to what its `Vary` names already.
    fileprivate mutating func vary(on name: String) {
        guard let at = headers.firstIndex(where: { $0.0.lowercased() == "vary" }) else { return headers.append(("Vary", name)) }
        headers[at].1 += ", " + name
    }
}
