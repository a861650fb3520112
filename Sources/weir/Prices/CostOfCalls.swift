import ArgumentParser
import GenAI
import Glibc

/// `weir prices cost`: one JSON object with a call on each line of standard input, one with its cost on each line of output.
struct CostOfCalls: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost", abstract: "Price calls: JSON lines on standard input, JSON lines out.",
        discussion: """
            A line has the fields provider, model, at, usage and context, as in
            {"provider":"openai","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
            """)

    @OptionGroup var sources: PriceSources

    func run() throws {
        let book = PriceBook(try sources.table())
        while let line = readLine() {
            if line.isEmpty { continue }
            print(CallLine.answer(line, book))
            // Whoever asks through a pipe waits for each answer.
            fflush(nil)
        }
    }
}
