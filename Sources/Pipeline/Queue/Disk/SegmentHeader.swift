/// What a segment begins with: a page with two copies of 40 bytes, so that damage to one costs nothing.
///
/// magic (8 bytes), version (4), bytes of this page (4), base (8), salt (8), checksum of the 32 bytes before (8); in every version of the format.
struct SegmentHeader: Equatable {
    static let bytes = 4096
    static let version: UInt32 = 1
    private static let magic: UInt64 = 0x0A47_4F4C_5249_4557
    private static let copies = [0, 2048]
    /// Far beyond what any disk holds, and sums of positions stay far from overflow.
    static let highestBase: UInt64 = 1 << 62

    /// The position of the first record.
    let base: UInt64
    /// Random: seeds the checksums of the records.
    let salt: UInt64

    enum Reading: Equatable {
        case header(SegmentHeader)
        case damaged
        case future(version: UInt32)
    }

    static func read(_ page: UnsafeRawBufferPointer) -> Reading {
        for copy in copies where copy + 40 <= page.count {
            let bytes = UnsafeRawBufferPointer(rebasing: page[copy..<copy + 40])
            guard bytes.u64(0) == magic, Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<32]), seed: 0) == bytes.u64(32) else {
                continue
            }
            guard bytes.u64(16) <= highestBase else { continue }
            guard bytes.u32(8) == version else { return .future(version: bytes.u32(8)) }
            return .header(SegmentHeader(base: bytes.u64(16), salt: bytes.u64(24)))
        }
        return .damaged
    }

    var page: [UInt8] {
        var page = [UInt8](repeating: 0, count: Self.bytes)
        page.withUnsafeMutableBytes { page in
            for copy in Self.copies {
                let bytes = UnsafeMutableRawBufferPointer(rebasing: page[copy..<copy + 40])
                bytes.set(0, Self.magic)
                bytes.set(8, Self.version)
                bytes.set(12, UInt32(Self.bytes))
                bytes.set(16, base)
                bytes.set(24, salt)
                bytes.set(32, Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<32]), seed: 0))
            }
        }
        return page
    }
}
