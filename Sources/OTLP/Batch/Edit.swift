import Wire

/// One wish of a processor about the bytes of a message: cut a record, put an attribute in its place, or put one at the end.
/// The edits of one item, and of one resource, are chained in the order in which they were asked for. What is only added to an item needs
/// none: it is the item's `additions`.
///
/// Attributes are written when the request is spliced, so that one whose bytes nobody wants costs no encoding.
struct Edit: BitwiseCopyable {
    /// What is cut; an offset of `Edit.append` means the end of the message.
    var cut: ByteRange
    /// The attribute that is put there (index of its hit + 1); 0 = none. One whose value is absent was dropped.
    var hit: UInt32
    /// `Hit.noSlot` where nobody asks for it again.
    var slot: UInt32
    /// The next edit of the same message (index + 1); 0 = last.
    var next: UInt32 = 0

    static let append = ByteRange(offset: .max, length: 0)

    var isAppend: Bool { cut.offset == UInt32.max }
}
