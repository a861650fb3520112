/// SplitMix64: the same seed gives the same traffic on every machine.
struct SampleRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True with a chance of `percent` in a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

    /// Milliseconds around `middle`, rarely much longer: as latencies are.
    mutating func milliseconds(around middle: Int) -> Int64 {
        let spread = Int64(60 + next() % 90)
        let slow: Int64 = chance(4) ? 5 : 1
        return max(1, Int64(middle) * spread / 100 * slow)
    }

    /// A number within the range, its ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[Int(next() % UInt64(elements.count))]
    }

    /// Lower-case hexadecimal, as OTLP/JSON wants identities.
    mutating func identity(bytes: Int) -> String {
        var digits = ""
        while digits.utf8.count < bytes * 2 {
            let word = String(next(), radix: 16)
            digits += String(repeating: "0", count: 16 - word.utf8.count) + word
        }
        return String(digits.prefix(bytes * 2))
    }
}
