import Wire

/// The label bytes of a table's series, one after another, each stored once.
struct LabelStore: ~Copyable, Sendable {
    private var memory: [UInt8] = []

    var count: Int { memory.count }

    /// Appends a copy and says where it ends.
    mutating func append(_ text: Text) -> Int {
        memory.append(contentsOf: text.buffer)
        return memory.count
    }

    /// Lets `body` see all bytes; a label is a slice of them.
    func withText<R>(_ body: (Text) -> R) -> R { memory.withUnsafeBytes { body(Text($0)) } }
}
