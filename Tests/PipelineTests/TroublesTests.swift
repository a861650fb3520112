import Logging
import Synchronization
import Testing

@testable import Pipeline

@Suite struct TroublesTests {
    private final class Lines: Sendable {
        let said = Mutex<[String]>([])
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) { lines.said.withLock { $0.append("\(event.message)") } }
    }

    @Test func `one line per kind of trouble, at growing intervals, with what was not said`() {
        let lines = Lines()
        let now = Mutex<UInt64>(0)
        var clock = Clock.system
        let read: @Sendable () -> UInt64 = { now.withLock { $0 } }
        clock.monotonicNanoseconds = read
        let troubles = Troubles(log: Logger(label: "t") { _ in Handler(lines: lines) }, clock: clock)
        for second in 0..<10 {
            now.withLock { $0 = UInt64(second) * 1_000_000_000 }
            troubles.report("down for \(second) s")
        }
        troubles.report("another")
        #expect(
            lines.said.withLock { $0 } == [
                "down for 0 s", "down for 1 s", "down for 3 s (and 1 more like it)", "down for 7 s (and 3 more like it)", "another",
            ])
    }
}
