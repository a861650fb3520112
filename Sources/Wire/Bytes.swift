/// A block of memory with an owner: a request's body, or what a splice made of it.
///
/// Filled by one owner (`append`, `withSpare`), then shared read-only by everything downstream; whoever shares it no longer writes.
/// Its memory comes from a `BytesPool` and goes back there when the last owner lets go.
@usableFromInline package final class Bytes: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutableRawPointer
    package let capacity: Int
    @usableFromInline package internal(set) var count: Int
    private let pool: BytesPool

    init(base: UnsafeMutableRawPointer, capacity: Int, pool: BytesPool) {
        self.base = base
        self.capacity = capacity
        self.count = 0
        self.pool = pool
    }

    deinit { pool.recycle(base, capacity: capacity) }

    /// Bytes that still fit.
    package var spare: Int { capacity - count }

    /// Appends a copy. Returns false, and appends nothing, where the block is too small.
    package func append(_ source: UnsafeRawBufferPointer) -> Bool {
        guard source.count <= spare else { return false }
        if let from = source.baseAddress { (base + count).copyMemory(from: from, byteCount: source.count) }
        count += source.count
        return true
    }

    /// Lets `fill` write into the spare memory; it returns how many bytes it wrote, which must not exceed what it was given.
    package func withSpare<E: Error>(_ fill: (UnsafeMutableRawBufferPointer) throws(E) -> Int) throws(E) {
        let written = try fill(UnsafeMutableRawBufferPointer(start: base + count, count: spare))
        precondition(written >= 0 && written <= spare, "wrote past the block")
        count += written
    }

    /// The filled part. The pointer must not outlive the call.
    @inlinable
    package func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// The filled part as an array, for what leaves the hot path.
    package var array: [UInt8] { withBytes { Array($0) } }
}

extension Bytes {
    /// A copy of `array` in the shared pool's memory.
    package static func copy(of array: [UInt8]) -> Bytes {
        array.withUnsafeBytes { copy(of: $0) }
    }

    package static func copy(of source: UnsafeRawBufferPointer) -> Bytes {
        let bytes = BytesPool.shared.take(source.count)
        _ = bytes.append(source)
        return bytes
    }
}
