import Testing

@testable import Metrics

@Suite struct SnappyTests {
    /// A decoder by the format's description, for the tests alone.
    private func decompress(_ input: [UInt8]) -> [UInt8]? {
        var i = 0
        var length = 0
        var shift = 0
        while i < input.count {
            length |= Int(input[i] & 0x7F) << shift
            shift += 7
            i += 1
            if input[i - 1] < 0x80 { break }
        }
        var output: [UInt8] = []
        while i < input.count {
            let tag = Int(input[i])
            i += 1
            if tag & 3 == 0 {
                var count = tag >> 2
                if count >= 60 {
                    let bytes = count - 59
                    count = 0
                    for byte in 0..<bytes { count |= Int(input[i + byte]) << (8 * byte) }
                    i += bytes
                }
                output += input[i...i + count]
                i += count + 1
            } else {
                guard tag & 3 == 2 else { return nil }
                let offset = Int(input[i]) | Int(input[i + 1]) << 8
                i += 2
                guard offset > 0, offset <= output.count else { return nil }
                for _ in 0...tag >> 2 { output.append(output[output.count - offset]) }
            }
        }
        return output.count == length ? output : nil
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
