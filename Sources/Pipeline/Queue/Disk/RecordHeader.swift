import OTLP

/// What stands before each request in a segment: 40 bytes, little-endian.
///
/// | at | bytes | |
/// |--:|--:|---|
/// | 0 | 4 | magic |
/// | 4 | 4 | signal |
/// | 8 | 4 | bytes of the request |
/// | 12 | 4 | items in it |
/// | 16 | 8 | its position in the log |
/// | 24 | 8 | checksum of the request |
/// | 32 | 8 | checksum of the 32 bytes before |
///
/// Both checksums are seeded with the segment's salt, and a record knows its position: neither a request that looks like a record nor an
/// old record on reused space is taken for one.
struct RecordHeader: Equatable {
    static let bytes = 40
    static let magic: UInt32 = 0x5249_4557
    /// Records begin at multiples of this.
    static let alignment = 8

    var signal: Signal
    var length: Int
    var items: Int
    var position: UInt64
    var checksum: UInt64

    /// From one record to the next.
    var stride: Int { Self.stride(length) }
    /// The positions it covers.
    var positions: Range<UInt64> { position..<position + UInt64(stride) }

    static func stride(_ length: Int) -> Int { (bytes + length + alignment - 1) / alignment * alignment }

    init(signal: Signal, length: Int, items: Int, position: UInt64, checksum: UInt64) {
        self.signal = signal
        self.length = length
        self.items = items
        self.position = position
        self.checksum = checksum
    }

    /// Nil where the bytes are no record that was written at `position`.
    init?(_ bytes: UnsafeRawBufferPointer, at position: UInt64, salt: UInt64) {
        guard bytes.count >= Self.bytes, bytes.u32(0) == Self.magic, bytes.u64(16) == position else { return nil }
        guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<32]), seed: salt) == bytes.u64(32) else { return nil }
        guard let raw = UInt8(exactly: bytes.u32(4)), let signal = Signal(rawValue: raw) else { return nil }
        self.init(
            signal: signal, length: Int(bytes.u32(8)), items: Int(bytes.u32(12)), position: position, checksum: bytes.u64(24))
    }

    static let endMarkBytes = 8

    /// What stands where the next record will begin: behind it is nothing of this log, whatever the file held before.
    static func endMark(at position: UInt64, salt: UInt64) -> UInt64 {
        withUnsafeBytes(of: position.littleEndian) { Checksum.of($0, seed: ~salt) }
    }

    func write(to target: UnsafeMutableRawBufferPointer, salt: UInt64) {
        target.set(0, Self.magic)
        target.set(4, UInt32(signal.rawValue))
        target.set(8, UInt32(clamping: length))
        target.set(12, UInt32(clamping: items))
        target.set(16, position)
        target.set(24, checksum)
        target.set(32, Checksum.of(UnsafeRawBufferPointer(rebasing: target[..<32]), seed: salt))
    }
}

/// Little-endian numbers in a block.
extension UnsafeRawBufferPointer {
    func u32(_ offset: Int) -> UInt32 { UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    func u64(_ offset: Int) -> UInt64 { UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
}

extension UnsafeMutableRawBufferPointer {
    func set<N: FixedWidthInteger>(_ offset: Int, _ number: N) {
        storeBytes(of: number.littleEndian, toByteOffset: offset, as: N.self)
    }
}
