import Wire

/// Hashing of label bytes, eight at a time. Every offset lies within the text by construction.
@usableFromInline
enum LabelBytes {
    /// A 64-bit hash of all bytes, seeded against chosen collisions.
    @inlinable @inline(__always)
    static func hash(_ text: Text, _ seed: UInt64) -> UInt64 {
        let bytes = text.buffer
        let count = text.count
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        if count >= 8 {
            var i = 0
            while i &+ 8 < count {
                hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                i &+= 8
            }
            return mix(hash ^ bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        }
        if count >= 4 {
            let low = UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
            let high = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            return mix(hash ^ (high << 32 | low))
        }
        guard count > 0 else { return hash }
        return mix(hash ^ (UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1])))
    }

    /// One multiplication folded to 64 bits.
    @inlinable @inline(__always)
    static func mix(_ x: UInt64) -> UInt64 {
        let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
