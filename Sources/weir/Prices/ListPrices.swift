import ArgumentParser
import GenAI

/// `weir prices list`: every model with its first price line.
struct ListPrices: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the models with prices.")

    @OptionGroup var sources: PriceSources

    @Option(help: "Only this provider's.")
    var provider: String?

    func run() throws {
        let table = try sources.table()
        let book = PriceBook(table)
        var rows: [[String]] = []
        for record in table.records.sorted(by: { $0.title.lowercased() < $1.title.lowercased() }) {
            if let provider, record.provider != book.providerName(provider) { continue }
            rows.append([record.title, record.firstLine, record.ruleCount > 1 ? "+\(record.ruleCount - 1) rules" : ""])
        }
        let width = min(60, rows.map { $0[0].count }.max() ?? 0)
        for row in rows {
            let name = row[0] + String(repeating: " ", count: max(0, width - row[0].count))
            print("\(name)  \(row[1])\(row[2].isEmpty ? "" : "  \(row[2])")")
        }
        print("\(rows.count) models, basis \(book.basis), \(book.sources.joined(separator: ", "))")
    }
}
