import Testing

@testable import Wire

@Suite struct TextTests {
    @Test func `two texts are equal when their bytes are`() {
        #expect(Text("model") == Text("model"))
        #expect(Text("model") != Text("modes"))
        #expect(Text("model") != Text("mode"))
        #expect(Text.empty == Text(""))
        #expect(Text("") == "")
    }

    @Test func `slices are clamped to what is there`() {
        let text = Text("gpt-4o")
        #expect(text.slice(4, 6) == "4o")
        #expect(text.slice(-5, 3) == "gpt")
        #expect(text.slice(4, 400) == "4o")
        #expect(text.slice(5, 2).isEmpty)
        #expect(text.slice(.min, .max) == text)
        #expect(text.dropFirst(100).isEmpty && text.prefix(100) == text && text.suffix(100) == text)
        #expect(text.suffix(2) == "4o" && text.prefix(0).isEmpty)
        #expect(text[0] == 103 && text[6] == 0 && text[-1] == 0)
    }

    @Test func `prefixes and suffixes are compared whole`() {
        let text = Text("openai.chat")
        #expect(text.hasPrefix("openai.") && text.hasSuffix(".chat"))
        #expect(text.hasPrefix("") && text.hasSuffix(""))
        #expect(!text.hasPrefix("openai.chat.completions") && !text.hasSuffix("xopenai.chat"))
    }

    @Test func `case is ignored where asked, in ASCII only`() {
        #expect(Text("OpenAI Chat").containsIgnoringCase("openai"))
        #expect(Text("My OpenAI").containsIgnoringCase("openai"))
        #expect(!Text("OpenA").containsIgnoringCase("openai"))
        #expect(Text("").containsIgnoringCase(""))
        #expect(!Text("").containsIgnoringCase("a"))
        #expect(Text("ooopenai").containsIgnoringCase("openai"))
        #expect(Text("ERROR").equalsIgnoringCase("error") && !Text("ERROR!").equalsIgnoringCase("error"))
        #expect(!Text("@").equalsIgnoringCase("`"), "only letters have a case")
    }

    @Test func `bytes are found from both ends`() {
        let text = Text("a.b.c")
        #expect(text.firstIndex(of: 46) == 1 && text.lastIndex(of: 46) == 3)
        #expect(text.firstIndex(of: 0) == nil && Text.empty.firstIndex(of: 46) == nil)
    }

    @Test(arguments: ["0", "1", "-1", "+7", "9223372036854775807", "-9223372036854775808", "007"])
    func `whole numbers are read`(text: String) {
        #expect(parsed(text) { $0.integer } == Int64(text))
    }

    @Test(arguments: ["", "-", "+", "1.0", " 1", "1 ", "9223372036854775808", "1e3", "0x10", "99999999999999999999", "١"])
    func `what is not a whole number is none`(text: String) {
        #expect(parsed(text) { $0.integer } == nil)
    }

    @Test(arguments: [("0.0125", 0.0125), ("1e-3", 0.001), ("12", 12), ("-2.5E+2", -250), (".5", 0.5)])
    func `decimal numbers are read`(text: String, value: Double) {
        #expect(parsed(text) { $0.number } == value)
    }

    @Test(arguments: ["", "nan", "inf", "infinity", "0x1p3", "1,5", "one", " 1", "1_000", "1e999"])
    func `what is not a decimal number is none`(text: String) {
        #expect(parsed(text) { $0.number } == nil)
    }

    @Test func `texts of different lengths cannot be chosen to meet`() {
        // Four bytes are hashed as eight, twice the same: these eight differ from them as the lengths do.
        let four = Array("abcd".utf8)
        let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
        let twice = four.withUnsafeBytes { UInt64($0.loadUnaligned(as: UInt32.self)) } &* (1 << 32 | 1)
        let eight = withUnsafeBytes(of: (twice ^ 4 &* golden ^ 8 &* golden).littleEndian) { Array($0) }
        for seed in [0, 1, golden, .max] as [UInt64] {
            let hashes = [four, eight].map { $0.withUnsafeBytes { Text($0).hash(seed: seed) } }
            #expect(hashes[0] != hashes[1])
            let both = [four, eight].map { $0.withUnsafeBytes { Text($0).hashes(seeds: SIMD2(seed, ~seed)) } }
            #expect(both[0].x != both[1].x && both[0].y != both[1].y)
        }
    }

    @Test func `no two short texts have one hash`() {
        var seen: Set<UInt64> = []
        var texts: [[UInt8]] = [[]]
        for _ in 0..<5 { texts += texts.filter { $0.count == texts.last?.count }.flatMap { text in "m0123".utf8.map { text + [$0] } } }
        for text in texts { #expect(seen.insert(text.withUnsafeBytes { Text($0).hash(seed: 7) }).inserted) }
        #expect(texts.count > 3000)
    }

    @Test func `a hash depends on every byte, the length and the seed`() {
        var seen: Set<UInt64> = []
        var texts = [[UInt8]]()
        for length in 0..<40 {
            let base = [UInt8](repeating: 97, count: length)
            texts.append(base)
            for place in 0..<length {
                var other = base
                other[place] = 98
                texts.append(other)
            }
        }
        for text in texts { seen.insert(text.withUnsafeBytes { Text($0).hash(seed: 1) }) }
        #expect(seen.count == texts.count)
        #expect(Text("a").hash(seed: 1) != Text("a").hash(seed: 2))
        #expect(Text("gen_ai.system").hash(seed: 5) == Text("gen_ai.system").hash(seed: 5))
    }

    @Test func `bytes that are not UTF-8 are repaired in a String only`() {
        let bytes: [UInt8] = [97, 0xFF, 98]
        bytes.withUnsafeBytes { #expect(String(Text($0)) == "a\u{FFFD}b") }
    }

    private func parsed<R>(_ text: String, _ body: (Text) -> R) -> R {
        Array(text.utf8).withUnsafeBytes { body(Text($0)) }
    }
}
