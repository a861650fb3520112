import Testing

@testable import Wire

@Suite struct ReaderTests {
    private func read<R>(_ bytes: [UInt8], _ body: (inout WireReader) throws -> R) throws -> R {
        try bytes.withUnsafeBytes { buffer in
            var reader = WireReader(buffer)
            return try body(&reader)
        }
    }

    private func refusal(_ bytes: [UInt8], _ body: (inout WireReader) throws -> Void) -> WireError? {
        bytes.withUnsafeBytes { buffer in
            var reader = WireReader(buffer)
            do { try body(&reader) } catch { return error as? WireError }
            return nil
        }
    }

    /// Every value at which a varint grows by a byte, and its neighbours.
    static let boundaries: [UInt64] = {
        var values: [UInt64] = [0, .max - 1, .max]
        for group in 1...9 {
            let edge = UInt64(1) << UInt64(7 * group)
            values += [edge - 1, edge, edge + 1]
        }
        return values
    }()

    @Test(arguments: boundaries) func `a varint comes back as it was written`(value: UInt64) throws {
        var writer = WireWriter()
        writer.varint(value)
        #expect(writer.count == WireWriter.size(ofVarint: value))
        #expect(try read(writer.bytes) { reader in try reader.varint() } == value)
    }

    @Test(arguments: 1...10) func `an overlong varint is legal up to ten bytes`(length: Int) throws {
        let bytes = [UInt8](repeating: 0x80, count: length - 1) + [0x01]
        let value = try read(bytes) { reader in try reader.varint() }
        #expect(value == 1 << (7 * UInt64(length - 1)))
        let padded = [0x85] + [UInt8](repeating: 0x80, count: max(0, length - 2)) + [0x00]
        #expect(try read(padded) { reader in try reader.varint() } == 5)
    }

    @Test func `a varint over ten bytes or over 64 bits is refused where it begins`() {
        let long = [0x01] + [UInt8](repeating: 0x80, count: 10) + [0x00]
        let error = refusal(long) { reader in
            _ = try reader.varint()
            _ = try reader.varint()
        }
        #expect(error == WireError(.varintTooLong, at: 1))
        let wide = [UInt8](repeating: 0xFF, count: 9) + [0x02]
        #expect(refusal(wide) { reader in _ = try reader.varint() }?.reason == .varintTooLong)
    }

    @Test(arguments: 0..<10) func `a varint that ends too early is refused`(length: Int) {
        let bytes = [UInt8](repeating: 0xFF, count: length)
        #expect(refusal(bytes) { reader in _ = try reader.varint() } == WireError(.truncated, at: 0))
    }

    @Test(arguments: [UInt64(1), 2, 127, 128, 0x8000_0000, 0xFFFF_FFFF])
    func `a length past the end is refused, however large`(length: UInt64) {
        var writer = WireWriter()
        writer.varint(length)
        #expect(refusal(writer.bytes) { reader in _ = try reader.message() } == WireError(.truncated, at: 0))
        #expect(refusal(writer.bytes) { reader in _ = try reader.text() } == WireError(.truncated, at: 0))
    }

    @Test(arguments: [0x1_0000_0000, 0x8_0000_0000, UInt64(1) << 62, UInt64(1) << 63, UInt64.max])
    func `a tag or length over 32 bits is refused`(value: UInt64) {
        var writer = WireWriter()
        writer.varint(value)
        #expect(refusal(writer.bytes) { reader in _ = try reader.message() } == WireError(.varintTooLong, at: 0))
        #expect(refusal(writer.bytes) { reader in _ = try reader.tag() } == WireError(.varintTooLong, at: 0))
    }

    @Test(arguments: 2...10) func `a tag or length is legal up to five bytes`(length: Int) throws {
        let padded = [0x81] + [UInt8](repeating: 0x80, count: length - 2) + [0, 7]
        let tag = refusal(padded) { reader in
            let tag = try reader.tag()
            #expect(tag == 1)
        }
        let message = refusal(padded) { reader in
            let message = try reader.message()
            #expect(message.rest.count == 1)
        }
        #expect(tag == (length <= 5 ? nil : WireError(.varintTooLong, at: 0)))
        #expect(message == tag)
    }

    @Test func `a message ends where its length says, and the reader goes on behind it`() throws {
        try read([2, 8, 1, 9]) { reader in
            let inner = try reader.message()
            #expect(inner.offset == 1 && inner.rest.count == 2)
            #expect(reader.offset == 3 && !reader.isAtEnd)
            #expect(try reader.varint() == 9)
            #expect(reader.isAtEnd)
        }
    }

    @Test func `an inner reader never sees what stands behind its message`() {
        let error = refusal([1, 0xFF, 0x01]) { reader in
            var inner = try reader.message()
            _ = try inner.varint()
        }
        #expect(error == WireError(.truncated, at: 1))
    }

    @Test(arguments: 0..<8) func `fixed fields need all their bytes`(count: Int) {
        let bytes = [UInt8](repeating: 7, count: count)
        #expect(refusal(bytes) { reader in _ = try reader.fixed64() } == WireError(.truncated, at: 0))
        let short = refusal(bytes) { reader in _ = try reader.fixed32() }
        #expect((short == nil) == (count >= 4))
    }

    @Test func `fixed fields are little endian at any alignment`() throws {
        for shift in 0..<8 {
            let bytes = [UInt8](repeating: 0, count: shift) + [1, 2, 3, 4, 5, 6, 7, 8]
            try read(bytes) { reader in
                for _ in 0..<shift { _ = try reader.varint() }
                var again = reader
                #expect(try reader.fixed64() == 0x0807_0605_0403_0201)
                #expect(try again.fixed32() == 0x0403_0201)
            }
        }
    }

    @Test func `skipping steps over every legal wire type`() throws {
        let bytes: [UInt8] = [8, 0xFF, 0x01, 9, 1, 2, 3, 4, 5, 6, 7, 8, 10, 2, 0, 0, 13, 1, 2, 3, 4, 0xF8, 0xFF, 0xFF, 0xFF, 0x0F, 0]
        try read(bytes) { reader in
            try reader.skipAll()
            #expect(reader.isAtEnd)
        }
    }

    @Test(arguments: [(UInt8(3), WireError.Reason.group), (4, .group), (6, .reservedWireType), (7, .reservedWireType)])
    func `groups and reserved wire types are refused`(type: UInt8, reason: WireError.Reason) {
        #expect(refusal([8 | type, 0, 0]) { reader in try reader.skipAll() }?.reason == reason)
    }

    @Test(arguments: [UInt8(0), 1, 2, 5]) func `field 0 is refused`(type: UInt8) {
        let bytes = [type] + [UInt8](repeating: 0, count: 8)
        #expect(refusal(bytes) { reader in try reader.skipAll() }?.reason == .zeroField)
    }

    @Test func `a field number over 29 bits is refused`() {
        var writer = WireWriter()
        writer.varint(1 << 32)
        writer.varint(0)
        #expect(refusal(writer.bytes) { reader in try reader.skip(try reader.varint()) }?.reason == .zeroField)
    }

    @Test func `nothing at all is an empty message`() throws {
        try read([]) { reader in
            #expect(reader.isAtEnd)
            try reader.skipAll()
        }
        var reader = WireReader(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(throws: WireError(.truncated, at: 0)) { try reader.varint() }
    }

    @Test func `an error names its place and reason in one word`() {
        let error = WireError(.group, at: 123_456_789_012)
        #expect(error.offset == 123_456_789_012)
        #expect(error.reason == .group)
        #expect("\(error)" == "a field is a group, which OTLP does not use at byte 123456789012")
        #expect(MemoryLayout<WireError>.size == 8)
    }
}
