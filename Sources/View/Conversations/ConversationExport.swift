import Store

/// A conversation to take away and read.
enum ConversationExport {
    /// What stands above the turns.
    static func markdown(_ row: ConversationRow) -> String {
        var out = "# \(line(row.title ?? row.id.key))\n\n"
        out += "- conversation: \(line(row.id.key)) (\(line(row.id.environment)))\n- turns: \(row.turns), requests: \(row.requests), "
        out += "tool calls: \(row.toolCalls), failures: \(row.failures)\n"
        out += "- tokens: \(Show.count(row.tokens.total)), cost: \(Show.money(row.costNano))\n"
        return out
    }

    static func markdown(_ turn: Transcript.Turn) -> String {
        "\n## Turn \(turn.number) · \(Show.time(turn.trace.start)) UTC\n" + turn.blocks.map(markdown).joined()
    }

    private static func markdown(_ block: Transcript.Block) -> String {
        switch block {
        case .heard(let message, _): "\n**\(message.role.word)**\n\n\(quoted(message.parts))\n"
        case .answered(let answer):
            "\n**\(line(answer.step.row.agent ?? "assistant"))** (\(Show.facts(of: answer.step).joined(separator: ", ")))\n\n"
                + (answer.parts.isEmpty ? "> …\n" : quoted(answer.parts) + "\n")
        case .tool(let use):
            "\n`\(line(use.name))`\n\n" + fenced(use.arguments) + fenced(use.result)
        }
    }

    private static func quoted(_ parts: [Message.Part]) -> String {
        let texts = parts.map { part in
            switch part {
            case .text(let text), .unknown(let text): text
            case .reasoning(let text): "(reasoning) " + text
            case .toolCall(let call): "calls \(call.name) \(call.arguments?.written() ?? "")"
            case .toolResult(let result): result.result?.readable ?? "(result not captured)"
            case .media(let media): "[\(media.kind)]"
            case .withheld: "(not captured)"
            }
        }
        return texts.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(
            separator: "\n")
    }

    /// A block of code whose fence is longer than any in it.
    private static func fenced(_ tree: JSONTree?) -> String {
        guard let tree else { return "" }
        let text = tree.string ?? tree.written(indented: true)
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)\n\(text)\n\(fence)\n"
    }

    private static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
