/// One message of a model call, whatever the SDK that wrote it.
struct Message: Sendable, Equatable {
    enum Role: Sendable, Equatable {
        case system, user, assistant, tool
        case other(String)

        /// The word for pages and exports.
        var word: String {
            switch self {
            case .system: "system"
            case .user: "user"
            case .assistant: "assistant"
            case .tool: "tool"
            case .other(let word): word
            }
        }
    }

    var role: Role
    /// The speaker's own name, where several share a role.
    var name: String?
    var parts: [Part]
    /// Why the model stopped here; on answers only.
    var finishReason: String?

    init(_ role: Role, name: String? = nil, parts: [Part], finishReason: String? = nil) {
        self.role = role
        self.name = name
        self.parts = parts
        self.finishReason = finishReason
    }

    /// A piece of a message, in the order in which it was written.
    enum Part: Sendable, Equatable {
        case text(String)
        /// What the model thought before it answered.
        case reasoning(String)
        case toolCall(ToolCall)
        case toolResult(ToolResult)
        /// An image, a sound, a file: what it is, never its bytes.
        case media(Media)
        /// The SDK says that there was something, and not what: content capture is off.
        case withheld(String)
        /// A shape nobody told us about, as JSON.
        case unknown(String)
    }

    struct ToolCall: Sendable, Equatable {
        var id: String?
        var name: String
        /// JSON where the SDK gave JSON; nil where it was withheld.
        var arguments: JSONTree?
    }

    struct ToolResult: Sendable, Equatable {
        var id: String?
        var name: String?
        var result: JSONTree?
        var isError: Bool
    }

    struct Media: Sendable, Equatable {
        /// `image`, `audio`, `video`, `file`.
        var kind: String
        var mimeType: String?
        /// A name or an address that is no data URL.
        var name: String?
        /// Bytes of the content, if it came along.
        var bytes: Int?
    }

    /// All text parts as one text.
    var text: String {
        parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    }

    var toolCalls: [ToolCall] {
        parts.compactMap { if case .toolCall(let call) = $0 { call } else { nil } }
    }

    /// Whether anything but the fact that it existed is known of the message.
    var hasContent: Bool {
        parts.contains { part in
            switch part {
            case .withheld: false
            case .toolCall(let call): call.arguments != nil
            case .toolResult(let result): result.result != nil
            default: true
            }
        }
    }
}
