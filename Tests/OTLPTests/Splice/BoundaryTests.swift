import Testing
import Wire

@testable import OTLP

/// Every length at which a prefix above an edit grows or shrinks by a byte, at each of the four levels.
@Suite struct BoundaryTests {
    private static let keys = KeyTable(["k"])
    private static let small = Array(0...140) + Array(16_376...16_392)

    /// One resource, one scope, one span whose name has `length` bytes.
    private static func request(_ length: Int, attribute: [UInt8] = []) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        let span = sketch.field(5, [UInt8](repeating: 110, count: length)) + attribute
        let scope = sketch.field(2, span)
        let resource = sketch.field(2, scope)
        return sketch.field(1, resource)
    }

    /// `k` as a span's attribute with a text of `length` bytes.
    private static func attribute(_ length: Int) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        let value = sketch.field(1, [UInt8](repeating: 118, count: length))
        let pair = sketch.field(1, [107]) + sketch.field(2, value)
        return sketch.field(9, pair)
    }

    private func spliced(_ bench: Workbench, _ request: [UInt8], _ edit: (inout Batch) -> Void) throws -> [UInt8] {
        try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            edit(&bench.batch)
            return try #require(bench.splice()).array
        }
    }

    @Test func `appending moves every prefix over every boundary`() throws {
        let bench = Workbench(keys: Self.keys)
        let value = [UInt8](repeating: 118, count: 9)
        for length in Self.small {
            let output = try spliced(bench, Self.request(length)) { batch in
                batch.set(Slot(index: 0), Value(batch.keep(value)))
            }
            try #require(output == Self.request(length, attribute: Self.attribute(9)), "a name of \(length) bytes")
        }
    }

    @Test func `dropping moves every prefix back`() throws {
        let bench = Workbench(keys: Self.keys)
        for length in Self.small {
            let output = try spliced(bench, Self.request(length, attribute: Self.attribute(9))) { $0.drop(Slot(index: 0)) }
            try #require(output == Self.request(length), "a name of \(length) bytes")
        }
    }

    @Test(arguments: [1, 126, 127, 128, 129, 16_382, 16_383, 16_384, 16_385, 2_097_151, 2_097_152, 2_097_153])
    func `a value of any length is written and replaced`(length: Int) throws {
        let bench = Workbench(keys: Self.keys)
        let value = [UInt8](repeating: 118, count: length)
        for before in [0, 3, 127, 128, 16_383, 16_384] {
            let output = try spliced(bench, Self.request(5, attribute: Self.attribute(before))) { batch in
                batch.set(Slot(index: 0), Value(batch.keep(value)))
            }
            #expect(output == Self.request(5, attribute: Self.attribute(length)))
        }
    }

    @Test func `prefixes cross three bytes at their own level`() throws {
        let bench = Workbench(keys: Self.keys)
        // The span's content, then the scope's, then the resource's reaches 2^21 with the 16 bytes appended.
        for length in (2_097_152 - 36)...(2_097_152 - 2) {
            let output = try spliced(bench, Self.request(length)) { $0.set(Slot(index: 0), .int(5)) }
            var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
            let value = sketch.field(3, varint: 5)
            let pair = sketch.field(1, [107]) + sketch.field(2, value)
            let attribute = sketch.field(9, pair)
            let expected = Self.request(length, attribute: attribute)
            try #require(output.count == expected.count && output == expected, "a name of \(length) bytes")
        }
    }

    @Test func `an overlong prefix above an edit becomes minimal, elsewhere it stays`() throws {
        let bench = Workbench(keys: Self.keys)
        // resource{scope{span{name "a"}, span{name "b"}}}, all lengths in two bytes
        let request: [UInt8] = [10, 0x8F, 0, 18, 0x8C, 0, 18, 0x83, 0, 42, 1, 97, 18, 0x83, 0, 42, 1, 98]
        let output = try spliced(bench, request) { $0.set(Slot(index: 0), .bool(true)) }
        let pair: [UInt8] = [74, 7, 10, 1, 107, 18, 2, 16, 1]
        #expect(output == [10, 22, 18, 20, 18, 12, 42, 1, 97] + pair + [18, 0x83, 0, 42, 1, 98])
    }
}
