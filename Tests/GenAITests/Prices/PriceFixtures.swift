import Testing

@testable import GenAI

/// A book of a few lines, asked in one call.
struct SmallBook {
    let book: PriceBook

    /// Lines as in a file, without the version; `user` lines lie over them.
    init(_ lines: String, user: String? = nil) throws {
        var layers = [
            try PriceParser.parse(lines: lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), name: "small")
        ]
        if let user { layers.append(try PriceParser.parse(lines: user.split(separator: "\n").map(String.init), name: "user")) }
        book = PriceBook(try PriceTable(layers, builtin: 1))
    }

    /// Prices a call given as the fields of a price vector.
    func answer(_ model: String, provider: String = "p", at: String = "2026-11-20T12:00:00Z", usage: String, context: String = "")
        -> JSONText
    {
        let line = #"{"provider":"\#(provider)","model":"\#(model)","at":"\#(at)","usage":{\#(usage)},"context":{\#(context)}}"#
        return (try? JSONText.read(Array(CallLine.answer(line, book).utf8))) ?? .null
    }

    func usd(_ model: String, provider: String = "p", at: String = "2026-11-20T12:00:00Z", usage: String, context: String = "") -> String? {
        answer(model, provider: provider, at: at, usage: usage, context: context)["usd"]?.string
    }

    func detail(_ model: String, provider: String = "p", usage: String, context: String = "") -> String? {
        answer(model, provider: provider, usage: usage, context: context)["detail"]?.string
    }

    /// The title of the model a name leads to.
    func title(_ model: String, provider: String = "p", host: String = "") -> String? {
        book.find(provider: provider, model: model, host: host).match.map { book.title($0.entry) }
    }
}

/// The built-in table, loaded once.
enum BuiltinBook {
    static let book: PriceBook? = try? PriceBook(PriceTable(PriceBook.builtinLayers(), builtin: 3))
}

/// The mistakes in a text, as people see them.
func mistakes(_ text: String) -> [PriceMistake] {
    do {
        let file = try PriceParser.parse(Array(text.utf8), name: "x.prices")
        _ = try PriceTable([file])
        return []
    } catch {
        return error.mistakes
    }
}
