/// What was said in one model call: the messages that went in, the answer, and the tools it could use.
struct CallContent: Sendable, Equatable {
    /// System prompt, history and the new message, in the order in which the model saw them.
    var prompt: [Message] = []
    var answer: [Message] = []
    var tools: [ToolDefinition] = []
    /// Whether the sender cut a part of it off.
    var isCut = false

    init() {}

    /// Reads a call span, whatever its SDK.
    init(_ facts: SpanFacts) {
        let said = facts.withContentEvents
        let system = Self.messages(in: said, from: ContentSource.system, saidBy: .system)
        let input = Self.messages(in: said, from: ContentSource.input, saidBy: .user)
        let output = Self.messages(in: said, from: ContentSource.output, saidBy: .assistant)
        let spoken = facts.spokenEvents
        prompt = input.messages.isEmpty ? spoken.prompt : input.messages
        answer = output.messages.isEmpty ? spoken.answer : output.messages
        if prompt.first?.role != .system { prompt = system.messages + prompt }
        if facts["gen_ai.operation.name"]?.string == "embeddings" { keepWords() }
        isCut = system.isCut || input.isCut || output.isCut
        tools = ToolDefinition.all(in: said)
    }

    /// An embedding answers with vectors, which nobody reads.
    private mutating func keepWords() {
        answer = []
        prompt.removeAll { $0.text.isEmpty }
    }

    /// Whether anything but the shape of messages is known.
    var hasContent: Bool { (prompt + answer).contains(where: \.hasContent) }

    /// The first source with content, else the first with anything at all.
    private static func messages(
        in facts: SpanFacts, from sources: [ContentSource], saidBy role: Message.Role
    ) -> (messages: [Message], isCut: Bool) {
        var shape: [Message] = []
        for source in sources {
            guard let found = source.tree(in: facts) else { continue }
            let messages = MessageReader.messages(in: found.tree, saidBy: role)
            if messages.contains(where: \.hasContent) { return (messages, found.isCut) }
            if shape.isEmpty { shape = messages }
        }
        return (shape, false)
    }
}

extension SpanFacts {
    /// With what events such as `gen_ai.client.inference.operation.details` and `gen_ai.content.prompt` carry, as if it stood on the span.
    fileprivate var withContentEvents: SpanFacts {
        var facts = self
        for event in events where event.name.hasPrefix("gen_ai.client.inference") || event.name.hasPrefix("gen_ai.content.") {
            facts.attributes += event.attributes
        }
        return facts
    }

    /// One event for each message (semantic conventions up to 1.36).
    fileprivate var spokenEvents: (prompt: [Message], answer: [Message]) {
        var prompt: [Message] = []
        var answer: [Message] = []
        for event in events.prefix(MessageReader.limit) {
            guard let role = MessageReader.role(ofEvent: event.name) else { continue }
            let messages = MessageReader.messages(in: event.spoken(by: role), saidBy: role)
            if event.name == "gen_ai.choice" { answer += messages } else { prompt += messages }
        }
        return (prompt, answer)
    }
}

extension SpanFacts.Event {
    /// Its attributes as a message, with the body of the log record it may have been.
    fileprivate func spoken(by role: Message.Role) -> JSONTree {
        var members = attributes
        for key in ["gen_ai.event.content", "body"] {
            if case .object(let inner)? = attributes.first(where: { $0.key == key })?.value.opened { members = inner + members }
        }
        // Strands writes parts as JSON into one attribute.
        members = members.map { member in member.value.opened.elements == nil ? member : .init(member.key, member.value.opened) }
        let tree = JSONTree.object(members)
        guard tree["role"] == nil, tree["message"] == nil else { return tree }
        return .object(members + [JSONTree.Member("role", .text(role.word))])
    }
}
