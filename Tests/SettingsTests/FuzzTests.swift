import Testing

@testable import Settings

/// A small deterministic generator (xorshift), so that a failure can be repeated.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed | 1 }

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, sides)))
    }
}

@Suite struct FuzzTests {
    static let seed = """
        # a pipeline
        [admin]
        listen = "127.0.0.1:4319"
        [exporters.all]
        path = "${env:HOME:-x}/y" # z
        workers = 0x1F
        ratio = 1e-3
        follow = false
        interval = "1h30m"
        max_body = "64KiB"
        http = "[::1]:0"
        endpoint = "https://é.example.com/x"
        prices = ["builtin", '${file:/p}']
        token = \"""
        a\\nb\"""
        headers = { Authorization = "Basic \\u00e9", "a b" = 'c' }
        set = { service.name = "日本", n = 5, t = 1979-05-27T07:32:00Z }
        queue = { size = "1MiB" }
        rules = [ { size = "1KiB", age = "1d" },
          { size = "2KiB" } ]
        [[exporters.list]]
        a.b.c = 1

        """

    /// One to four small changes: a byte replaced, inserted, dropped; a stretch doubled, dropped, moved.
    private func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let telling = Array("\"'[]{}=.,#\n\r\t\\$:-_ 0a".utf8) + [0, 0x80, 0xC3, 0xFF, 0xEF]
        var bytes = bytes
        for _ in 0...dice.roll(4) where !bytes.isEmpty {
            let at = dice.roll(bytes.count)
            let end = min(bytes.count, at + dice.roll(30))
            switch dice.roll(6) {
            case 0: bytes[at] = telling[dice.roll(telling.count)]
            case 1: bytes.insert(telling[dice.roll(telling.count)], at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.insert(contentsOf: bytes[at..<end], at: dice.roll(bytes.count))
            case 4: bytes.removeSubrange(at..<end)
            default: bytes[at] = UInt8(truncatingIfNeeded: dice.roll(256))
            }
        }
        return bytes
    }

    @Test func `ten thousand broken files are read or refused, with a place each`() {
        var dice = Dice(2026)
        let environment = Environment(variables: ["HOME": "/h"], files: ["/p": "p"])
        let seed = Array(Self.seed.utf8)
        var refused = 0
        var mistaken = 0
        for round in 0..<10_000 {
            let bytes = mutate(seed, &dice)
            let mistakes: Mistakes
            do throws(Mistakes) {
                let document = try SettingsFile.load(bytes: bytes, name: "f.toml", environment: environment)
                document.expectTopLevel(["exporters", "admin"])
                for section in document.sections(of: "exporters") { _ = section.read(as: Everything.self) }
                mistakes = document.mistakes
                if !mistakes.isEmpty { mistaken += 1 }
            } catch {
                mistakes = error
                refused += 1
                #expect(!error.isEmpty, "round \(round)")
            }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            for mistake in mistakes.sorted {
                let place = mistake.place
                #expect((1...lines).contains(place?.line ?? 0) && (place?.column ?? 0) >= 1, "round \(round): \(mistake.headline)")
                #expect(mistakes.render(mistake).split(separator: "\n", omittingEmptySubsequences: false).count == 3, "round \(round)")
            }
        }
        // Both ways out are taken often, or the mutations prove little.
        #expect(refused > 1000 && mistaken > 1000)
    }
}
