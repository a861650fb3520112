import Testing

@testable import Wire

@Suite struct BytesTests {
    @Test func `a block takes what fits and refuses the rest whole`() {
        let bytes = BytesPool(keepBytes: 0).take(4096)
        let half = [UInt8](repeating: 1, count: bytes.capacity / 2 + 1)
        #expect(half.withUnsafeBytes { bytes.append($0) })
        #expect(!half.withUnsafeBytes { bytes.append($0) })
        #expect(bytes.count == half.count && bytes.array == half)
        #expect(bytes.spare == bytes.capacity - half.count)
    }

    @Test func `spare memory is filled in place`() {
        let bytes = BytesPool(keepBytes: 0).take(10)
        bytes.withSpare { spare in
            spare.storeBytes(of: 0x2A, as: UInt8.self)
            return 1
        }
        bytes.withSpare { _ in 0 }
        #expect(bytes.array == [0x2A])
    }

    @Test func `nothing can be copied too`() {
        let bytes = Bytes.copy(of: [])
        #expect(bytes.count == 0 && bytes.array.isEmpty)
    }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 65536, 65537, 1 << 20, 1 << 24, 1 << 24 + 1, 20_000_001])
    func `a block is at least as large as asked`(capacity: Int) {
        let bytes = BytesPool(keepBytes: 0).take(capacity)
        #expect(bytes.capacity >= capacity)
        #expect(bytes.count == 0)
    }

    @Test func `a block goes back when its last owner lets go, and comes again`() {
        let pool = BytesPool(keepBytes: 1 << 20)
        var place = 0
        do {
            let bytes = pool.take(5000)
            #expect(pool.idleBytes == 0)
            place = bytes.withBytes { Int(bitPattern: $0.baseAddress) }
        }
        #expect(pool.idleBytes == 8192)
        let again = pool.take(8192)
        #expect(again.withBytes { Int(bitPattern: $0.baseAddress) } == place)
        #expect(again.count == 0 && pool.idleBytes == 0)
    }

    @Test func `what lies idle is bounded in bytes`() {
        let pool = BytesPool(keepBytes: 10_000)
        do {
            let blocks = (0..<10).map { _ in pool.take(4096) }
            #expect(blocks.count == 10)
        }
        #expect(pool.idleBytes == 8192)
        do { _ = pool.take(1 << 24 + 1) }
        #expect(pool.idleBytes == 8192, "blocks over 16 MiB are never kept")
    }

    @Test func `many threads share one pool`() async {
        let pool = BytesPool(keepBytes: 1 << 20)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for round in 0..<500 {
                        let bytes = pool.take(round * 37 % 20_000 + 1)
                        let mine = [UInt8](repeating: UInt8(task), count: bytes.capacity)
                        guard mine.withUnsafeBytes({ bytes.append($0) }), bytes.array == mine else { return false }
                    }
                    return true
                }
            }
            for await unharmed in group { #expect(unharmed) }
        }
        #expect(pool.idleBytes <= 1 << 20)
    }
}
