import OTLP
import Pipeline
import Settings

/// Reads OTLP files: `[receivers.file]`. To the end and then done, or on and on where they are followed.
///
/// When all receivers of a process are done, it drains its queues and ends; so `weir run` with nothing but files converts them and exits.
/// What cannot be read as a request is passed over, counted, and said once. A full pipeline makes it wait.
struct FileReceiver: Receiver {
    static let kind = "file"
    static let summary = "reads OTLP files: JSON lines or protobuf, gzip or not, once or as they grow"

    private let settings: FileReceiverSettings
    private let context: Context
    private let counts: FileCounts

    init(_ settings: FileReceiverSettings, _ context: Context) throws {
        self.settings = settings
        self.context = context
        counts = FileCounts(context)
    }

    func run(_ outlet: Outlet) async throws {
        let ledger = try settings.state.map { path throws(CaptureTrouble) in try ReadLedger(path: path) }
        context.ready()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path in settings.paths {
                let reading = FileReading(path: path, settings: settings, context: context, counts: counts, ledger: ledger)
                group.addTask { try await reading.run(outlet) }
            }
            do {
                try await group.waitForAll()
            } catch {
                try ledger?.save()
                throw error
            }
        }
        try ledger?.save()
    }
}

/// The receiver's own telemetry.
struct FileCounts: Sendable {
    let bytes: Counter
    let malformed: Counter
    let troubles: Troubles

    init(_ context: Context) {
        let labels = [("receiver", String(context.name.drop { $0 != "." }.dropFirst()))]
        bytes = context.meters.counter(
            "weir_receiver_file_bytes_total", labels, help: "Bytes that were read from files, as they stand there.")
        malformed = context.meters.counter(
            "weir_receiver_file_malformed_total", labels, help: "Lines and messages of files that are no request and were passed over.")
        troubles = Troubles(log: context.log, clock: context.clock)
    }
}
