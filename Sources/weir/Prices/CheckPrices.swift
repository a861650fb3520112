import ArgumentParser
import GenAI

/// `weir prices check FILE…`: all mistakes and doubts of files, each over the ones before it.
struct CheckPrices: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Show every mistake in .prices files.")

    @Argument(help: "Files, lowest layer first.")
    var files: [String]

    @Flag(help: "The files stand alone: nothing of the built-in table lies below them.")
    var alone = false

    func run() throws {
        var layers = alone ? [] : try builtin()
        let below = layers.count
        var wrong = false
        for file in files {
            do {
                layers.append(try PriceParser.parse(try Console.read(file), name: file))
            } catch let error as PriceMistakes {
                _ = Console.refused(error)
                wrong = true
            }
        }
        if wrong { throw ExitCode(2) }
        do {
            let book = PriceBook(try PriceTable(layers, builtin: below))
            for file in layers[below...] { for doubt in PriceLint.doubts(in: file) { Console.fail(doubt.description) } }
            print("\(files.joined(separator: ", ")): correct; \(book.modelCount) models in all")
        } catch {
            throw Console.refused(error)
        }
    }

    private func builtin() throws -> [PriceFile] {
        do { return try PriceBook.builtinLayers() } catch { throw Console.refused(error) }
    }
}
