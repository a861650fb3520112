import Testing

@testable import Wire

@Suite struct WriterTests {
    @Test(arguments: [0, 1, 126, 127, 128, 129, 16382, 16383, 16384, 16385, 2_097_151, 2_097_152])
    func `a message's length prefix is minimal at every boundary`(size: Int) throws {
        var writer = WireWriter()
        writer.field(3, varint: 1)
        writer.field(2) { $0.append([UInt8](repeating: 0x55, count: size)) }
        writer.field(4, varint: 1)
        try writer.bytes.withUnsafeBytes { buffer in
            var reader = WireReader(buffer)
            #expect(try reader.varint() == 3 << 3 && reader.varint() == 1)
            #expect(try reader.varint() == 2 << 3 | 2)
            let before = reader.offset
            let content = try reader.text()
            #expect(content.count == size)
            #expect(content.buffer.allSatisfy { $0 == 0x55 })
            #expect(reader.offset - before - size == WireWriter.size(ofVarint: UInt64(size)))
            #expect(try reader.varint() == 4 << 3 && reader.varint() == 1)
            #expect(reader.isAtEnd)
        }
    }

    @Test func `messages nest, and outer prefixes count inner ones`() throws {
        var writer = WireWriter()
        writer.field(1) { $0.field(1) { $0.field(1) { $0.field(1, bytes: [UInt8](repeating: 1, count: 125)) } } }
        let sizes = try writer.bytes.withUnsafeBytes { buffer in
            var reader = WireReader(buffer)
            var sizes: [Int] = []
            while !reader.isAtEnd, try reader.varint() == 10 {
                reader = try reader.message()
                sizes.append(reader.rest.count)
                if sizes.count == 4 { break }
            }
            return sizes
        }
        #expect(sizes == [132, 129, 127, 125])
    }

    @Test func `scalars are written as the contract has them`() {
        var writer = WireWriter()
        writer.field(1, int: -1)
        writer.field(2, bool: true)
        writer.field(3, double: 1)
        writer.field(4, string: "é")
        writer.field(5, text: Text("a"))
        writer.field(6, fixed64: 0x0102_0304_0506_0708)
        #expect(
            writer.bytes == [8] + [UInt8](repeating: 0xFF, count: 9) + [1, 16, 1, 25, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F]
                + [34, 2, 0xC3, 0xA9, 42, 1, 97, 49, 8, 7, 6, 5, 4, 3, 2, 1])
        writer.removeAll()
        #expect(writer.count == 0)
    }

    @Test func `the size of a varint is what writing it takes`() {
        for bit in 0..<64 {
            for value in [UInt64(1) << bit, (UInt64(1) << bit) &- 1] {
                var writer = WireWriter()
                writer.varint(value)
                #expect(WireWriter.size(ofVarint: value) == writer.count)
            }
        }
    }
}
