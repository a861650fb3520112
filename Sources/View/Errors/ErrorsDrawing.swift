import Store

/// The Errors page: failures that look alike in groups, those of tools and answers that were cut apart.
struct ErrorsDrawing {
    let report: ErrorReport
    let series: TimeSeries
    let byModel: TimeSeries
    let state: FilterState

    func draw(into html: inout Markup) {
        html.element("h1") { $0.text("Errors") }
        html.element("div", ["class": "two"]) { html in
            chart("Failures by class", series, into: &html) { line in [("status", line.isOther ? "error" : line.label)] }
            chart("Failures by model", byModel, into: &html) { line in
                [("status", "error")] + (line.isOther ? [] : [("model", line.label)])
            }
        }
        for (title, note, groups) in [
            ("Requests", "\(Show.count(report.total)) requests failed", report.requests), ("Tools", "tool calls that failed", report.tools),
            ("Degraded", "answers that were cut short or filtered; they are not failures", report.degraded),
        ] {
            html.element("section", ["class": "card", "aria-label": title]) { html in
                html.element("h2") { $0.text(title) }
                html.element("p", ["class": "muted"]) { $0.text(note) }
                table(groups, title, into: &html)
                let rest = 1 - groups.reduce(0) { $0 + $1.share }
                if !groups.isEmpty, rest > 0.0005 {
                    html.element("p", ["class": "muted"]) {
                        $0.text("\(Show.share(rest)) more are in smaller groups: narrow the filter to see them.")
                    }
                }
            }
        }
    }

    private func chart(
        _ title: String, _ series: TimeSeries, into html: inout Markup, _ narrowing: @escaping (TimeSeries.Line) -> [(String, String?)]
    ) {
        html.element("section", ["class": "card", "aria-label": title]) { html in
            html.element("h2") { $0.text(title) }
            ChartDrawing(title: title, series: series, form: .bars) { range, line in
                state.href("/traces", range.parameters + narrowing(line))
            }.draw(into: &html)
        }
    }

    private func table(_ groups: [ErrorGroup], _ title: String, into html: inout Markup) {
        guard !groups.isEmpty else { return html.element("p") { $0.text("None in this time.") } }
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "list"]) { html in
                html.element("caption", ["class": "visually-hidden"]) { $0.text(title) }
                html.element("thead") { html in
                    html.element("tr") { html in
                        for head in [
                            "What", "Where", "Count", "Share", "Recovered", "Conversations", "First seen", "Last seen", "Trend", "Examples",
                        ] {
                            html.element("th", ["scope": "col"]) { $0.text(head) }
                        }
                    }
                }
                html.element("tbody") { html in for group in groups { draw(group, into: &html) } }
            }
        }
    }

    private func draw(_ group: ErrorGroup, into html: inout Markup) {
        html.element("tr", ["id": "group-\(group.id)"]) { html in
            html.element("th", ["scope": "row", "class": "message"]) { html in
                html.element("b") { $0.text(group.errorClass) }
                if let type = group.errorType, type != group.errorClass { html.text(" " + Show.clipped(type, to: 60)) }
                if let message = group.message { html.element("p") { $0.text(Show.clipped(message, to: 200)) } }
            }
            html.element("td", ["class": "where"]) { html in
                html.text(
                    [group.tool ?? group.model, group.operation, group.service, group.environment].filter { !$0.isEmpty }.joined(
                        separator: " · "))
            }
            for text in [
                Show.count(group.count), Show.share(group.share), Show.share(group.recovered, of: group.count),
                Show.count(group.conversations),
            ] {
                html.element("td", ["class": "n"]) { $0.text(text) }
            }
            for time in [group.firstSeen, group.lastSeen] { html.element("td", ["class": "when"]) { $0.text(Show.time(time)) } }
            html.element("td") { Sparkline.draw(group.spark, into: &$0) }
            html.element("td") { html in
                for (place, example) in group.examples.prefix(3).enumerated() {
                    html.element(
                        "a", ["href": state.href("/traces/\(example.trace.text)", [("span", example.span.text), ("tab", "error")])]
                    ) {
                        $0.text("\(place + 1) ")
                    }
                }
            }
        }
    }
}
