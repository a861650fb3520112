import ArgumentParser
import Components
import OTLP
import Pipeline
import Settings

/// `weir replay FILE… --to URL`: sends captured OTLP again.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Sends captured OTLP again.",
        discussion: """
            Takes OTLP/JSON lines, length-delimited protobuf and single requests, gzipped or not, and - for stdin.
            Exits with 1 where something was refused.
            """
    )

    @Argument(help: "Captured files, in the order in which they are sent.")
    var files: [String]

    @Option(help: "Where to, such as http://127.0.0.1:4318; /v1/traces and so on are put behind it.")
    var to: String

    @Option(help: "Requests a second; as fast as they are taken if not given.")
    var rate: Double?

    @Option(help: "traces, metrics or logs, for files that do not say.")
    var signal: String?

    func run() async throws {
        guard let endpoint = Endpoint(to) else { throw ValidationError("--to: '\(to)' is not a URL such as http://127.0.0.1:4318") }
        var options = Replay.Options(to: endpoint)
        options.rate = rate
        if let signal {
            guard let known = Signal(name: signal) else { throw ValidationError("--signal: '\(signal)' is none of traces, metrics, logs") }
            options.signal = known
        }
        let outcome: Replay.Outcome
        do { outcome = try await Replay(options, complain: complain).run(files) } catch {
            complain("weir replay: \(error)")
            throw ExitCode(1)
        }
        print("\(outcome.requests) requests, \(outcome.bytes) bytes, \(outcome.refused) refused, \(outcome.malformed) malformed")
        guard outcome.refused == 0, outcome.malformed == 0 else { throw ExitCode(1) }
    }
}
