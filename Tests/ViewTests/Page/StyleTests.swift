import Glibc
import Testing

@testable import View

/// The stylesheet's colours against WCAG 2.2: 1.4.3 for text, 1.4.11 for marks.
@Suite struct StyleTests {
    /// Day and night values of each variable.
    private static let colours: [String: (day: String, night: String)] = {
        var found: [String: (day: String, night: String)] = [:]
        let css = Assets.css.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for match in css.matches(of: #/--(\w+):light-dark\((#[0-9a-f]+),(#[0-9a-f]+)\)/#) {
            found[String(match.1)] = (String(match.2), String(match.3))
        }
        return found
    }()

    /// Relative luminance of `#rgb` or `#rrggbb`.
    private func luminance(_ colour: String) -> Double {
        var digits = colour.dropFirst().map { $0 }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
            let value = Double(UInt8(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ a: String, _ b: String) -> Double {
        let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    @Test(arguments: [
        ("text", 12.0), ("muted", 4.5), ("link", 4.5), ("good", 4.5), ("bad", 4.5), ("warn", 4.5), ("s0", 3), ("s1", 3), ("s2", 3),
        ("s3", 3),
        ("s4", 3), ("s5", 3), ("s6", 3), ("s7", 3), ("sx", 3),
    ])
    func `colours can be told from what lies behind them, by day and by night`(name: String, least: Double) throws {
        let colour = try #require(Self.colours[name])
        for ground in ["bg", "sunk"] {
            let behind = try #require(Self.colours[ground])
            #expect(contrast(colour.day, behind.day) >= least, "\(name) on \(ground) by day")
            #expect(contrast(colour.night, behind.night) >= least, "\(name) on \(ground) by night")
        }
    }

    @Test func `script and style stay small and name nobody else`() {
        #expect(Assets.script.text.utf8CodeUnitCount <= 30 << 10)
        #expect(Assets.css.text.utf8CodeUnitCount <= 14 << 10)
        for asset in [Assets.script, Assets.css] {
            let text = asset.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            let addresses = text.matches(of: #/https?:\/\/[^"' )]+/#).map { String($0.0) }
            #expect(addresses.allSatisfy { $0 == "http://www.w3.org/2000/svg" }, "\(addresses)")
            #expect(!text.contains("innerHTML"))
        }
    }
}
