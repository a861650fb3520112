import ArgumentParser
import GenAI

/// `weir prices …`: look at price tables, ask them, make them.
struct PricesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prices", abstract: "Look at price tables, ask them, make them.",
        subcommands: [ListPrices.self, FindPrice.self, CostOfCalls.self, ImportPrices.self, CheckPrices.self, DiffPrices.self])
}

/// Which tables a command asks.
struct PriceSources: ParsableArguments {
    @Option(name: .customLong("prices"), help: "A table over the ones before it; 'builtin' is ours. Repeatable.")
    var files: [String] = ["builtin"]

    /// The layers, read and merged; every mistake goes to standard error and ends the command with 2.
    ///
    /// With `asOurs` the files are taken for layers of the built-in table, whose names win over nobody's.
    func table(asOurs: Bool = false) throws -> PriceTable {
        do {
            let layers = try layers()
            return try PriceTable(layers, builtin: asOurs ? layers.count : PriceBook.builtinLayerCount(in: files))
        } catch let error as PriceMistakes {
            throw Console.refused(error)
        }
    }

    private func layers() throws -> [PriceFile] {
        var layers: [PriceFile] = []
        for file in files {
            layers += file == "builtin" ? try PriceBook.builtinLayers() : [try PriceParser.parse(try Console.read(file), name: file)]
        }
        return layers
    }
}
