import OTLP
import Testing
import Wire

/// Damaged bodies: any answer will do, but a trap.
struct JSONMutationTests {
    private func damaged(_ body: [UInt8], _ dice: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = body
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 2: bytes.removeLast(bytes.count - place)
            case 3: bytes.insert(Array("\"\\{}[]:,u-e0".utf8).randomElement(using: &dice) ?? 0, at: place)
            default: bytes.remove(at: place)
            }
        }
        return bytes
    }

    private static let sample =
        #"{"resourceLogs":[{"resource":{"attributes":[{"key":"a","value":{"stringValue":"é\u00e9\ud83d\ude00\n"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1700000000000000000","severityNumber":"SEVERITY_NUMBER_INFO","traceId":"5b8efff798038103d269b633813fc60c","body":{"kvlistValue":{"values":[{"key":"d","value":{"doubleValue":-1.25e-3}},{"key":"b","value":{"bytesValue":"AQID"}},{"key":"l","value":{"arrayValue":{"values":[{"intValue":"1"},{"boolValue":true}]}}}]}}}]}]}]}"#

    @Test func `damaged JSON is read or refused`() throws {
        var dice = SplitMix(seed: 7)
        var refused = 0
        for _ in 0..<4_000 {
            let text = damaged(Array(Self.sample.utf8), &dice)
            do {
                let message = try Transcoding.protobuf(text, .logs)
                #expect(OracleRequest.normal(message, .logs) != nil)
                _ = try Transcoding.json(message, .logs)
            } catch is JSONError {
                refused += 1
            }
        }
        #expect(refused > 1_000 && refused < 4_000)
    }

    @Test func `damaged protobuf is written or refused`() throws {
        var dice = SplitMix(seed: 8)
        let body = try Transcoding.protobuf(Self.sample, .logs)
        var refused = 0
        for _ in 0..<4_000 {
            let bytes = damaged(body, &dice)
            do {
                let json = try Transcoding.json(bytes, .logs)
                _ = try Transcoding.protobuf(json, .logs)
            } catch is WireError {
                refused += 1
            }
        }
        #expect(refused > 500 && refused < 4_000)
    }
}

/// The same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
