import ArgumentParser
import GenAI

/// `weir prices import FILE`: turns LiteLLM's or genai-prices' JSON into a `.prices` file on standard output.
struct ImportPrices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn LiteLLM's or genai-prices' JSON into a .prices file.")

    @Argument(help: "model_prices_and_context_window.json or data.json; '-' reads standard input.")
    var file: String

    @Option(help: "Only this provider, by its name in the result. Repeatable.")
    var provider: [String] = []

    @Option(help: "Leave this provider out. Repeatable.")
    var without: [String] = []

    @Option(help: "Only models whose 'provider/model' begins like this. Repeatable.")
    var only: [String] = []

    @Option(help: "Besides those, only models that these tables do not know. Repeatable.")
    var beyond: [String] = []

    @Option(help: "The date of the figures, such as 2026-11-23.")
    var asof: String?

    @Option(help: "A line saying where the figures come from. Repeatable.")
    var source: [String] = []

    @Flag(help: "Keep the days on which genai-prices entered its tier and batch prices.")
    var keepEntryDates = false

    @Flag(help: "Keep beginnings of names as 'match'. They price models nobody has seen.")
    var patterns = false

    @Flag(help: "Say nothing about what was left out or rounded.")
    var quiet = false

    func run() throws {
        var options = PriceImport.Options()
        options.providers = Set(provider)
        options.without = Set(without)
        options.keepsEntryDates = keepEntryDates
        options.keepsPatterns = patterns
        var result: PriceImport
        do {
            result = PriceImport.read(try JSONText.read(try Console.read(file)), name: file, options: options)
        } catch let error as JSONMistake {
            Console.fail("\(file): \(error)")
            throw ExitCode(2)
        }
        guard result.file.setAsOf(asof) else {
            Console.fail("--asof: '\(asof ?? "")' is no date")
            throw ExitCode(2)
        }
        result.file.sources = source
        try choose(&result.file)
        print(PriceWriter.write(result.file), terminator: "")
        if !quiet { for note in result.notes { Console.fail(note) } }
    }

    /// Drops what was not asked for.
    private func choose(_ file: inout PriceFile) throws {
        if only.isEmpty && beyond.isEmpty { return }
        var known: PriceBook?
        if !beyond.isEmpty {
            var below = PriceSources()
            below.files = beyond
            known = PriceBook(try below.table(asOurs: true))
        }
        file.keep { record in
            if only.contains(where: { record.title.lowercased().hasPrefix($0) }) { return true }
            guard let known else { return false }
            // A place whose price is not known is worth a row of its own.
            return known.find(provider: record.provider, model: record.name).match?.ignoresPlace ?? true
        }
    }
}
