import Store

/// The right column of a waterfall: when each span ran, and what of it the end waited for.
extension TraceDrawing {
    func bar(_ row: Waterfall.Row, _ step: Step, into html: inout Markup) {
        html.element(
            "svg", ["viewBox": "0 0 1000 20", "preserveAspectRatio": "none", "role": "img", "aria-label": label(of: step)]
        ) { svg in
            let (left, right) = (place(step.start), place(step.end))
            svg.element(
                "rect",
                [
                    "class": "bar \(Self.kind(of: step))\(step.isFailed ? " failed" : "")", "x": number(min(left, 997)), "y": "3",
                    "width": number(max(3, right - left)), "height": "12", "rx": "2",
                ]
            ) { _ in }
            for stretch in row.critical ?? [] where place(stretch.from) < place(stretch.to) {
                svg.element("path", ["class": "path", "d": "M\(number(place(stretch.from))) 17.5H\(number(place(stretch.to)))"]) { _ in }
            }
            marks(row, step, into: &svg)
        }
        html.element("span", ["class": "took"]) { $0.text(Show.duration(step.row.durationNanoseconds)) }
    }

    /// The first token, and the arrow from the attempt before.
    private func marks(_ row: Waterfall.Row, _ step: Step, into svg: inout Markup) {
        if let first = step.row.timeToFirstChunk, first > 0, window.shows(step.start &+ first) {
            let mark = number(place(step.start &+ first))
            svg.element("line", ["class": "first", "x1": mark, "x2": mark, "y1": "1", "y2": "17"]) { line in
                line.element("title") { $0.text("first token after \(Show.duration(first))") }
            }
        }
        guard let before = row.repeats.map({ steps[waterfall.rows[$0].span] }), window.shows(before.end) else { return }
        let (from, x) = (place(before.end), place(step.start))
        let tip = "M\(number(max(x - 6, 0))) 6L\(number(x)) 9L\(number(max(x - 6, 0))) 12"
        svg.element("path", ["class": "retry", "d": "M\(number(from)) 0V9H\(number(x))\(tip)"]) { path in
            path.element("title") { $0.text("repeats the call above") }
        }
    }

    /// A moment in the bars' column, a thousand wide.
    private func place(_ time: Int64) -> Double { min(1, max(0, window.position(of: time))) * 1_000 }

    private func number(_ value: Double) -> String { Show.decimal(value, places: 1) }

    private func label(of step: Step) -> String {
        "\(step.row.name), \(Show.duration(step.row.durationNanoseconds)), after \(Show.duration(step.start &- waterfall.start))"
    }

    static func kind(of step: Step) -> String {
        switch step.role {
        case .call, .duplicate: "LLM"
        case .tool: "tools"
        case .agent, .workflow: "agent"
        case .database, .retrieval: "data"
        case .http, .other: "other"
        }
    }
}
