import Wire

/// Many elements at once.
extension Scratch {
    /// Makes it `count` times `value`.
    @inlinable
    package mutating func refill(_ value: Element, count wanted: Int) {
        if wanted > capacity {
            base.deallocate()
            capacity = wanted
            base = .allocate(capacity: wanted)
        }
        base.initialize(repeating: value, count: wanted)
        count = wanted
    }
}

extension Scratch<UInt8> {
    /// Appends a copy of `text`.
    package mutating func append(_ text: Text) {
        guard let from = text.buffer.baseAddress else { return }
        while capacity - count < text.count { grow() }
        UnsafeMutableRawPointer(base + count).copyMemory(from: from, byteCount: text.count)
        count += text.count
    }

    /// Overwrites what is at `place` and behind it with `text`, which must fit.
    package mutating func overwrite(at place: Int, _ text: Text) {
        precondition(place >= 0 && place <= count && text.count <= count - place)
        guard let from = text.buffer.baseAddress else { return }
        UnsafeMutableRawPointer(base + place).copyMemory(from: from, byteCount: text.count)
    }

    /// A view of what lies at `place`; it must be there and must not outlive the next change.
    package func text(at place: Int, count length: Int) -> Text {
        precondition(place >= 0 && length >= 0 && length <= count - place)
        return Text(base: UnsafeRawPointer(base + place), count: length)
    }
}
