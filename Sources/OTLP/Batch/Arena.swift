import Wire

/// Bump memory for what edits write. What it gives stays where it is until `reset`, so views on it stay valid.
struct Arena: ~Copyable {
    private static let chunkBytes = 64 << 10
    private var chunks: [UnsafeMutableRawPointer] = []
    private var current: UnsafeMutableRawPointer
    private var used = 0
    private var available: Int

    init() {
        current = Self.chunk(Self.chunkBytes)
        available = Self.chunkBytes
    }

    deinit {
        current.deallocate()
        for chunk in chunks { chunk.deallocate() }
    }

    /// `count` bytes, uninitialised, and `Pen.slack` behind them that may be scribbled on until the next `take`.
    @inline(__always)
    mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
        if available - used < count { refill(count) }
        let place = current + used
        used += count
        return place
    }

    /// A key as the first field of a KeyValue (common.proto).
    mutating func keyField(_ key: Text) -> Text {
        let size = Pen.keyFieldSize(key.count)
        let start = take(size)
        var pen = Pen(start)
        pen.byte(1 << 3 | 2)
        pen.varint(UInt64(key.count))
        pen.copy(key)
        return Text(base: UnsafeRawPointer(start), count: size)
    }

    mutating func copy(_ text: Text) -> Text {
        let place = take(text.count)
        if let from = text.buffer.baseAddress { place.copyMemory(from: from, byteCount: text.count) }
        return Text(base: UnsafeRawPointer(place), count: text.count)
    }

    /// Forgets everything; one chunk of usual size is kept.
    mutating func reset() {
        used = 0
        guard !chunks.isEmpty || available != Self.chunkBytes else { return }
        for chunk in chunks { chunk.deallocate() }
        chunks.removeAll(keepingCapacity: true)
        if available != Self.chunkBytes {
            current.deallocate()
            current = Self.chunk(Self.chunkBytes)
            available = Self.chunkBytes
        }
    }

    @inline(never)
    private mutating func refill(_ count: Int) {
        chunks.append(current)
        available = max(Self.chunkBytes, count)
        current = Self.chunk(available)
        used = 0
    }

    private static func chunk(_ byteCount: Int) -> UnsafeMutableRawPointer { .allocate(byteCount: byteCount + Pen.slack, alignment: 8) }
}
