/// Reads messages out of JSON by what is there and not by who wrote it: the parts of the semantic conventions, OpenAI's chat and
/// responses, Anthropic, Bedrock, Gemini, LangChain, the Vercel AI SDK, and the envelopes that frameworks put around them.
struct MessageReader {
    /// Messages of one side of a call; more than these are not read.
    static let limit = 2_000
    /// Envelopes within envelopes.
    private static let depth = 8

    /// The role of what says none: `user` for what goes in, `assistant` for what comes out.
    let role: Message.Role

    static func messages(in tree: JSONTree, saidBy role: Message.Role) -> [Message] {
        Array(MessageReader(role: role).messages(in: tree, depth: depth).prefix(limit))
    }

    private func messages(in tree: JSONTree, depth: Int) -> [Message] {
        guard depth > 0 else { return [] }
        switch tree {
        case .null: return []
        case .text(let text): return text.isEmpty ? [] : [Message(role, parts: [.text(text)])]
        case .flag, .number: return [Message(role, parts: [.text(tree.written())])]
        case .list(let elements): return messages(of: elements, depth: depth)
        case .object: return messages(of: tree, depth: depth)
        }
    }

    // MARK: - Lists

    private func messages(of elements: [JSONTree], depth: Int) -> [Message] {
        if let pair = spokenPair(elements) { return [pair] }
        if !elements.isEmpty, elements.allSatisfy(isPart) {
            return [Message(role, parts: elements.flatMap { PartReader.parts(in: $0) })]
        }
        return elements.prefix(Self.limit).flatMap { messages(in: $0, depth: depth - 1) }
    }

    /// LangChain's `["user", "Hello"]`.
    private func spokenPair(_ elements: [JSONTree]) -> Message? {
        guard elements.count == 2, let speaker = elements[0].string, let text = elements[1].string else { return nil }
        guard let role = Self.role(named: speaker) else { return nil }
        return Message(role, parts: [.text(text)])
    }

    /// Whether a list of such elements is the content of one message.
    private func isPart(_ element: JSONTree) -> Bool {
        guard element.isObject, element["role"] == nil, element["message"] == nil, !isOwnMessage(element) else { return false }
        return PartReader.knows(element)
    }

    // MARK: - Objects

    private static let envelopes = [
        "messages", "contents", "choices", "candidates", "generations", "output", "update", "request", "input", "prompt", "inputs",
        "outputs", "response", "completion", "result", "value",
    ]

    private func messages(of object: JSONTree, depth: Int) -> [Message] {
        if let inner = object["message"], inner.isObject || inner.elements != nil {
            return messages(in: inner, depth: depth - 1).map { finished($0, by: object) }
        }
        if let inner = object["kwargs"] ?? object["data"], inner.isObject, object["role"] == nil {
            return messages(in: inner.adding("type", object["type"]), depth: depth - 1)
        }
        if isMessage(object) { return [message(object)] }
        if let inner = object["content"], inner["parts"] != nil {  // Gemini's candidate
            return messages(in: inner, depth: depth - 1).map { finished($0, by: object) }
        }
        let instructions = object.first(of: "system", "instructions", "systemInstruction", "system_instruction")
        let first = instructions.map { MessageReader(role: .system).messages(in: $0, depth: depth - 1) } ?? []
        for key in Self.envelopes {
            guard let inner = object[key] else { continue }
            let found = messages(in: inner.opened, depth: depth - 1)
            if !found.isEmpty { return first + found }
        }
        if PartReader.knows(object) { return first + [Message(role, parts: PartReader.parts(in: object))] }
        let isEmptyEnvelope = Self.envelopes.contains { object[$0]?.elements != nil }
        return first.isEmpty && !isEmptyEnvelope ? [Message(role, parts: [.unknown(object.written())])] : first
    }

    private func isMessage(_ object: JSONTree) -> Bool {
        object["role"] != nil || isOwnMessage(object)
            || (speaker(of: object) != nil && object.first(of: "content", "parts", "tool_calls", "text") != nil)
    }

    /// An item of OpenAI's responses API that is a message of its own.
    private func isOwnMessage(_ object: JSONTree) -> Bool {
        switch object["type"]?.string {
        case "function_call": object["call_id"] != nil
        case "function_call_output": true
        case "reasoning": object["summary"] != nil
        default: false
        }
    }

    private func message(_ object: JSONTree) -> Message {
        if isOwnMessage(object) {
            return Message(object["type"]?.string == "function_call_output" ? .tool : .assistant, parts: PartReader.parts(in: object))
        }
        let role = speaker(of: object) ?? self.role
        var message = Message(role, name: object["name"]?.string, parts: PartReader.parts(ofMessage: object, from: role))
        message = finished(message, by: object)
        if role == .user, message.parts.allSatisfy(\.isToolResult), !message.parts.isEmpty { message.role = .tool }
        return message
    }

    private func finished(_ message: Message, by object: JSONTree) -> Message {
        var message = message
        message.finishReason =
            object.first(of: "finish_reason", "finishReason", "stop_reason", "stopReason")?.string ?? message.finishReason
        return message
    }

    // MARK: - Roles

    private func speaker(of object: JSONTree) -> Message.Role? {
        if let role = object["role"]?.string { return Self.role(named: role) ?? .other(role) }
        if let event = object["event.name"]?.string, let role = Self.role(ofEvent: event) { return role }
        return object["type"]?.string.flatMap(Self.role(named:))
    }

    static func role(named word: String) -> Message.Role? {
        switch word.lowercased() {
        case "system", "developer", "systemmessage", "systemmessagechunk": .system
        case "user", "human", "humanmessage", "humanmessagechunk": .user
        case "assistant", "ai", "model", "aimessage", "aimessagechunk", "chatbot": .assistant
        case "tool", "function", "toolmessage", "tool-call", "tool-response": .tool
        default: nil
        }
    }

    /// `gen_ai.user.message` and its like (semantic conventions up to 1.36), `gen_ai.choice`.
    static func role(ofEvent name: String) -> Message.Role? {
        if name == "gen_ai.choice" { return .assistant }
        guard name.hasPrefix("gen_ai."), name.hasSuffix(".message") else { return nil }
        return role(named: String(name.dropFirst("gen_ai.".count).dropLast(".message".count)))
    }
}

extension JSONTree {
    /// The object with one member more, unless it has it or there is nothing to add.
    fileprivate func adding(_ key: String, _ value: JSONTree?) -> JSONTree {
        guard case .object(let members) = self, let value, self[key] == nil else { return self }
        return .object(members + [Member(key, value)])
    }
}

extension Message.Part {
    fileprivate var isToolResult: Bool {
        if case .toolResult = self { true } else { false }
    }
}
