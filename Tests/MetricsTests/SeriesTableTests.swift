import Testing
import Wire

@testable import Metrics

@Suite struct SeriesTableTests {
    @Test func `a label set has one record, whatever comes between`() {
        var table = Sample.table()
        for round in 0..<3 {
            for i in 0..<5000 {
                let record = Sample.withLabels("model-\(i)") { set in
                    let hash = table.hash(set)
                    let known = table.find(hash)
                    #expect((known >= 0) == (round > 0))
                    return known >= 0 ? known : table.insert(set, hash: hash)
                }
                #expect(record == i + 1)
            }
        }
        #expect(table.count == 5001)
    }

    @Test func `equal bytes in other places are other label sets`() {
        var table = Sample.table()
        var records: Set<Int> = []
        for (model, error) in [("ab", ""), ("", "ab"), ("a", "b"), ("", ""), ("b", "a")] {
            records.insert(
                Sample.withLabels(model, error) { set in
                    let hash = table.hash(set)
                    return table.find(hash) < 0 ? table.insert(set, hash: hash) : -1
                })
        }
        #expect(records == [1, 2, 3, 4, 5])
    }

    @Test func `no two of many label sets that differ in a byte, a length or a place have one hash`() {
        let table = Sample.table()
        var hashes: Set<UInt64> = []
        for length in 0..<40 {
            for byte in "abcdefgh" {
                let text = String(repeating: "x", count: length) + String(byte)
                for (model, error) in [(text, ""), ("", text), (text, text), (text, "x"), (text + "y", "x")] {
                    #expect(hashes.insert(Sample.withLabels(model, error) { table.hash($0) }).inserted)
                }
            }
        }
        #expect(hashes.count == 40 * 8 * 5)
    }

    @Test func `long values are cut between characters`() {
        var set = LabelSet(dimensions: 1)
        let long = String(repeating: "x", count: LabelSet.longestValue - 1) + "é" + "tail"
        Sample.withText(long) {
            set[0] = $0
            #expect(set[0].count == LabelSet.longestValue - 1)
        }
        let plain = String(repeating: "y", count: 1000)
        Sample.withText(plain) {
            set[0] = $0
            #expect(set[0].count == LabelSet.longestValue)
        }
    }

    @Test func `counts stop at the largest number instead of trapping`() {
        var table = Sample.table()
        Sample.measure(&table, model: "m", input: .max)
        Sample.measure(&table, model: "m", input: .max)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2 * Sample.second)
        let readings = Readings.of(Sample.request(cumulative, time: 2 * Sample.second))
        #expect(readings["call.tokens"][#"model="m",type="input""#]?.number == Double(Int64.max))
    }
}
