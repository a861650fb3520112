import Store

/// A trace's waterfall: one row of 28 px for each span, its bar to the right.
struct TraceDrawing {
    /// Which rows are shown.
    struct Shown: Sendable, Equatable {
        var llmOnly = false
        var errorsOnly = false
        /// Whether rows shorter than a hundredth of the trace are left out.
        var hidesShort = false
        var zoom: Zoom?
        /// The first row; nil for the part that has the selected span.
        var from: Int?
    }

    /// Rows on one page: more of them make it slow to draw.
    static let most = 500

    let detail: TraceDetail
    let shown: Shown
    let selected: SpanID?
    /// The address of this page with other toggles or another span.
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    let steps: [Step]
    let waterfall: Waterfall
    let window: Window

    init(
        _ detail: TraceDetail, shown: Shown, selected: SpanID?, href: @escaping @Sendable (_ changes: [(String, String?)]) -> String
    ) {
        self.detail = detail
        self.shown = shown
        self.selected = selected
        self.href = href
        steps = detail.spans.map { Step($0) }
        waterfall = Waterfall(steps.map(Waterfall.Span.init))
        window = Window(waterfall, shown.zoom)
    }

    private var rows: [Waterfall.Row] {
        waterfall.rows.filter { row in
            let step = steps[row.span]
            if !window.shows(step) { return false }
            if shown.llmOnly, step.row.role == nil { return false }
            if shown.errorsOnly, !step.isFailed { return false }
            if shown.hidesShort, Double(step.end - step.start) < Double(waterfall.length) / 100 { return false }
            return true
        }
    }

    func draw(into html: inout Markup) {
        let rows = rows
        MinimapDrawing(steps: steps, waterfall: waterfall, window: window, whole: href([("zoom", nil)])).draw(into: &html)
        toggles(into: &html)
        skew(into: &html)
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "waterfall", "data-zoom": shownZoom.text]) { html in
                head(into: &html)
                html.element("tbody") { html in
                    for row in rows.dropFirst(first(of: rows)).prefix(Self.most) { draw(row, into: &html) }
                }
            }
        }
        if rows.isEmpty { html.element("p", ["class": "muted"]) { $0.text("No span of this trace is of that kind.") } }
        parts(rows, into: &html)
    }

    /// Where the page begins: at a multiple of its length.
    private func first(of rows: [Waterfall.Row]) -> Int {
        let row = shown.from ?? rows.firstIndex { steps[$0.span].row.address.span == selected } ?? 0
        return min(max(row, 0), max(rows.count - 1, 0)) / Self.most * Self.most
    }

    /// Links to the rows before and after, where there are more than a page has.
    private func parts(_ rows: [Waterfall.Row], into html: inout Markup) {
        guard rows.count > Self.most || detail.isCut else { return }
        let first = first(of: rows)
        html.element("p", ["class": "more"]) { html in
            html.text(
                "Rows \(Show.count(Int64(first + 1))) to \(Show.count(Int64(min(first + Self.most, rows.count)))) of \(Show.count(Int64(rows.count)))"
            )
            if detail.isCut { html.text("; the trace has more spans than are read here") }
            html.text(" ")
            for (title, from) in [("Rows before", first - Self.most), ("Next rows", first + Self.most)] where rows.indices.contains(from) {
                html.element("a", ["class": "button", "href": href([("from_row", String(from))])]) { $0.text(title) }
            }
        }
    }

    /// What the edges of the bars' column stand for.
    private var shownZoom: Zoom { Window.zoom(from: window.start &- waterfall.start, to: window.end &- waterfall.start) }

    /// Says so where spans begin before those that called them.
    private func skew(into html: inout Markup) {
        let leading = waterfall.rows.filter { $0.lead > 0 }
        guard let most = leading.map(\.lead).max() else { return }
        let services = Set(leading.map { steps[$0.span].row.service }).sorted().joined(separator: ", ")
        html.element("p", ["class": "muted"]) {
            $0.text("Clocks disagree: \(leading.count) spans of \(services) begin up to \(Show.duration(most)) before their parents.")
        }
    }

    private func toggles(into html: inout Markup) {
        html.element("div", ["class": "bar-head"]) { html in
            switches(into: &html)
            html.element("ul", ["class": "legend"]) { html in
                for (colour, word) in [
                    ("s0", "LLM"), ("s1", "tool"), ("sx", "agent"), ("s3", "data"), ("s2", "other"), ("path", "critical path"),
                ] {
                    html.element("li") { html in
                        html.element("i", ["class": "key \(colour)"]) { _ in }
                        html.text(word)
                    }
                }
            }
        }
    }

    private func switches(into html: inout Markup) {
        html.element("p", ["class": "toggles"]) { html in
            for (key, title, isOn) in [
                ("llm", "LLM only", shown.llmOnly), ("errors", "Errors only", shown.errorsOnly), ("long", "Hide < 1 %", shown.hidesShort),
            ] {
                html.element(
                    "a",
                    [
                        "href": href([(key, isOn ? nil : "1")]), "class": isOn ? "toggle on" : "toggle",
                        "aria-pressed": isOn ? "true" : "false",
                    ] + (key == "errors" ? ["data-key": "f"] : [:])
                ) { $0.text(title) }
            }
        }
    }

    private func head(into html: inout Markup) {
        html.element("thead") { html in
            html.element("tr") { html in
                html.element("th", ["scope": "col"]) { $0.text("Span") }
                html.element("th", ["scope": "col", "class": "axis"]) { html in
                    for part in 0...4 {
                        html.element("span") {
                            $0.text(Show.duration(window.start &- waterfall.start &+ window.length / 4 * Int64(part)))
                        }
                    }
                }
            }
        }
    }

    // MARK: - Rows

    private func draw(_ row: Waterfall.Row, into html: inout Markup) {
        let step = steps[row.span]
        let isSelected = step.row.address.span == selected
        let classes = [
            isSelected ? "selected" : nil, step.isFailed ? "failed" : nil,
        ].compactMap { $0 }.joined(separator: " ")
        html.element("tr", classes.isEmpty ? [:] : ["class": classes]) { html in
            html.element("td", ["class": "name indent-\(min(row.depth, 12))"]) { html in
                html.element("a", ["href": href([("span", step.row.address.span.text)])] + (isSelected ? ["aria-current": "true"] : [:])) {
                    $0.text(step.row.name)
                }
                flags(row, step, into: &html)
                html.element("small") { $0.text(words(of: step)) }
            }
            html.element("td", ["class": "bars"]) { html in bar(row, step, into: &html) }
        }
    }

    /// What is said beside the name.
    private func words(of step: Step) -> String {
        let row = step.row
        let parts: [String?] =
            switch step.role {
            case .call, .duplicate:
                [
                    isNamed(row) ? nil : row.model, row.tokens.total.map { "\(Show.count($0)) tokens" },
                    cost(of: step),
                    row.finishReasons.first,
                ]
            case .database: [row.database, row.service]
            case .http: [row.route == row.name ? nil : row.route, row.httpStatus.map(String.init), row.service]
            default: [row.service]
            }
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    private func cost(of step: Step) -> String? {
        guard step.role == .call else { return "repeats a call" }
        return step.isFailed && step.row.costNano == nil ? nil : Show.cost(of: step.row)
    }

    /// Whether the span's name says its model, as semantic conventions want it.
    private func isNamed(_ row: SpanRow) -> Bool {
        [row.model, row.requestModel].contains { model in model.map { row.name.hasSuffix($0) } ?? false }
    }

    private func flags(_ row: Waterfall.Row, _ step: Step, into html: inout Markup) {
        let own = Double(row.ownTime) / Double(waterfall.length)
        let flags: [(String, Bool, String)] = [
            ("\(Show.share(own)) own", own >= 0.75 && row.depth > 0, "warn"),
            (step.failureWord ?? "", step.isFailed, "bad"), ("missing parent", row.isOrphan, "warn"), ("late", step.row.isLate, "warn"),
            ("early", row.lead > 0, "warn"),
            ("retry", row.repeats != nil, "warn"), ("recovered", step.row.isRecovered, "ok"),
        ]
        for (word, isSet, kind) in flags where isSet {
            html.element("span", ["class": "badge \(kind)"]) { $0.text(word) }
        }
    }
}
