import ArgumentParser
import GenAI

/// `weir prices diff A B`: what changed from one table to another, model by model.
struct DiffPrices: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "diff", abstract: "Show what changed between two tables.")

    @Argument(help: "The older table; 'builtin' is ours.")
    var old: String

    @Argument(help: "The newer table.")
    var new: String

    func run() throws {
        let lines = PriceDiff.lines(try table(old), try table(new))
        for line in lines { print(line) }
        if !lines.isEmpty { throw ExitCode(1) }
    }

    private func table(_ name: String) throws -> PriceTable {
        var sources = PriceSources()
        sources.files = [name]
        return try sources.table()
    }
}
