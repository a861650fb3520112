import Admin
import ArgumentParser
import Components
import Glibc
import Logging
import Metrics
import Pipeline
import UnixSignals

/// `weir run FILE`: runs a pipeline file until SIGTERM or SIGINT.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs a pipeline file.",
        discussion: """
            SIGTERM and SIGINT: stop receiving, drain the queues up to [admin] drain, exit with 0 if all was delivered, with 1 and the count
            if something was lost. A second signal stops at once.
            """
    )

    @Argument(help: "The pipeline file (TOML), such as Pipelines/sidecar.toml.")
    var file: String

    @Option(help: "What is logged: debug, info, warning or error.")
    var logLevel: Logger.Level = .info

    func run() async throws {
        FileLimit.raise()
        let plan = try PipelineFile.plan(file)
        let level = logLevel
        let log = Logger(label: "weir") { _ in ConsoleLog(level: level) }
        let process = try WeirProcess(plan, log: log)
        let outcome = await process.run()
        if let failure = outcome.failure { log.error("stopped: \(failure)") }
        if outcome.lostItems > 0 { log.error("\(outcome.lostItems) accepted items were lost") }
        guard outcome.failure == nil, outcome.lostItems == 0 else { throw ExitCode(1) }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
