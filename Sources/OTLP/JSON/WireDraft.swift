import Wire

/// Protobuf in the making, whose messages' lengths are not known before they end.
///
/// It leaves the length prefixes out and notes where they belong; one copy at the end puts them in. So a byte is copied once, however
/// deep it lies. Places have 32 bits: whoever writes keeps it under 4 GiB.
struct WireDraft: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private var prefixes: [(at: UInt32, length: UInt32)] = []
    private var prefixBytes = 0

    init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Bytes of all that is finished.
    var size: Int { bytes.count + prefixBytes }

    /// A message whose length is still to come.
    struct Open {
        fileprivate let prefix: Int
        fileprivate let sizeBefore: Int
    }

    mutating func open(_ number: UInt64) -> Open {
        varint(number << 3 | WireType.bytes)
        prefixes.append((UInt32(truncatingIfNeeded: bytes.count), 0))
        return Open(prefix: prefixes.count - 1, sizeBefore: size)
    }

    mutating func close(_ open: Open) {
        let length = size - open.sizeBefore
        prefixes[open.prefix].length = UInt32(truncatingIfNeeded: length)
        prefixBytes += WireWriter.size(ofVarint: UInt64(length))
    }

    mutating func varint(_ value: UInt64) { WireDraft.append(value, to: &bytes) }

    mutating func fixed64(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func fixed32(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func field(_ number: UInt64, _ content: UnsafeRawBufferPointer) {
        varint(number << 3 | WireType.bytes)
        varint(UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The whole, with its prefixes.
    consuming func finished() -> [UInt8] {
        var whole: [UInt8] = []
        whole.reserveCapacity(size)
        bytes.withUnsafeBytes { draft in
            var copied = 0
            for prefix in prefixes {
                whole.append(contentsOf: UnsafeRawBufferPointer(rebasing: draft[copied..<Int(prefix.at)]))
                WireDraft.append(UInt64(prefix.length), to: &whole)
                copied = Int(prefix.at)
            }
            whole.append(contentsOf: UnsafeRawBufferPointer(rebasing: draft[copied...]))
        }
        return whole
    }
}
