import Testing
import Wire

@testable import OTLP

/// The scanner's short way reads what its long way reads: an attribute whose key follows its value is always read the long way.
@Suite struct PlainTests {
    private static let keys = KeyTable(["k"])

    /// AnyValue messages: scalars at the edges of their varints, texts and lists around every length that one byte holds, and malformed ones.
    private static let values: [[UInt8]] = {
        func field(_ number: UInt64, _ content: [UInt8]) -> [UInt8] {
            var writer = WireWriter()
            writer.field(number, bytes: content)
            return writer.bytes
        }
        func varint(_ value: UInt64) -> [UInt8] {
            var writer = WireWriter()
            writer.varint(value)
            return writer.bytes
        }
        let texts = [0, 1, 2, 60, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 200].map { [UInt8](repeating: 97, count: $0) }
        var all: [[UInt8]] = [[]]
        for number: UInt64 in [0, 1, 2, 127, 128, 300, 16383, 16384, 2_097_151, 2_097_152, 1 << 40, .max] {
            all.append([3 << 3] + varint(number))
            all.append([2 << 3] + varint(number))
        }
        all.append([4 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8])
        all.append([4 << 3 | 1, 1, 2, 3])
        for text in texts {
            all.append(field(1, text))
            all.append(field(7, text))
            all.append(field(5, field(1, field(1, text))))
            all.append(field(5, field(1, field(1, text)) + field(1, field(1, [98]))))
        }
        all.append(field(5, []))
        all.append(field(5, field(1, [])))
        all.append(field(5, field(1, [3 << 3, 5])))
        all.append(field(5, field(1, field(5, field(1, field(1, [97]))))))
        all.append(field(5, [10, 4, 10, 9, 97, 97]))
        all.append(field(5, [10, 4, 10]))
        all.append(field(6, field(1, [])))
        all.append(field(1, [97]) + [3 << 3, 7])
        return all
    }()

    private func read(_ pair: [UInt8]) -> Seen? {
        var writer = WireWriter()
        writer.field(1) { $0.field(2) { $0.field(2) { $0.field(9, bytes: pair) } } }
        let bench = Workbench(keys: Self.keys)
        return writer.bytes.withUnsafeBytes { bytes in
            guard (try? bench.batch.scan(bytes, as: .traces)) != nil else { return nil }
            bench.batch.select(0)
            return Seen(bench.batch.value(Slot(index: 0)))
        }
    }

    @Test func `every value reads alike before its key and behind it`() {
        var read = 0
        for value in Self.values {
            var plain = WireWriter()
            plain.field(1, bytes: Array("k".utf8))
            plain.field(2, bytes: value)
            var general = WireWriter()
            general.field(2, bytes: value)
            general.field(1, bytes: Array("k".utf8))
            let seen = self.read(plain.bytes)
            #expect(seen == self.read(general.bytes), "\(value)")
            if seen != nil { read += 1 }
        }
        #expect(read == Self.values.count - 3)
    }

    @Test func `the only text of a list is that of its one element`() {
        for value in Self.values {
            value.withUnsafeBytes { bytes in
                let value = AnyValue.read(Text(bytes))
                let elements = Array(value.elements)
                guard let only = value.onlyText else { return }
                #expect(elements.count == 1 && elements.first?.text == only)
            }
        }
        let stop: [UInt8] = [5 << 3 | 2, 8, 10, 6, 10, 4, 115, 116, 111, 112]
        stop.withUnsafeBytes { #expect(AnyValue.read(Text($0)).onlyText.map { $0 == "stop" } == true) }
    }
}
