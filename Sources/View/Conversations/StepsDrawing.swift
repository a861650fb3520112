import Store

/// All spans of a conversation's turns in order, indented as they called one another: what a debugging engineer reads.
enum StepsDrawing {
    static func draw(_ transcript: Transcript, failuresOnly: Bool, into html: inout Markup) {
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "steps"]) { html in
                head(into: &html)
                for turn in transcript.turns {
                    let waterfall = Waterfall(turn.steps.map(Waterfall.Span.init))
                    let rows = waterfall.rows.filter { !failuresOnly || turn.steps[$0.span].isFailed }
                    guard !rows.isEmpty else { continue }
                    html.element("tbody") { html in
                        html.element("tr", ["class": "turn-row"]) { html in
                            html.element("th", ["colspan": "9", "scope": "rowgroup"]) {
                                $0.text("Turn \(turn.number) · \(Show.time(turn.trace.start))")
                            }
                        }
                        for row in rows { draw(turn.steps[row.span], depth: row.depth, since: turn.trace.start, into: &html) }
                    }
                }
            }
        }
    }

    private static func head(into html: inout Markup) {
        html.element("thead") { html in
            html.element("tr") { html in
                for title in ["Step", "Agent or tool", "Model"] { html.element("th", ["scope": "col"]) { $0.text(title) } }
                for title in ["After", "Duration", "In", "Out", "Cost"] {
                    html.element("th", ["scope": "col", "class": "n"]) { $0.text(title) }
                }
                html.element("th", ["scope": "col"]) { $0.text("Ended") }
            }
        }
    }

    private static func draw(_ step: Step, depth: Int, since start: Int64, into html: inout Markup) {
        let row = step.row
        html.element("tr", step.isFailed ? ["class": "failed"] : [:]) { html in
            html.element("td", ["class": "indent-\(min(depth, 8))"]) { html in
                html.element("a", ["href": SpanPath.href(row.address)]) { $0.text(row.name) }
            }
            for text in [row.agent ?? row.tool, row.model] { html.element("td") { $0.text(text ?? "–") } }
            let figures = [
                "+" + Show.duration(row.start &- start), Show.duration(row.durationNanoseconds), Show.count(row.tokens.input),
                Show.count(row.tokens.output), step.role == .call ? Show.cost(of: row) : "–",
            ]
            for figure in figures { html.element("td", ["class": "n"]) { $0.text(figure) } }
            html.element("td") { $0.text(step.failureWord ?? row.finishReasons.first ?? "–") }
        }
    }
}

/// One card for each turn: what went in and what came out.
enum TurnsDrawing {
    static func draw(_ transcript: Transcript, into html: inout Markup) {
        html.element("div", ["class": "turns"]) { html in
            for turn in transcript.turns {
                html.element("article", ["class": turn.trace.isFailed ? "card failed" : "card"]) { html in
                    html.element("h2") { html in
                        html.element("a", ["href": "/traces/\(turn.trace.id.text)"]) { $0.text("Turn \(turn.number)") }
                    }
                    line("in", turn.heard, into: &html)
                    line("out", turn.said, into: &html)
                    html.element("p", ["class": "meta"]) { $0.text(Show.facts(of: turn.trace).joined(separator: " · ")) }
                }
            }
        }
    }

    private static func line(_ label: String, _ text: String?, into html: inout Markup) {
        html.element("p", ["class": "label"]) { $0.text(label) }
        html.element("div", ["class": "words"]) { $0.text(text.map { Show.clipped($0, to: 600) } ?? "not captured") }
    }
}

extension Transcript.Turn {
    /// The last thing the user said.
    var heard: String? {
        for case .heard(let message, _) in blocks.reversed() where message.role == .user { return message.text }
        return nil
    }

    /// The last words of an answer.
    var said: String? {
        for case .answered(let answer) in blocks.reversed() {
            let text = Message(.assistant, parts: answer.parts).text
            if !text.isEmpty { return text }
        }
        return nil
    }
}
