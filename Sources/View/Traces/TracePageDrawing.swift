import Store

/// The page of one trace: what it came to, its waterfall, and the chosen span beside it.
struct TracePageDrawing {
    let detail: TraceDetail
    let chosen: TraceReading.Chosen?
    let shown: TraceDrawing.Shown
    let tab: PanelDrawing.Tab?
    let prices: (any PriceDesk)?
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    func draw(into html: inout Markup) {
        summary(into: &html)
        html.element("div", ["class": chosen == nil ? "split alone" : "split"]) { html in
            html.element("div", ["class": "left"]) { html in
                TraceDrawing(detail, shown: shown, selected: chosen?.step.row.address.span, href: href).draw(into: &html)
            }
            if let chosen {
                PanelDrawing(
                    step: chosen.step, previous: chosen.previous, others: detail.spans.map { Step($0) }, raw: chosen.raw,
                    same: chosen.same, prices: prices, tab: tab ?? PanelDrawing.usual(for: chosen.step), href: href
                ).draw(into: &html)
            }
        }
    }

    private func summary(into html: inout Markup) {
        let row = detail.row
        html.element("h1") { html in
            html.text(row.route ?? row.name)
            html.element("span", ["class": row.isFailed ? "badge bad" : "badge ok"]) { html in
                html.text((row.isFailed ? "failed" : "ok") + (row.httpStatus.map { " · HTTP \($0)" } ?? ""))
            }
        }
        html.element("p", ["class": "meta"]) { html in
            html.text([Show.moment(row.start), row.service, row.environment, row.id.text].joined(separator: " · "))
        }
        if row.isRootMissing {
            html.element("p", ["class": "notice"]) {
                $0.text("Its first span has not arrived: what is shown hangs below a missing parent.")
            }
        }
        html.element("dl", ["class": "figures"]) { html in
            figure("Duration", Show.duration(row.durationNanoseconds), into: &html)
            figure(
                "Requests", Show.count(row.requests), note: row.failures > 0 ? "\(row.failures) failed, \(row.recovered) recovered" : nil,
                into: &html)
            figure("Tool calls", Show.count(row.toolCalls), into: &html)
            figure(
                "Tokens", Show.count(row.tokens.total), note: "\(Show.count(row.tokens.input)) in · \(Show.count(row.tokens.output)) out",
                into: &html)
            let coverage = row.unpriced > 0 ? "\(row.unpriced) of \(row.requests) without a price" : nil
            figure("Cost", row.costNano == nil && row.unpriced > 0 ? "no cost" : Show.money(row.costNano), note: coverage, into: &html)
            figure("Models", row.models.isEmpty ? Show.unknown : row.models.joined(separator: ", "), isText: true, into: &html)
            if let conversation = row.conversation {
                figure("Conversation", conversation.key, href: ConversationPath.href(conversation), isText: true, into: &html)
            }
            if let user = row.user {
                figure("User", user, href: "/conversations?user=" + ConversationPath.escaped(user), isText: true, into: &html)
            }
        }
    }

    private func figure(
        _ name: String, _ value: String, note: String? = nil, href: String? = nil, isText: Bool = false, into html: inout Markup
    ) {
        html.element("div") { html in
            html.element("dt") { $0.text(name) }
            html.element("dd", isText ? ["class": "word"] : [:]) { html in
                if let href { html.element("a", ["href": href]) { $0.text(value + "\u{A0}↗") } } else { html.text(value) }
                if let note { html.element("small") { $0.text(note) } }
            }
        }
    }
}
