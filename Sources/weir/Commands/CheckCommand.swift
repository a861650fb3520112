import ArgumentParser
import Pipeline

/// `weir check FILE`: all mistakes of a pipeline file. Opens no port.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Shows all mistakes of a pipeline file, each where it was made.",
        discussion: "Opens no port and no file but this one. Exits with 0 where the file is right, with 2 where it is not."
    )

    @Argument(help: "The pipeline file (TOML).")
    var file: String

    func run() throws {
        let plan = try PipelineFile.plan(file)
        for pipeline in plan.pipelines {
            let stages = [pipeline.receivers, pipeline.processors, pipeline.exporters].filter { !$0.isEmpty }
            print("\(pipeline.name): \(stages.map { $0.joined(separator: ", ") }.joined(separator: " → "))")
        }
    }
}
