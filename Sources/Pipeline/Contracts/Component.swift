import OTLP
import Settings

/// Something a pipeline file can name.
///
/// Life cycle: settings are decoded → `init` → `run` until cancelled → gone. There is no start, no stop, no state flag.
package protocol Component: Sendable {
    /// The word used in a pipeline file, in lower_snake_case.
    static var kind: String { get }
    /// One line for `weir components`.
    static var summary: String { get }
    associatedtype Settings: Configurable
    /// Makes the component ready. No I/O and no tasks here: those belong in `run`.
    init(_ settings: Settings, _ context: Context) throws
}

/// Where telemetry enters.
package protocol Receiver: Component {
    /// The signals it can bring.
    static var signals: Set<Signal> { get }
    /// Serves until cancelled; calls `context.ready()` once it can be reached. Each request waits for its verdict, so a full pipeline
    /// slows the sender instead of losing data.
    func run(_ outlet: Outlet) async throws
}

/// Changes what passes.
package protocol Processor: Component {
    static var signals: Set<Signal> { get }
    /// Reads the index, asks for edits. Never suspends, never fails, never does I/O.
    func process(_ batch: inout Batch)
    /// How long requests may wait for others so that they are processed together; senders wait for it too. Usually not at all.
    var hold: Duration { get }
    /// Background work, such as watching files, until cancelled after the queues were drained. Usually none.
    func run() async throws
}

/// Ends one pipeline and begins another.
package protocol Connector: Component {
    static var edge: (from: Signal, to: Signal) { get }
    /// Sees a batch after the processors. Never suspends, never fails.
    func observe(_ batch: borrowing Batch)
    /// Sees what enters the pipelines it begins, before their processors: to take out what it makes better itself. Usually nothing.
    func screen(_ batch: inout Batch)
    /// Sends what it made into the pipelines that name it as a receiver, until cancelled; then sends the rest.
    func run(_ outlet: Outlet) async throws
}

/// Where telemetry leaves, through a queue.
package protocol Exporter: Component {
    static var signals: Set<Signal> { get }
    /// Delivers once. Retries and queues are the pipeline's business.
    func export(_ payload: Payload) async throws(ExportError)
    /// Background work, until cancelled after the queue was drained. Usually none.
    func run() async throws
    /// Up to how many bytes waiting payloads may be joined into one; 0 = never.
    var batchBytes: Int { get }
    /// How many deliveries may be under way at once.
    var deliveries: Int { get }
}

extension Connector {
    package func screen(_ batch: inout Batch) {}
}

extension Processor {
    package var hold: Duration { .zero }
    package func run() async throws {}
}

extension Exporter {
    package func run() async throws {}
    package var batchBytes: Int { 0 }
    package var deliveries: Int { 1 }
}

/// Where telemetry ends inside the process, at once and without a queue: `discard`, `prometheus`.
package protocol Sink: Component {
    static var signals: Set<Signal> { get }
    /// Takes it. Never suspends, never fails, never does I/O.
    func take(_ payload: Payload)
    /// Whether it looks at the bytes: where nobody does, edits are never carried out and `bytes` are those that came.
    var readsBytes: Bool { get }
}

extension Sink {
    package var readsBytes: Bool { true }
}

extension Receiver { package static var signals: Set<Signal> { Set(Signal.allCases) } }
extension Processor { package static var signals: Set<Signal> { Set(Signal.allCases) } }
extension Exporter { package static var signals: Set<Signal> { Set(Signal.allCases) } }
extension Sink { package static var signals: Set<Signal> { Set(Signal.allCases) } }

/// Why an exporter did not deliver.
package enum ExportError: Error {
    /// Worth trying again, at the receiver's word not before `after`.
    case retry(after: Duration?, any Error)
    /// Never again: it would fail the same way.
    case refused(any Error)
}
