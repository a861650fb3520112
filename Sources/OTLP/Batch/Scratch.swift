/// A growing array of plain values in memory of its own, emptied and used again without being freed.
///
/// Not `Array`: no reference counting, no uniqueness check, no exclusivity check on the scanner's way.
@usableFromInline package struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline package internal(set) var count = 0
    @usableFromInline var capacity: Int

    @inlinable
    package init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    @inlinable
    deinit { base.deallocate() }

    @inlinable @inline(__always)
    package mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// In place: a large element is not copied to read one of its fields.
    @usableFromInline package subscript(index: Int) -> Element {
        @inlinable @inline(__always) unsafeAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return UnsafePointer(base + index)
        }
        @inlinable @inline(__always) unsafeMutableAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base + index
        }
    }

    /// Empties it; memory beyond `keep` elements goes back to the system, so that one huge request does not stay paid for.
    @inlinable
    package mutating func removeAll(keep: Int) {
        count = 0
        guard capacity > keep else { return }
        base.deallocate()
        capacity = keep
        base = .allocate(capacity: keep)
    }

    /// Makes room for `extra` more elements, which the caller sets at once.
    mutating func extend(by extra: Int) -> UnsafeMutablePointer<Element> {
        while capacity - count < extra { grow() }
        defer { count &+= extra }
        return base + count
    }

    @inlinable
    package mutating func truncate(to length: Int) { count = min(count, length) }

    @inlinable @inline(never)
    mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
