import ArgumentParser
import Components
import Logging
import OTLP
import Pipeline
import Settings
import Store
import View

/// `weir report FILE…`: the Overview of captured telemetry, in the terminal.
///
/// The files go through the same pipeline into the same store as running telemetry, and the same question is asked of it.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Prints the Overview of captured telemetry.",
        discussion: """
            Takes OTLP/JSON lines, length-delimited protobuf and single requests, gzipped or not, and - for stdin. Metrics are passed over:
            every figure is made of spans. The store it needs is made in the temporary folder and removed.
            """
    )

    @Argument(help: "Captured files, in the order in which they were received.")
    var files: [String]

    @Option(help: "traces or logs, for files that do not say.")
    var signal: String?

    @Flag(help: "What SDKs and gateways say a call cost wins over the price table.")
    var reported = false

    func run() async throws {
        let known = try signal.map { word in
            guard let signal = Signal(name: word) else { throw ValidationError("--signal: '\(word)' is none of traces, metrics, logs") }
            return signal
        }
        let folder: TemporaryFolder
        do { folder = try TemporaryFolder("weir-report") } catch {
            complain("weir report: \(error)")
            throw ExitCode(1)
        }
        defer { folder.remove() }
        do {
            let gathered = try Captured(folder: folder).gather(files, as: known, complain: complain)
            guard gathered.requests > 0 else { throw Captured.Trouble("no traces and no logs in \(files.joined(separator: ", "))") }
            try await fill(folder)
            print(try await overview(in: folder), terminator: "")
            guard gathered.malformed == 0 else { throw ExitCode(1) }
        } catch let code as ExitCode {
            throw code
        } catch {
            complain("weir report: \(error)")
            throw ExitCode(1)
        }
    }

    /// Runs the pipeline of the view from the gathered files to their end.
    private func fill(_ folder: TemporaryFolder) async throws {
        let text = """
            [receivers.file]
            paths = ["\(folder.file(Captured.traces))", "\(folder.file(Captured.logs))"]
            [processors.genai]
            prefer = "\(reported ? "reported" : "computed")"
            [exporters.view]
            directory = "\(folder.file("store"))"
            retention = { age = "3650d" }
            [pipelines.traces]
            receivers = ["file"]
            processors = ["genai"]
            exporters = ["view"]
            [pipelines.logs]
            receivers = ["file"]
            exporters = ["view"]
            """
        let document = try SettingsFile.load(text: text, name: "report")
        guard let plan = Planner(.builtin).plan(document) else { throw document.mistakes }
        let readiness = Readiness()
        let context = Context(
            name: "report", log: Logger(label: "weir") { _ in ConsoleLog(level: .error) },
            budget: Budget(limitBytes: MemoryLimit.defaultBudgetBytes), readiness: readiness)
        let outcome = try await Runner(plan, context: context, readiness: readiness).run {
            try? await context.clock.sleep(.forever)
        }
        if let failure = outcome.failure { throw Captured.Trouble(failure) }
        guard outcome.lostItems == 0 else { throw Captured.Trouble("\(outcome.lostItems) spans did not reach the store") }
    }

    /// Everything that was captured, as one period.
    private func overview(in folder: TemporaryFolder) async throws -> String {
        let settings = Store.Settings(folder: Folder(folder.file("store")), maximumAge: .max, maximumBytes: .max) {
            Int64(clamping: Clock.system.unixNanoseconds())
        }
        let store = try Store(settings, content: NoContent())
        defer { store.close() }
        let status = try await store.status()
        guard let oldest = status.oldest, let newest = status.newest else { throw Captured.Trouble("no span could be read") }
        let filter = Filter(range: TimeRange(from: oldest, to: newest &+ 1))
        return OverviewText(try await store.overview(filter, comparing: false)).text
    }
}

/// The figures need nothing of what was said.
private struct NoContent: ContentReader {
    func json(_ block: [UInt8], at places: [Int]) -> [String?] { places.map { _ in nil } }
}
