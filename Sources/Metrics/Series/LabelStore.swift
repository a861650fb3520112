import Wire

/// The label bytes of a table's series, one after another, each stored once.
@usableFromInline
struct LabelStore: ~Copyable, Sendable {
    @usableFromInline private(set) var memory: Bytes

    init() { memory = BytesPool.shared.take(4096) }

    var count: Int { memory.count }

    /// Appends a copy and says where it ends.
    mutating func append(_ text: Text) -> Int {
        if memory.spare < text.count { grow(by: text.count) }
        _ = memory.append(text.buffer)
        return memory.count
    }

    /// Lets `body` see all bytes; a label is a slice of them.
    @inlinable @inline(__always)
    func withText<R>(_ body: (Text) -> R) -> R { memory.withBytes { body(Text($0)) } }

    private mutating func grow(by extra: Int) {
        let larger = BytesPool.shared.take(max(memory.capacity * 2, memory.count + extra))
        memory.withBytes { _ = larger.append($0) }
        memory = larger
    }
}
