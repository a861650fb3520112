import Wire

/// One measurement with the span it came from (OTLP `Exemplar`). Time 0 = none.
package struct Exemplar: Sendable, Equatable {
    /// Unix nanoseconds.
    package var time: UInt64 = 0
    package var value: Double = 0
    package var trace: (UInt64, UInt64) = (0, 0)
    package var span: UInt64 = 0

    package init() {}

    /// Nothing is kept of ids that are not 16 and 8 bytes long.
    @inline(__always)
    package init(value: Double, time: UInt64, trace: Text, span: Text) {
        guard trace.count == 16, span.count == 8 else { return }
        self.time = time
        self.value = value
        self.trace = (Exemplar.word(trace, 0), Exemplar.word(trace, 8))
        self.span = Exemplar.word(span, 0)
    }

    @inline(__always)
    private static func word(_ id: Text, _ offset: Int) -> UInt64 {
        UInt64(bigEndian: id.buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    package static func == (a: Exemplar, b: Exemplar) -> Bool {
        a.time == b.time && a.value == b.value && a.trace == b.trace && a.span == b.span
    }
}
