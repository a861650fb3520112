import ArgumentParser
import GenAI
import Wire

/// `weir prices find MODEL`: what a name means, how it was understood, and every rate and rule.
struct FindPrice: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "find", abstract: "Show what a model's name means and costs.")

    @Argument(help: "The model as telemetry spells it.")
    var model: String

    @OptionGroup var sources: PriceSources

    @Option(help: "The provider as telemetry spells it.")
    var provider = ""

    @Option(help: "Show the rates at this time, such as 2026-08-21 or 2026-08-21T02:00:00Z.")
    var at: String?

    @Option(help: "Show the rates of this service tier.")
    var tier = ""

    func run() throws {
        let table = try sources.table()
        let book = PriceBook(table)
        let (match, reason) = book.find(provider: provider, model: model)
        guard let match else {
            print("\(model): \(reason.word)")
            let nearest = book.nearest(to: model)
            if !nearest.isEmpty { print("nearest names: \(nearest.joined(separator: ", "))") }
            throw ExitCode(1)
        }
        let title = book.title(match.entry)
        print("\(model) is \(title)")
        print("  found by \(match.how.rawValue)\(match.via.map { ", sold at the price of \($0)" } ?? "")")
        if !match.removed.isEmpty { print("  taken off: \(match.removed.joined(separator: " "))") }
        if let region = match.region { print("  place: \(region)\(match.ignoresPlace ? ", whose price is not known" : "")") }
        if let record = table.records.first(where: { $0.title == title }) { print("\n\(record.canonical)") }
        try printRates(book, match)
        print("\nfigures of \(book.asof ?? "no stated date"), \(book.sources.joined(separator: ", "))")
    }

    private func printRates(_ book: PriceBook, _ match: NameMatch) throws {
        var seconds = CallClock.now
        if let at {
            guard let asked = CallClock.seconds(at) else {
                Console.fail("--at: '\(at)' is no time")
                throw ExitCode(2)
            }
            seconds = asked
        }
        print("\n  rates at \(CallClock.text(seconds))\(tier.isEmpty ? "" : ", tier \(tier)"), a short prompt:")
        for rate in book.rates(of: match.entry, at: seconds, tier: tier) { print("    \(rate.meter.word) \(rate.price)") }
    }
}
