/// Draws what a message consists of. All of it is text: content is hostile, nothing in it becomes markup.
enum PartDrawing {
    /// Characters of one text that a page shows.
    private static let shown = 20_000

    static func draw(_ parts: [Message.Part], into html: inout Markup) {
        for part in parts { draw(part, into: &html) }
    }

    private static func draw(_ part: Message.Part, into html: inout Markup) {
        switch part {
        case .text(let text): html.element("div", ["class": "words"]) { $0.text(Show.clipped(text, to: shown)) }
        case .reasoning(let text):
            html.element("details", ["class": "thought"]) { html in
                html.element("summary") { $0.text("reasoning") }
                html.element("div", ["class": "words"]) { $0.text(Show.clipped(text, to: shown)) }
            }
        case .toolCall(let call): labelled("calls \(call.name)", call.arguments ?? .object([]), into: &html)
        case .toolResult(let result):
            labelled(["result", result.name].compactMap { $0 }.joined(separator: " of "), result.result, into: &html)
        case .media(let media):
            html.element("p", ["class": "media"]) { html in
                let size = media.bytes.map { Show.bytes(Int64($0)) }
                html.text("[" + [media.kind, media.mimeType, media.name, size].compactMap { $0 }.joined(separator: " · ") + "]")
            }
        case .withheld(let what): html.element("p", ["class": "muted"]) { $0.text("\(what) not captured") }
        case .unknown(let json): labelled("as it was sent", JSONTree.text(json).opened, into: &html)
        }
    }

    /// JSON indented, text as it is, each with its name above.
    static func labelled(_ label: String, _ tree: JSONTree?, into html: inout Markup) {
        guard let tree else { return }
        html.element("p", ["class": "label"]) { $0.text(label) }
        html.element("pre", ["tabindex": "0"]) { $0.text(Show.clipped(tree.string ?? tree.written(indented: true), to: shown)) }
    }
}
