import Foundation
import OTLP
import Testing
import Wire

@testable import GenAI

/// However a capture's spans are cut into requests, the same calls are found.
///
/// Of two witnesses of one call the first that leaves stands for it, so a broken stream's output may come from the lesser one.
struct CorpusTests {
    static let captures: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus)) ?? []
        return names.sorted().filter { FileManager.default.fileExists(atPath: "\(corpus)/\($0)/ceiling.json") && $0 != "genai_openai_json" }
    }()

    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../../shared/corpus"
    ).path

    static func requests(_ capture: String) throws -> [[UInt8]] {
        let folder = "\(corpus)/\(capture)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".traces.pb") }
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) }
    }

    struct Totals: Equatable {
        var calls = 0
        var input: Int64 = 0
        var output: Int64 = 0
    }

    private func totals(_ requests: [[UInt8]]) throws -> Totals {
        var totals = Totals()
        for (_, span) in try Reader().read(requests) where span["weir.role"] == "call" {
            totals.calls += 1
            if case .int(let count)? = span["gen_ai.usage.input_tokens"] { totals.input += count }
            if case .int(let count)? = span["gen_ai.usage.output_tokens"] { totals.output += count }
        }
        return totals
    }

    @Test(.enabled(if: !captures.isEmpty, "no ../shared/corpus here"), arguments: captures)
    func `the same calls in one request, in as many as there are spans, and in any order of either`(_ capture: String) throws {
        let requests = try Self.requests(capture)
        let expected = try totals(requests)
        #expect(expected.calls > 0)
        #expect(try totals([requests.flatMap { $0 }]) == expected)
        let apart = try totals(requests.flatMap(Pieces.each))
        #expect(apart.calls == expected.calls)
        #expect(apart.input == expected.input)
        var generator = SplitMix(state: 7)
        let spans = requests.flatMap(Pieces.each)
        for order in [requests.shuffled(using: &generator), spans.shuffled(using: &generator), spans.reversed()] {
            let shuffled = try totals(order)
            #expect(shuffled.calls == expected.calls)
            #expect(shuffled.input == expected.input)
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
