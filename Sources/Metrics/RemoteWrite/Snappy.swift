/// The Snappy block format, which Prometheus remote write demands: https://github.com/google/snappy/blob/main/format_description.txt
///
/// A greedy encoder: four bytes are looked up in a table of the places where they last stood. Label names and values repeat from series to
/// series, so this finds most of what there is to find.
package enum Snappy {
    private static let tableBits = 14
    /// Matches are looked for within this distance, so that an offset takes two bytes.
    private static let window = 65_535

    package static func compress(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count / 2 + 16)
        appendVarint(UInt64(input.count), to: &output)
        var table = [Int32](repeating: -1, count: 1 << tableBits)
        var literalStart = 0
        var i = 0
        while i + 4 <= input.count, input.count <= Int32.max {
            let word = load(input, i)
            let slot = Int((word &* 0x1E35_A7BD) >> UInt32(32 - tableBits))
            let candidate = Int(table[slot])
            table[slot] = Int32(i)
            guard candidate >= 0, i - candidate <= window, load(input, candidate) == word else {
                i += 1
                continue
            }
            appendLiteral(input, literalStart, i, to: &output)
            var length = 4
            while i + length < input.count, input[candidate + length] == input[i + length] { length += 1 }
            appendCopy(offset: i - candidate, length: length, to: &output)
            i += length
            literalStart = i
        }
        appendLiteral(input, literalStart, input.count, to: &output)
        return output
    }

    private static func load(_ bytes: [UInt8], _ i: Int) -> UInt32 {
        UInt32(bytes[i]) | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) << 16 | UInt32(bytes[i + 3]) << 24
    }

    /// Tag 00: up to 60 bytes in the tag, longer ones with one to four bytes of length behind it.
    private static func appendLiteral(_ input: [UInt8], _ from: Int, _ to: Int, to output: inout [UInt8]) {
        guard to > from else { return }
        let length = to - from - 1
        if length < 60 {
            output.append(UInt8(length << 2))
        } else {
            let bytes = length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : length < 1 << 24 ? 3 : 4
            output.append(UInt8((59 + bytes) << 2))
            for byte in 0..<bytes { output.append(UInt8(truncatingIfNeeded: length >> (8 * byte))) }
        }
        output.append(contentsOf: input[from..<to])
    }

    /// Tag 10: 1 to 64 bytes from up to 64 KiB back.
    private static func appendCopy(offset: Int, length: Int, to output: inout [UInt8]) {
        var rest = length
        while rest > 0 {
            let part = min(rest, 64)
            output.append(UInt8((part - 1) << 2 | 2))
            output.append(UInt8(truncatingIfNeeded: offset))
            output.append(UInt8(truncatingIfNeeded: offset >> 8))
            rest -= part
        }
    }

    private static func appendVarint(_ value: UInt64, to output: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        output.append(UInt8(rest))
    }
}
