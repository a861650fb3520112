/// Reads the parts of one message (see ``MessageReader`` for whose).
enum PartReader {
    private typealias Part = Message.Part

    /// Parts of one message; more than these are not read.
    private static let limit = 500

    /// The content of a message object, its tool calls, and what it thought.
    static func parts(ofMessage object: JSONTree, from role: Message.Role) -> [Message.Part] {
        var parts: [Message.Part] = []
        if let thought = object.first(of: "reasoning_content", "reasoning", "thinking") { parts += reasoning(thought) }
        let content = object.first(of: "parts", "content", "contents", "text", "output")
        let isResult = role == .tool || object["tool_call_id"] != nil
        if isResult, let content, !(content.elements ?? []).contains(where: { kind(of: $0) == .toolResult }) {
            parts.append(.toolResult(result(object, content)))
        } else if let content {
            parts += self.parts(in: content)
        }
        for calls in [object["tool_calls"], object["toolCalls"]].compactMap({ $0 }) {
            parts += (calls.opened.elements ?? []).prefix(limit).map { .toolCall(call($0)) }
        }
        if let single = object["function_call"], single.isObject { parts.append(.toolCall(call(single))) }
        if let refusal = object["refusal"]?.string { parts.append(.text(refusal)) }
        return parts.isEmpty ? [.withheld("content")] : unrepeated(parts)
    }

    /// LangChain and the Vercel SDK list a tool call as a part and once more beside the parts.
    private static func unrepeated(_ parts: [Message.Part]) -> [Message.Part] {
        var seen: Set<String> = []
        return parts.filter { part in
            guard case .toolCall(let call) = part, let id = call.id else { return true }
            return seen.insert(id).inserted
        }
    }

    static func parts(in content: JSONTree) -> [Message.Part] {
        switch content {
        case .null: return []
        case .text(let text): return text.isEmpty ? [] : [.text(text)]
        case .list(let elements): return elements.prefix(limit).flatMap { parts(in: $0) }
        case .flag, .number: return [.text(content.written())]
        case .object:
            if let inner = content["message_content"] { return parts(in: inner) }
            return part(content)
        }
    }

    private static func part(_ object: JSONTree) -> [Message.Part] {
        switch kind(of: object) {
        case .text:
            guard let text = object.first(of: "text", "content", "value", "refusal", "output_text") else { return [.withheld("text")] }
            return parts(in: text.isObject ? .text(text.written()) : text)
        case .reasoning: return reasoning(object)
        case .toolCall: return [.toolCall(call(object))]
        case .toolResult: return [.toolResult(result(object, nil))]
        case .media: return [MediaReader.part(object)]
        case nil: return [.unknown(object.written())]
        }
    }

    // MARK: - What it is

    private enum Kind { case text, reasoning, toolCall, toolResult, media }

    /// Whether this is a part of a message and not something else.
    static func knows(_ object: JSONTree) -> Bool { object["message_content"] != nil || kind(of: object) != nil }

    private static func kind(of object: JSONTree) -> Kind? {
        if let type = object["type"]?.string, let kind = kinds[type] { return kind }
        if object.first(of: "toolUse", "functionCall", "tool_call") != nil { return .toolCall }
        if object.first(of: "toolResult", "functionResponse") != nil { return .toolResult }
        if object["reasoningContent"] != nil { return .reasoning }
        if MediaReader.keys.contains(where: { object[$0]?.isObject == true }) { return .media }
        if object["text"]?.string != nil { return object["thought"] == .flag(true) ? .reasoning : .text }
        return nil
    }

    private static let kinds: [String: Kind] = [
        "text": .text, "input_text": .text, "output_text": .text, "refusal": .text, "summary_text": .text, "guard_content": .text,
        "reasoning": .reasoning, "thinking": .reasoning, "redacted_thinking": .reasoning, "reasoning_text": .reasoning,
        "tool_call": .toolCall, "tool_use": .toolCall, "tool-call": .toolCall, "function_call": .toolCall, "function": .toolCall,
        "server_tool_use": .toolCall, "server_tool_call": .toolCall, "mcp_tool_use": .toolCall,
        "tool_call_response": .toolResult, "tool_result": .toolResult, "tool-result": .toolResult, "function_call_output": .toolResult,
        "tool_response": .toolResult, "server_tool_call_response": .toolResult, "mcp_tool_result": .toolResult,
        "image": .media, "image_url": .media, "input_image": .media, "audio": .media, "input_audio": .media, "output_audio": .media,
        "video": .media, "file": .media, "input_file": .media, "document": .media, "blob": .media, "uri": .media, "media": .media,
    ]

    // MARK: - What it says

    private static func reasoning(_ tree: JSONTree) -> [Message.Part] {
        if case .text(let text) = tree { return text.isEmpty ? [] : [.reasoning(text)] }
        let inner = tree.first(
            of: "thinking", "content", "text", "reasoning", "summary", "reasoningText", "reasoningContent", "data", "signature")
        switch inner {
        case .text(let text): return [.reasoning(text)]
        case .list(let elements): return elements.prefix(limit).flatMap { reasoning($0) }
        case .object?: return inner.map { reasoning($0) } ?? []
        default: return [.withheld("reasoning")]
        }
    }

    private static func call(_ object: JSONTree) -> Message.ToolCall {
        let inner = object.first(of: "toolUse", "functionCall", "tool_call", "function") ?? object
        let body = inner["function"] ?? inner
        return Message.ToolCall(
            id: (inner.first(of: "call_id", "toolUseId", "toolCallId", "tool_call_id", "id")
                ?? object.first(of: "call_id", "toolCallId", "id"))?
                .string,
            name: body.first(of: "name", "toolName", "tool_name")?.string ?? "(unnamed tool)",
            arguments: body.first(of: "arguments", "args", "input", "parameters")?.opened)
    }

    /// `content` stands for the result where the whole message is one.
    private static func result(_ object: JSONTree, _ content: JSONTree?) -> Message.ToolResult {
        let inner = object.first(of: "toolResult", "functionResponse") ?? object
        let said = content ?? inner.first(of: "response", "result", "output", "content")
        return Message.ToolResult(
            id: inner.first(of: "tool_call_id", "tool_use_id", "toolUseId", "toolCallId", "call_id", "id")?.string,
            name: inner.first(of: "name", "toolName", "tool_name")?.string,
            result: said.map(plain).map(\.opened),
            isError: inner["is_error"] == .flag(true) || inner["isError"] == .flag(true) || inner["status"]?.string == "error")
    }

    /// A list of nothing but text parts is its text.
    private static func plain(_ tree: JSONTree) -> JSONTree {
        if let value = tree["value"], tree["type"]?.string == "text" { return value }
        guard let elements = tree.elements, !elements.isEmpty else { return tree }
        let texts = elements.compactMap { element in
            element.string ?? (kind(of: element) == .text ? element.first(of: "text", "content")?.string : nil)
        }
        return texts.count == elements.count ? .text(texts.joined(separator: "\n")) : tree
    }
}
