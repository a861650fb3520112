import Wire

/// One wish of a processor about the bytes: cut a record, put bytes in its place, or put bytes at the end of its message.
/// The edits of one item, and of one resource, are chained in the order in which they were asked for.
struct Edit: BitwiseCopyable {
    /// What is cut; an offset of `Edit.append` means the end of the message.
    var cut: ByteRange
    /// What is put there, in the batch's arena, where its key is not in the table; else it is written from slot and hit when it is spliced,
    /// so that a request whose bytes nobody wants costs no encoding.
    var insertion: UnsafeRawPointer?
    /// Bytes of the attribute's field; 0 = nothing is put there.
    var insertionCount: UInt32
    /// The next edit of the same message (index + 1); 0 = last.
    var next: UInt32 = 0
    /// The hit that readers see behind it (index + 1); 0 = the attribute is gone.
    var hit: UInt32
    var slot: UInt32

    static let append = ByteRange(offset: .max, length: 0)
    static let noSlot = UInt32.max

    var isAppend: Bool { cut.offset == UInt32.max }
}
