import Store

/// Draws a transcript: who spoke, what the tools did, and what each answer cost.
struct TranscriptDrawing {
    /// Characters of one text that are shown; the rest waits behind the span's own page.
    private static let shownCharacters = 20_000

    func draw(_ transcript: Transcript, into html: inout Markup) {
        if !transcript.hasContent { CaptureNotice.draw(into: &html) }
        for turn in transcript.turns {
            html.element("section", ["class": "turn", "id": "turn-\(turn.trace.id.text)"]) { html in
                head(turn, into: &html)
                for block in turn.blocks { draw(block, into: &html) }
            }
        }
    }

    private func head(_ turn: Transcript.Turn, into html: inout Markup) {
        let trace = turn.trace
        html.element("h2", ["class": "turn-head"]) { html in
            html.text("Turn \(turn.number)")
            html.element("small") { html in
                html.text(
                    [Show.time(trace.start), Show.duration(trace.durationNanoseconds), trace.route].compactMap { $0 }.joined(
                        separator: " · "))
                html.text(" ")
                html.element("a", ["href": "/traces/\(trace.id.text)"]) { $0.text("trace") }
            }
            if trace.isFailed {
                html.element("span", ["class": "badge bad"]) { $0.text("failed \(trace.httpStatus.map(String.init) ?? "")") }
            }
        }
    }

    private func draw(_ block: Transcript.Block, into html: inout Markup) {
        switch block {
        case .heard(let message, let earlier): heard(message, earlier, into: &html)
        case .answered(let answer): answered(answer, into: &html)
        case .tool(let use): tool(use, into: &html)
        }
    }

    // MARK: - Speech

    private func heard(_ message: Message, _ earlier: Int, into html: inout Markup) {
        if earlier > 0 {
            html.element("p", ["class": "earlier"]) { $0.text(earlier == 1 ? "1 earlier message" : "\(earlier) earlier messages") }
        }
        if message.role == .system {
            return html.element("details", ["class": "said system"]) { html in
                html.element("summary") { $0.text("system prompt · \(Show.count(Int64(message.text.count))) characters") }
                PartDrawing.draw(message.parts, into: &html)
            }
        }
        html.element("div", ["class": "said \(message.role.word == "user" ? "user" : "other")"]) { html in
            html.element("p", ["class": "who"]) { $0.text([message.role.word, message.name].compactMap { $0 }.joined(separator: " · ")) }
            PartDrawing.draw(message.parts, into: &html)
        }
    }

    private func answered(_ answer: Transcript.Answer, into html: inout Markup) {
        let row = answer.step.row
        if answer.silence == .onlyTools { return calledTools(answer, into: &html) }
        html.element("div", ["class": answer.step.isFailed ? "said assistant failed" : "said assistant"]) { html in
            html.element("p", ["class": "who"]) { html in
                html.text([row.agent ?? "assistant", row.model].compactMap { $0 }.joined(separator: " · "))
                if !answer.attempts.isEmpty { attempts(answer, into: &html) }
            }
            PartDrawing.draw(answer.parts, into: &html)
            if let silence = answer.silence { html.element("p", ["class": "muted"]) { $0.text(self.words(silence, answer.step)) } }
            html.element("p", ["class": "meta"]) { html in
                html.text(Show.facts(of: answer.step).joined(separator: " · ") + " ")
                html.element("a", ["href": SpanPath.href(row.address)]) { $0.text("span") }
            }
        }
    }

    /// An answer without words takes one line: the tools below it say the rest.
    private func calledTools(_ answer: Transcript.Answer, into html: inout Markup) {
        html.element("p", ["class": "called"]) { html in
            html.text(([answer.step.row.agent ?? "assistant"] + Show.facts(of: answer.step)).joined(separator: " · ") + " ")
            html.element("a", ["href": SpanPath.href(answer.step.row.address)]) { $0.text("span") }
            if !answer.attempts.isEmpty { attempts(answer, into: &html) }
        }
    }

    private func attempts(_ answer: Transcript.Answer, into html: inout Markup) {
        let count = answer.attempts.count + 1
        html.text(" ")
        html.element("span", ["class": answer.step.isFailed ? "badge bad" : "badge warn"]) { html in
            html.text("×\(count), \(answer.step.isFailed ? "not recovered" : "recovered")")
        }
        for (index, attempt) in answer.attempts.enumerated() {
            html.text(" ")
            html.element("a", ["href": SpanPath.href(attempt.row.address)]) {
                $0.text("attempt \(index + 1): \(attempt.failureWord ?? "failed")")
            }
        }
    }

    private func words(_ silence: Transcript.Silence, _ step: Step) -> String {
        switch silence {
        case .contentOff: "answer not captured"
        case .failed: "no answer: \(step.failureWord ?? "failed")\(step.row.statusMessage.map { " · \($0)" } ?? "")"
        case .onlyTools: ""
        }
    }

    // MARK: - Tools

    private func tool(_ use: Transcript.ToolUse, into html: inout Markup) {
        html.element("details", ["class": use.isError ? "tool failed" : "tool"]) { html in
            html.element("summary") { html in
                html.element("b") { $0.text(use.name) }
                if let arguments = use.arguments { html.element("code") { $0.text(Show.clipped(arguments.written(), to: 100)) } }
                if use.isError { html.element("span", ["class": "badge bad"]) { $0.text(use.step?.failureWord ?? "error") } }
                if let step = use.step {
                    html.element("small") { $0.text(Show.duration(step.row.durationNanoseconds)) }
                }
            }
            PartDrawing.labelled("arguments", use.arguments, into: &html)
            PartDrawing.labelled("result", use.result, into: &html)
            if let step = use.step { html.element("a", ["href": SpanPath.href(step.row.address)]) { $0.text("span") } }
        }
    }
}

/// Says why there is nothing to read, and what would change it.
enum CaptureNotice {
    static func draw(into html: inout Markup) {
        html.element("p", ["class": "notice"]) { html in
            html.text("Content capture is off: who spoke, when and for how much is known, not what was said. In the app, set ")
            html.element("code") { $0.text("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true") }
            html.text(" or what ")
            html.element("a", ["href": "/get-started"]) { $0.text("your SDK") }
            html.text(" has instead.")
        }
    }
}
