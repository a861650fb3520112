import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct LogTailTests {
    private func entry(_ range: Range<UInt64>, bytes: Int = 10, _ signal: Signal = .traces) -> LogTail.Entry {
        let request = [UInt8](repeating: 0, count: bytes)
        return .init(positions: range, payload: Payload(signal: signal, bytes: .copy(of: request), items: 1, reservation: nil))
    }

    @Test func `it gives what follows, of one signal and before the end of a segment`() {
        var tail = LogTail()
        for start in stride(from: UInt64(0), to: 50, by: 10) { _ = tail.append(entry(start..<start + 10)) }
        _ = tail.append(entry(50..<60, .logs))
        func take(upTo limit: Int, from start: UInt64, before end: UInt64) -> [Range<UInt64>] {
            tail.take(upTo: limit, from: start, before: end).map(\.positions)
        }
        let early = take(upTo: 20, from: 10, before: 100)
        #expect(early.isEmpty, "it does not begin there")
        let taken = [
            take(upTo: 20, from: 0, before: 100), take(upTo: 100, from: 20, before: 40), take(upTo: 100, from: 40, before: 100),
            take(upTo: 0, from: 50, before: 100),
        ]
        #expect(taken == [[0..<10, 10..<20], [20..<30, 30..<40], [40..<50], [50..<60]])
        #expect(tail.isEmpty)
    }

    @Test func `what is too much lets go of everything`() {
        var tail = LogTail()
        let fits = tail.append(entry(0..<10, bytes: LogTail.limitBytes))
        let fitsToo = tail.append(entry(10..<20))
        #expect(fits && !fitsToo)
        #expect(tail.isEmpty)
    }
}
