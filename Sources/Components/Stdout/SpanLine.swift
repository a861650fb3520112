import OTLP
import Wire

/// What a line says of a span: time, service, role, model or name, tokens, cost, duration, error.
struct SpanLine {
    static let serviceWidth = 14

    private let time: String
    private let service: String
    private let role: String
    private let subject: String
    private let tokens: String
    private let cost: String
    private let duration: String
    private let failure: String?

    /// Of the batch's selected span.
    init(_ batch: borrowing Batch, _ keys: PrintedKeys) {
        func text(_ slot: Slot) -> String? { batch.value(slot).text.flatMap { $0.isEmpty ? nil : Column.plain($0) } }
        time = batch.start == 0 ? "" : Figure.time(unixNanoseconds: batch.start)
        service = batch.resourceValue(batch.resource, keys.service).text.map(Column.plain) ?? "-"
        let role = text(keys.role)
        self.role = role ?? text(keys.operation) ?? "-"
        let model = text(keys.responseModel) ?? text(keys.requestModel)
        subject =
            switch role {
            case "tool": text(keys.tool) ?? Column.plain(batch.name)
            case "agent": text(keys.agent) ?? Column.plain(batch.name)
            case "workflow", "retrieval", "other": Column.plain(batch.name)
            default: model ?? Column.plain(batch.name)
            }
        let input = batch.value(keys.input).int
        let output = batch.value(keys.output).int
        tokens = input == nil && output == nil ? Column.blanks(19) : Self.tokens(input, output)
        cost =
            if let dollars = batch.value(keys.cost).double { Figure.dollars(dollars) } else if role == "call", input != nil || output != nil
            {
                "unpriced"
            } else { "" }
        duration = batch.start > 0 && batch.end >= batch.start ? Figure.duration(nanoseconds: batch.end - batch.start) : ""
        failure = text(keys.errorClass) ?? text(keys.errorType) ?? (batch.status == 2 ? "error" : nil)
    }

    func text(_ ink: Ink) -> String {
        let isAside = role == "duplicate"
        var line = ink.paint(Column.left(time, 12), .dim)
        line += " " + ink.paint(Column.left(service, Self.serviceWidth), isAside ? .dim : .cyan)
        line += " " + ink.paint(Column.left(role, 9), color)
        line += " " + ink.paint(Column.left(subject, 28), isAside ? .dim : role == "call" ? .bold : nil)
        line += " " + ink.paint(tokens, isAside ? .dim : nil)
        line += " " + ink.paint(Column.right(cost, 12), isAside ? .dim : cost == "unpriced" ? .yellow : .green)
        line += " " + ink.paint(Column.right(duration, 9), isAside ? .dim : nil)
        if let failure { line += "  " + ink.paint(Column.fitted(failure, 40), .red) }
        return line
    }

    /// The arrows of all lines stand below each other. A number that was not sent is a dash, not a zero.
    private static func tokens(_ input: Int64?, _ output: Int64?) -> String {
        Column.right(input.map(Figure.grouped) ?? "–", 9) + " → " + Column.left(output.map(Figure.grouped) ?? "–", 7)
    }

    private var color: Ink.Color? {
        switch role {
        case "call": .green
        case "agent", "workflow": .magenta
        case "tool", "retrieval": .blue
        case "duplicate", "other", "-": .dim
        default: nil
        }
    }
}
