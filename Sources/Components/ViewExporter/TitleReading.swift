import OTLP
import Wire

/// The start of the first user message, as a conversation's title.
enum TitleReading {
    private static let limit = 80

    static func title(_ batch: borrowing Batch, _ keys: ViewKeys) -> String? {
        for (role, text) in keys.numberedMessages where batch.value(role).text.map({ $0 == "user" }) == true {
            if let said = batch.value(text).text, let title = title(said) { return title }
        }
        for slot in keys.messages {
            if let title = title(ofMessages: batch.value(slot)) { return title }
        }
        for event in 0..<min(batch.eventCount, 32) where batch.eventName(event).hasPrefix("gen_ai.") {
            if let title = title(ofEvent: event, batch, keys) { return title }
        }
        return nil
    }

    /// Of a log record that holds a user's message, or all messages of a call.
    static func title(ofRecord batch: borrowing Batch, _ keys: ViewKeys) -> String? {
        for slot in keys.messages {
            if let title = title(ofMessages: batch.value(slot)) { return title }
        }
        guard batch.name == userEvent || batch.value(keys.eventName).text.map({ $0 == userEvent }) == true else { return nil }
        let body = batch.body
        if let said = body.text { return title(said) }
        for (key, value) in body.entries where key == "content" { return value.text.flatMap { title($0) } }
        return nil
    }

    private static let userEvent: StaticString = "gen_ai.user.message"

    private static func title(ofEvent event: Int, _ batch: borrowing Batch, _ keys: ViewKeys) -> String? {
        for slot in keys.messages {
            if let title = title(ofMessages: batch.eventValue(event, slot)) { return title }
        }
        guard batch.eventName(event) == userEvent else { return nil }
        for slot in keys.said {
            guard let said = batch.eventValue(event, slot).text else { continue }
            // In parts, `[{"text": "…"}]`, it does not say whose they are: the event does.
            if let title = title(of: MessageScan(said)) ?? title(of: MessageScan(said, ofUser: true)) ?? title(said) { return title }
        }
        return nil
    }

    private static func title(ofMessages value: Value) -> String? {
        value.text.flatMap { title(of: MessageScan($0)) }
    }

    private static func title(of scan: MessageScan) -> String? {
        var scan = scan
        return scan.firstUserText().flatMap { title($0) }
    }

    /// One line of at most 80 characters; escapes of JSON are opened.
    private static func title(_ text: Text) -> String? {
        var line = ""
        var isBlank = true
        for character in MessageScan.opened(text.prefix(4 * limit)) {
            if character.isWhitespace {
                if !isBlank { line.append(" ") }
                isBlank = true
            } else {
                line.append(character)
                isBlank = false
            }
            if line.count >= limit { return line + "…" }
        }
        if isBlank, !line.isEmpty { line.removeLast() }
        return line.isEmpty ? nil : line
    }
}

/// Looks through JSON of messages for the first of a user: an object whose `role` is `user`, and the first text in it or in its parts.
///
/// Nothing recurses and nothing is decoded; only the first 32 KiB are looked at, and deeper nesting than 24 is passed over.
struct MessageScan {
    private struct Message {
        var isUser = false
        var text: Text?
    }

    private static let byteLimit = 32 << 10
    private static let depthLimit = 24
    private let json: Text
    private var at = 0
    private var open: [Message] = []
    private var key = Text.empty

    /// Whether objects without a role are a user's.
    private let isUsers: Bool

    init(_ json: Text, ofUser isUsers: Bool = false) {
        self.json = json.prefix(Self.byteLimit)
        self.isUsers = isUsers
    }

    /// Its text with JSON's escapes as they came; nil where there is none.
    mutating func firstUserText() -> Text? {
        guard json[0] == UInt8(ascii: "[") || json[0] == UInt8(ascii: "{") else { return nil }
        while at < json.count {
            switch json[at] {
            case UInt8(ascii: "{"):
                guard open.count < Self.depthLimit else { return nil }
                open.append(Message(isUser: isUsers))
            case UInt8(ascii: "}"):
                if let found = close() { return found }
            case UInt8(ascii: "\""):
                string()
                continue
            default: break
            }
            at += 1
        }
        return nil
    }

    private mutating func close() -> Text? {
        guard let message = open.popLast(), let text = message.text else { return nil }
        if message.isUser { return text }
        // A part's text is its message's.
        if let last = open.indices.last, open[last].text == nil { open[last].text = text }
        return nil
    }

    /// A key is remembered; a value is looked at by its key.
    private mutating func string() {
        let start = at + 1
        at = start
        while at < json.count, json[at] != UInt8(ascii: "\"") { at += json[at] == UInt8(ascii: "\\") ? 2 : 1 }
        let text = json.slice(start, min(at, json.count))
        at += 1
        var next = at
        while next < json.count, json[next] == 32 || json[next] == 10 { next += 1 }
        if json[next] == UInt8(ascii: ":") {
            key = text
            at = next + 1
            return
        }
        guard let last = open.indices.last else { return }
        if key == "role" {
            open[last].isUser = text == "user" || text == "human"
        } else if key == "content" || key == "text", open[last].text == nil, !text.isEmpty {
            open[last].text = text
        }
    }

    /// The text behind JSON's escapes.
    static func opened(_ text: Text) -> String {
        var bytes: [UInt8] = []
        var at = 0
        while at < text.count {
            guard text[at] == UInt8(ascii: "\\"), at + 1 < text.count else {
                bytes.append(text[at])
                at += 1
                continue
            }
            switch text[at + 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): bytes.append(32)
            case UInt8(ascii: "u"):
                let digits = String(text.slice(min(at + 2, text.count), min(at + 6, text.count)))
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                bytes += Array(String(Character(scalar)).utf8)
                at += 4
            case let byte: bytes.append(byte)
            }
            at += 2
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
