import Foundation
import Testing

@testable import Store

struct FigureTests {
    @Test func `percentiles of a million durations are off by no more than they say`() {
        var random = SystemRandomNumberGenerator()
        var histogram = LogHistogram()
        var exact: [Int64] = []
        for _ in 0..<1_000_000 {
            let value = Int64(exp(Double.random(in: 12...24, using: &random)))
            exact.append(value)
            histogram.add(value)
        }
        exact.sort()
        for q in [0.5, 0.9, 0.95, 0.99] {
            let truth = Double(exact[Int((q * 1_000_000).rounded(.up)) - 1])
            #expect(abs(Double(histogram.quantile(q) ?? 0) - truth) / truth <= 0.011)
        }
    }

    @Test func `a histogram is the same after it was stored, and adds up`() {
        var histogram = LogHistogram()
        for value in [1, 5, 1_000_000, 3_000_000_000, .max] as [Int64] { histogram.add(value) }
        var read = LogHistogram()
        histogram.bytes.withUnsafeBytes { read.add(stored: $0) }
        #expect(read == histogram)
        histogram.bytes.withUnsafeBytes { read.add(stored: $0) }
        #expect(read.count == 10)
        var broken = LogHistogram()
        ([0xFF, 0xFF, 0x00] as [UInt8]).withUnsafeBytes { broken.add(stored: $0) }
        #expect(broken.count == 0)
    }

    @Test func `a range is covered without gap or overlap, days inside, minutes at the edges`() {
        let minute = Tier.minute.nanoseconds
        let range = TimeRange(from: 5 * minute, to: 4 * Tier.day.nanoseconds + 125 * minute)
        let cover = range.cover()
        #expect(cover.map(\.tier) == [.minute, .hour, .day, .hour, .minute])
        var at = range.from
        for part in cover {
            #expect(part.from * part.tier.nanoseconds == at)
            at = part.to * part.tier.nanoseconds
        }
        #expect(at == range.to)
        #expect(TimeRange(from: 0, to: 0).cover().isEmpty)
    }

    @Test(arguments: [0, 1, 59, 60, 11_016, 20_780, -719_468] as [Int64]) func `a day is read from its own name`(day: Int64) {
        #expect(CivilDay(text: CivilDay(day).text[...])?.day == day)
    }

    @Test func `names of days are dates`() {
        #expect(CivilDay(20_780).text == "20261123")
        #expect(CivilDay(text: "20260230") == nil)
        #expect(CivilDay(text: "2026-1-1") == nil)
    }

    @Test func `cursors come back from their tokens, and nothing else does`() {
        for cursor in [Cursor(value: .number(-5), id: 9), Cursor(value: .text("ä.b"), id: 1)] {
            #expect(Cursor(token: cursor.token) == cursor)
        }
        for token in ["", "n", "n1", "nx.1", "t0.1", "tzz.1", "q1.1"] { #expect(Cursor(token: token) == nil) }
    }

    @Test func `a fingerprint leaves out numbers, ids and quotes`() {
        #expect(
            Fingerprint.of("Request req_12ab failed: \"gpt-4o\" isn't there (42)")
                == Fingerprint.of("Request req_99zz failed: \"o3\" isn't there (7)"))
        #expect(Fingerprint.of("timeout") != Fingerprint.of("refused"))
    }
}
