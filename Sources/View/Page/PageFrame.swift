import Store

/// The tabs.
enum Tab: String, CaseIterable, Sendable {
    case overview, conversations, traces, models, errors
    case getStarted = "get-started"

    var path: String { "/" + rawValue }

    var title: String {
        switch self {
        case .overview: "Overview"
        case .conversations: "Conversations"
        case .traces: "Traces"
        case .models: "Models"
        case .errors: "Errors"
        case .getStarted: "Get started"
        }
    }

    /// The key that leads there after `g`.
    var key: String { self == .getStarted ? "s" : String(rawValue.prefix(1)) }
}

/// What stands around every page.
struct PageFrame {
    let title: String
    let tab: Tab
    let state: FilterState
    /// The newest commit in Unix nanoseconds; nil where nothing ever arrived.
    let freshAt: Int64?
    /// Of the store when the page was made; 0 where it could not be asked.
    var version: UInt64 = 0
    let now: Int64

    func document(_ content: (inout Markup) -> Void) -> String {
        var html = Markup()
        html.element("html", ["lang": "en"]) { html in
            html.element("head") { head(into: &$0) }
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#main"]) { $0.text("Skip to the content") }
                header(into: &html)
                html.element("main", ["id": "main", "tabindex": "-1"], content)
                html.element("div", ["id": "help", "hidden": "", "role": "dialog", "aria-label": "Keys", "tabindex": "-1"]) {
                    keys(into: &$0)
                }
            }
        }
        return "<!doctype html>\n" + html.html + "\n"
    }

    private func head(into html: inout Markup) {
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("title") { $0.text("\(title) · Weir") }
        html.void("link", ["rel": "stylesheet", "href": Assets.css.path])
        html.void("link", ["rel": "icon", "href": Assets.icon])
        html.element("script", ["type": "module", "src": Assets.script.path]) { _ in }
    }

    private func header(into html: inout Markup) {
        html.element("header", ["class": "top"]) { html in
            html.element("a", ["class": "brand", "href": "/overview"]) { $0.text("weir") }
            html.element("nav", ["aria-label": "Pages"]) { html in
                for tab in Tab.allCases {
                    html.element(
                        "a", ["href": state.href(tab.path), "data-key": tab.key] + (tab == self.tab ? ["aria-current": "page"] : [:])
                    ) { $0.text(tab.title) }
                }
            }
            html.element("p", ["class": "fresh", "id": "fresh", "aria-live": "polite"] + freshness) { html in
                html.text(freshAt.map { "\(Show.duration(max(0, now - $0))) ago" } ?? "nothing received yet")
            }
            zone(into: &html)
            refresh(into: &html)
            html.element("button", ["class": "quiet", "id": "theme", "type": "button", "hidden": ""]) { $0.text("Theme") }
            html.element("button", ["class": "quiet", "id": "keys", "type": "button", "hidden": "", "aria-label": "Help and keys"]) {
                $0.text("?")
            }
        }
    }

    /// Whose clock the times are of. The script leads to the browser's own and back.
    private func zone(into html: inout Markup) {
        html.element("a", ["class": "quiet", "id": "zone", "data-tz": state.query["tz"] ?? "", "title": "Times of this page"]) {
            $0.text(Zone.shown.name)
        }
    }

    /// How often the page is brought up to date; shown where there are scripts.
    private func refresh(into html: inout Markup) {
        html.element("select", ["id": "refresh", "class": "quiet", "aria-label": "Refresh", "hidden": ""]) { html in
            for (value, title) in [("live", "live"), ("30", "30 s"), ("60", "1 min"), ("300", "5 min"), ("off", "off")] {
                html.element("option", ["value": value]) { $0.text(title) }
            }
        }
    }

    private var freshness: Markup.Attributes { freshAt.map { ["data-at": "\($0 / 1_000_000)", "data-version": "\(version)"] } ?? [:] }

    private func keys(into html: inout Markup) {
        html.element("h2") { $0.text("Keys") }
        html.element("label") { html in
            html.void("input", ["type": "checkbox", "id": "keys-switch", "checked": ""])
            html.text(" single keys are on")
        }
        html.element("dl") { html in
            for (key, meaning) in [
                ("/", "search"), ("g o, g c, g t, g m, g e, g s", "the tabs"), ("j, k", "next and previous row"),
                ("Enter", "show the row beside the list; once more: open it"),
                ("t, s, u", "transcript, steps, turns"), ("1 … 6", "what is shown of a span"), ("[ ]", "the item before and after"),
                ("f", "failures only"), ("l", "live on and off"), ("r", "refresh"),
                ("Esc", "close"), ("?", "this help"),
            ] {
                html.element("dt") { $0.element("kbd") { $0.text(key) } }
                html.element("dd") { $0.text(meaning) }
            }
        }
        html.element("p", ["class": "muted"]) {
            $0.text(
                "Filters select LLM calls on Overview, Models, Errors and Traces. A conversation matches if any of its LLM calls does.")
        }
    }
}
