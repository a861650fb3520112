import Wire

/// One measurement with the span it came from (OTLP `Exemplar`). Time 0 = none.
@usableFromInline
package struct Exemplar: Sendable, Equatable {
    /// Unix nanoseconds.
    @usableFromInline package var time: UInt64 = 0
    @usableFromInline package var value: Double = 0
    @usableFromInline package var trace: (UInt64, UInt64) = (0, 0)
    @usableFromInline package var span: UInt64 = 0

    @inlinable
    package init() {}

    /// Nothing is kept of ids that are not 16 and 8 bytes long.
    @inlinable @inline(__always)
    package init(value: Double, time: UInt64, trace: Text, span: Text) {
        guard trace.count == 16, span.count == 8 else { return }
        self.time = time
        self.value = value
        self.trace = (Exemplar.word(trace, 0), Exemplar.word(trace, 8))
        self.span = Exemplar.word(span, 0)
    }

    /// The same span, measured otherwise.
    @inlinable
    package func with(value: Double) -> Exemplar {
        var copy = self
        copy.value = value
        return copy
    }

    @inlinable @inline(__always)
    static func word(_ id: Text, _ offset: Int) -> UInt64 {
        UInt64(bigEndian: id.buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inlinable
    package static func == (a: Exemplar, b: Exemplar) -> Bool {
        a.time == b.time && a.value == b.value && a.trace == b.trace && a.span == b.span
    }
}
