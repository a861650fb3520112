extension SampleTurn {
    /// A message as semantic conventions have it.
    static func message(_ role: String, _ parts: [JSONTree], finished: String? = nil) -> JSONTree {
        var members: [JSONTree.Member] = [.init("role", .text(role)), .init("parts", .list(parts))]
        if let finished { members.append(.init("finish_reason", .text(finished))) }
        return .object(members)
    }

    static func text(_ text: String) -> JSONTree { .object([.init("type", .text("text")), .init("content", .text(text))]) }

    static func toolCall(_ id: String, _ name: String, _ arguments: JSONTree) -> JSONTree {
        .object([
            .init("type", .text("tool_call")), .init("id", .text(id)), .init("name", .text(name)), .init("arguments", arguments),
        ])
    }

    static func toolResult(_ id: String, _ result: String) -> JSONTree {
        .object([.init("type", .text("tool_call_response")), .init("id", .text(id)), .init("response", .text(result))])
    }

    /// Four bytes a token, as English has it, and what the frame of a message takes.
    static func tokens(_ message: JSONTree) -> Int { message.written().utf8.count / 4 + 4 }
}
