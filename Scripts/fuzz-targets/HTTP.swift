// HTTP/1.1 connections under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it with Transport on NIO's embedded channel.
//
// The first byte says in what pieces the rest arrives. A trap, an answer that cannot be read, a body over its limits, or a
// connection that answers otherwise when its bytes come in other pieces is a find.

import NIOCore
import NIOEmbedded
import Wire

@testable import Transport

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    // The preface of HTTP/2 is the other target's.
    guard let first = input.first, input.count > 1, input[1] != UInt8(ascii: "P") || !input.dropFirst().starts(with: Array("PRI".utf8))
    else { return 0 }
    let bytes = Array(input.dropFirst())
    let whole = conversation(bytes, piece: bytes.count)
    checkAnswers(whole.answers, whole.requests)
    let pieces = conversation(bytes, piece: 1 + Int(first % 64))
    // NIO counts a header anew with each piece of it, and so finds headers too large that in one piece are not.
    if pieces.isTooLarge || whole.isTooLarge { return 0 }
    precondition(pieces.answers == whole.answers, "the pieces in which bytes come change the answers")
    precondition(pieces.bodies == whole.bodies, "the pieces in which bytes come change the bodies")
    return 0
}

/// What came of one connection.
private struct Outcome {
    let answers: [UInt8]
    let bodies: [[UInt8]]
    let requests: Int
    let isTooLarge: Bool
}

private func conversation(_ bytes: [UInt8], piece: Int) -> Outcome {
    var talk = Talk()
    var rest = bytes[...]
    while !rest.isEmpty, talk.channel.isActive {
        talk.hear(ByteBuffer(bytes: rest.prefix(piece)))
        rest = rest.dropFirst(piece)
    }
    talk.end()
    return Outcome(
        answers: talk.said, bodies: talk.handler.bodies, requests: talk.counts.requests,
        isTooLarge: talk.counts.refusals[.headersTooLarge] != nil)
}

/// Reads answers one behind another: status line, headers, as much of a body as was said.
private func checkAnswers(_ bytes: [UInt8], _ requests: Int) {
    var rest = bytes[...]
    var answers = 0
    while !rest.isEmpty {
        var lines: [String] = []
        while let end = rest.firstIndex(of: 10) {
            let line = String(decoding: rest[..<end].dropLast(), as: UTF8.self)
            rest = rest[(end + 1)...]
            if line.isEmpty { break }
            lines.append(line)
        }
        precondition(lines.first?.hasPrefix("HTTP/1.") == true, "an answer without a status line")
        if lines[0].contains(" 100 ") { continue }
        answers += 1
        let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
        precondition(length <= rest.count, "an answer shorter than it says")
        rest = rest.dropFirst(length)
    }
    precondition(answers == requests, "a request without an answer, or an answer without a request")
}
