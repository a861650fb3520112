import Wire

/// Cuts one request into several valid ones that together hold each of its items once, in their order.
///
/// A part is the request with only the items of a range. What stands beside items (resource, scope, schema URL, fields not known here) is
/// repeated in every part, as it came; containers without items stay behind. An item is a span, a log record or a metric with all its
/// points. Bytes are copied, never decoded.
package struct RequestSplitter {
    /// Where the next level is in a message of each level: ResourceSpans in the request, ScopeSpans, Span; the same in all signals.
    private static let childTags: [UInt64] = [1 << 3 | WireType.bytes, 2 << 3 | WireType.bytes, 2 << 3 | WireType.bytes]
    /// Bytes of a child's tag and the longest length prefix.
    private static let headBytes = 6

    private let request: UnsafeRawBufferPointer

    /// `request` must outlive the splitter.
    package init(_ request: UnsafeRawBufferPointer) { self.request = request }

    /// Items in the whole request.
    package func itemCount() throws(WireError) -> Int { try count(WireReader(request), level: 0) }

    /// The ranges of items whose parts have at most `limitBytes`, or hold one item that alone is larger.
    package func ranges(limitBytes: Int) throws(WireError) -> [Range<Int>] {
        var cutter = Cutter(limitBytes: limitBytes)
        try measure(WireReader(request), level: 0, &cutter)
        return cutter.finished()
    }

    /// The request with only the items in `range`.
    package func part(_ range: Range<Int>) throws(WireError) -> Bytes {
        var writer = WireWriter(reserving: range.count == 0 ? 0 : request.count / 4)
        var item = 0
        try copy(WireReader(request), level: 0, range, &item, &writer)
        return Bytes.copy(of: writer.bytes)
    }

    // MARK: - Counting

    private func count(_ content: WireReader, level: Int) throws(WireError) -> Int {
        var items = 0
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag != Self.childTags[level] {
                try reader.skip(tag)
            } else if level == 2 {
                try reader.skip(tag)
                items += 1
            } else {
                items += try count(try reader.message(), level: level + 1)
            }
        }
        return items
    }

    // MARK: - Measuring

    private func measure(_ content: WireReader, level: Int, _ cutter: inout Cutter) throws(WireError) {
        cutter.enter(level, headBytes: try envelopeBytes(content, level: level) + (level == 0 ? 0 : Self.headBytes))
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            if tag != Self.childTags[level] {
                try reader.skip(tag)
            } else if level == 2 {
                try reader.skip(tag)
                cutter.add(reader.offset - start)
            } else {
                try measure(try reader.message(), level: level + 1, &cutter)
            }
        }
    }

    /// Bytes of all fields but the next level's.
    private func envelopeBytes(_ content: WireReader, level: Int) throws(WireError) -> Int {
        var bytes = 0
        var reader = content
        while !reader.isAtEnd {
            let start = reader.offset
            let tag = try reader.tag()
            try reader.skip(tag)
            if tag != Self.childTags[level] { bytes += reader.offset - start }
        }
        return bytes
    }

    /// Fills parts greedily, and knows what has to be repeated in a new one.
    private struct Cutter {
        let limitBytes: Int
        private var parts: [Range<Int>] = []
        private var first = 0
        private var next = 0
        private var size = 0
        /// The envelope of each level, and whether the part that is being filled has it already.
        private var envelopes = [(bytes: Int, isPaid: Bool)](repeating: (0, false), count: 3)

        init(limitBytes: Int) { self.limitBytes = limitBytes }

        mutating func enter(_ level: Int, headBytes: Int) { envelopes[level] = (headBytes, false) }

        mutating func add(_ bytes: Int) {
            let unpaid = envelopes.reduce(0) { $0 + ($1.isPaid ? 0 : $1.bytes) }
            if next > first, size + unpaid + bytes > limitBytes {
                parts.append(first..<next)
                first = next
                size = envelopes.reduce(0) { $0 + $1.bytes } + bytes
            } else {
                size += unpaid + bytes
            }
            for level in envelopes.indices { envelopes[level].isPaid = true }
            next += 1
        }

        func finished() -> [Range<Int>] { next > first ? parts + [first..<next] : parts }
    }

    // MARK: - Copying

    private func copy(
        _ content: WireReader, level: Int, _ range: Range<Int>, _ item: inout Int, _ writer: inout WireWriter
    ) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let before = reader.rest
            let tag = try reader.tag()
            guard tag == Self.childTags[level], level < 2 else {
                try reader.skip(tag)
                if tag != Self.childTags[level] || range.contains(item) { writer.append(before.prefix(before.count - reader.rest.count)) }
                if tag == Self.childTags[level] { item += 1 }
                continue
            }
            let child = try reader.message()
            let items = item..<item + (try count(child, level: level + 1))
            if items.overlaps(range) { try copyChild(child, level: level + 1, range, items.lowerBound, &writer) }
            item = items.upperBound
        }
    }

    private func copyChild(
        _ child: WireReader, level: Int, _ range: Range<Int>, _ first: Int, _ writer: inout WireWriter
    ) throws(WireError) {
        var item = first
        var inner = WireWriter(reserving: child.rest.count)
        try copy(child, level: level, range, &item, &inner)
        writer.varint(Self.childTags[level - 1])
        writer.varint(UInt64(inner.count))
        writer.append(inner.bytes)
    }
}
