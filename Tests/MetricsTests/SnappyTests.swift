import CSnappy
import Testing

@testable import Metrics

@Suite struct SnappyTests {
    private func decompress(_ input: [UInt8]) -> [UInt8]? {
        input.withUnsafeBytes { bytes in
            let input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var length = 0
            guard snappy_uncompressed_length(input, bytes.count, &length) == SNAPPY_OK else { return nil }
            var output = [CChar](repeating: 0, count: length)
            guard snappy_uncompress(input, bytes.count, &output, &length) == SNAPPY_OK else { return nil }
            return output.prefix(length).map { UInt8(bitPattern: $0) }
        }
    }

    @Test func `what is compressed comes out the same`() {
        var generator = SystemRandomNumberGenerator()
        for length in Array(0...70) + [255, 256, 257, 1000, 65_535, 65_536, 65_600, 200_000] {
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let repeats = (0..<length).map { UInt8($0 % 7) }
            let words = (0..<length).map { _ in UInt8.random(in: 97...100, using: &generator) }
            for input in [noise, repeats, words] { #expect(decompress(Snappy.compress(input)) == input) }
        }
    }

    @Test func `repeated labels shrink`() {
        let line = Array(#"gen_ai_request_model="gpt-4o",service_name="shop";"#.utf8)
        let input = Array(repeatElement(line, count: 1000).joined())
        #expect(Snappy.compress(input).count < input.count / 15)
    }
}
