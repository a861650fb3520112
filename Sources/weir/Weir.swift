import ArgumentParser

/// The `weir` command.
@main
struct Weir: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weir",
        abstract: "A small, very fast OpenTelemetry pipeline for GenAI.",
        discussion: """
            Receives OTLP from any GenAI instrumentation, says what each span is and what it cost, derives the GenAI metrics, and forwards
            everything to a backend, to files or to stdout.

            Start here:
              weir run Pipelines/sidecar.toml        receive on 127.0.0.1:4317 (gRPC) and 4318 (HTTP)
              weir check Pipelines/sidecar.toml      all mistakes of a pipeline file, with line and column
              weir components                        what a pipeline file can name
              weir demo                              sample traffic, for the page at http://127.0.0.1:4319
              weir report FILE                       the overview of captured telemetry, here in the terminal

            Exit codes: 0 done, 1 failed while running, 2 the command line or the pipeline file is wrong.
            """,
        subcommands: [
            RunCommand.self, CheckCommand.self, ComponentsCommand.self, PricesCommand.self, ReportCommand.self, DemoCommand.self,
            ReplayCommand.self, VersionCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let isUsage = !(error is ExitCode) && exitCode(for: error) != .success
            guard isUsage else { exit(withError: error) }
            complain(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
