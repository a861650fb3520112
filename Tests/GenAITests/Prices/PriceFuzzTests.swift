import Testing

@testable import GenAI

/// Damaged files: refused with a place, or accepted; never a trap.
struct PriceFuzzTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private let seed = """
        prices 1
        asof 2026-11-23
        source somewhere (MIT)
        calendar cn 2026-01-01..2026-01-03 2026-10-01
        rate CNY 0.1379 2026-06-01
        provider p is p_ai host api.p.com home tier max prefer request clock end
        provider q via p gateway
        p/a aka b c match deep-*: in 2 cr 0.5 out 10 search 10/k asec 0.04/h min asec 10
          over 272000: in 4 cr 1 out 15
          from 2026-08-16T16:00:00Z to 2027-01-01 hours 01:00-04:00,06:00-10:00 days mon-fri,sun zone +08:00 not cn: x2
          tier priority fast region !global attr:k v w: = in 1 xall 0.85 search -
          batch: unpriced
        q/z like p/a
        +p/a: in 3 cur CNY
        -q/z
        """

    @Test(arguments: 0..<8)
    func `a damaged file is refused with a place or understood`(round: Int) {
        var dice = Dice(state: UInt64(round) &* 977 &+ 1)
        let words =
            seed.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) + [
                "\u{0}", "9999999999999999999", "é", ":", "!", "x", "-1",
            ]
        for _ in 0..<400 {
            var bytes = Array(seed.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &dice) {
                let at = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<5, using: &dice) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: (words.randomElement(using: &dice) ?? "").utf8, at: at)
                case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &dice)))
                default: bytes.insert(10, at: at)
                }
                if bytes.isEmpty { bytes = [32] }
            }
            check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count
        do {
            let file = try PriceParser.parse(bytes, name: "f")
            let book = PriceBook(try PriceTable([file]))
            #expect(book.modelCount >= 0)
            _ = CallLine.answer(
                #"{"provider":"p","model":"a","usage":{"input":300000,"output":5,"web_searches":2,"audio_seconds":3}}"#, book)
            #expect((try? PriceParser.parse(Array(PriceWriter.write(file).utf8), name: "f"))?.records.count == file.records.count)
        } catch {
            #expect(!error.mistakes.isEmpty)
            for mistake in error.mistakes { #expect(mistake.line >= 1 && mistake.line <= lines && mistake.column >= 1) }
        }
    }

    @Test func `endless lines, words and files end`() {
        for text in [
            String(repeating: "a", count: 1 << 20), String(repeating: "\n", count: 1 << 18),
            "prices 1\n" + String(repeating: "p/a: in 1 ", count: 1 << 14),
            "prices 1\nprovider p\np/a: in 1\n" + String(repeating: "  over 5: in 2\n", count: 100),
        ] {
            #expect(!mistakes(text).isEmpty)
            #expect(mistakes(text).count <= 100)
        }
    }
}
