/// A growing array of plain values in memory of its own, emptied and used again without being freed.
///
/// Not `Array`: no reference counting, no uniqueness check, no exclusivity check on the scanner's way.
package struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline private(set) var base: UnsafeMutablePointer<Element>
    @usableFromInline package private(set) var count = 0
    @usableFromInline private(set) var capacity: Int

    package init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    package mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count &+= 1
    }

    package subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base[index]
        }
        @inline(__always) _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            yield &base[index]
        }
    }

    /// Empties it; memory beyond `keep` elements goes back to the system, so that one huge request does not stay paid for.
    package mutating func removeAll(keep: Int) {
        count = 0
        guard capacity > keep else { return }
        base.deallocate()
        capacity = keep
        base = .allocate(capacity: keep)
    }

    package mutating func truncate(to length: Int) { count = min(count, length) }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
