/// One card: a figure, how it moved, what it is made of, and where a click leads.
struct Card {
    let title: String
    let value: String
    /// Several figures instead of one.
    var parts: [Part] = []
    let delta: Delta?
    let lines: [Line]
    let spark: [Int64?]
    let href: String
    /// How the figure is made, for whoever asks.
    let definition: String

    struct Part {
        let name: String
        let value: String
        /// Why the figure says little; nil where it does not.
        var doubt: String?
    }

    struct Line {
        let text: String
        var isWarning = false

        init(_ text: String, isWarning: Bool = false) {
            self.text = text
            self.isWarning = isWarning
        }
    }

    func draw(_ previousTitle: String, into html: inout Markup) {
        html.element("a", ["class": "card figure", "href": href, "title": definition]) { html in
            html.element("h2") { $0.text(title) }
            if parts.isEmpty {
                html.element("strong") { $0.text(value) }
            } else {
                html.element("dl") { html in
                    for part in parts {
                        html.element("div", part.doubt.map { ["class": "vague", "title": $0] } ?? [:]) { html in
                            html.element("dt") { $0.text(part.name) }
                            html.element("dd") { $0.text(part.value) }
                        }
                    }
                }
            }
            if let delta {
                html.element("p", ["class": delta.className]) { html in
                    html.element("b") { $0.text(delta.text) }
                    html.text(" vs \(previousTitle)")
                }
            }
            for line in lines { html.element("p", ["class": line.isWarning ? "warn" : "second"]) { $0.text(line.text) } }
            Sparkline.draw(spark, into: &html)
        }
    }
}
