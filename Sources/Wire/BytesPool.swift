import Glibc
import Synchronization

/// Recycled memory blocks by size class (powers of two), so that a busy pipeline neither allocates nor page-faults per request.
///
/// What it keeps idle is bounded in bytes; beyond that, blocks are freed. Blocks over `largestKept` are never kept.
package final class BytesPool: Sendable {
    package static let shared = BytesPool(keepBytes: 16 << 20)

    private static let smallestBits = 12
    private static let largestKeptBits = 24
    private let keepBytes: Int
    private let idle = Mutex(Idle())

    private struct Idle: ~Copyable {
        var bytes = 0
        var blocks: [[Block]] = Array(repeating: [], count: largestKeptBits - smallestBits + 1)
    }

    private struct Block: @unchecked Sendable {
        let base: UnsafeMutableRawPointer
    }

    package init(keepBytes: Int) { self.keepBytes = keepBytes }

    /// An empty block of at least `capacity` bytes.
    package func take(_ capacity: Int) -> Bytes {
        let bits = Self.bits(for: capacity)
        let size = bits <= Self.largestKeptBits ? 1 << bits : capacity
        if let block = reuse(bits) { return Bytes(base: block.base, capacity: size, pool: self) }
        guard let base = malloc(size) else { fatalError("out of memory: \(size) bytes") }
        return Bytes(base: base, capacity: size, pool: self)
    }

    /// Bytes that lie idle, for tests and metrics.
    package var idleBytes: Int { idle.withLock { $0.bytes } }

    private func reuse(_ bits: Int) -> Block? {
        guard bits <= Self.largestKeptBits else { return nil }
        return idle.withLock {
            guard let block = $0.blocks[bits - Self.smallestBits].popLast() else { return nil }
            $0.bytes -= 1 << bits
            return block
        }
    }

    func recycle(_ base: UnsafeMutableRawPointer, capacity: Int) {
        let bits = Self.bits(for: capacity)
        let block = Block(base: base)
        let kept =
            bits <= Self.largestKeptBits
            && idle.withLock {
                guard $0.bytes + capacity <= keepBytes else { return false }
                $0.bytes += capacity
                $0.blocks[bits - Self.smallestBits].append(block)
                return true
            }
        if !kept { free(base) }
    }

    /// The exponent of the size class that holds `capacity`.
    private static func bits(for capacity: Int) -> Int {
        max(smallestBits, Int.bitWidth - max(capacity - 1, 1).leadingZeroBitCount)
    }
}
