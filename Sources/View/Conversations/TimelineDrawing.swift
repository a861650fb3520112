import Store

/// The band above a conversation: a lane for each agent and kind of work, time from left to right, silences cut out.
struct TimelineDrawing {
    private enum Kind: Int {
        case calls, tools, other

        var word: String {
            switch self {
            case .calls: "LLM"
            case .tools: "tools"
            case .other: "other"
            }
        }
    }

    private struct Lane {
        let agent: String
        let kind: Kind
        var steps: [Step]
    }

    private static let width = 1_000
    private static let rowHeight = 18
    /// Lanes that are drawn; what is beyond them stands in the steps.
    private static let most = 12

    /// What the right edge is called in an address: the axis is busy time, which has no unit of its own.
    private static let scale: Int64 = 10_000

    private let lanes: [Lane]
    private let time: BusyTime
    private let failuresOnly: Bool
    private let zoom: Zoom
    /// The address of the whole timeline; nil where it is shown.
    private let whole: String?

    /// `whole` is the address without a zoom.
    init(_ transcript: Transcript, failuresOnly: Bool, zoom: Zoom?, whole: String) {
        let part = zoom.flatMap { Zoom(from: max($0.from, 0), upTo: min($0.to, Self.scale)) }
        self.failuresOnly = failuresOnly
        self.zoom = part ?? Zoom(from: 0, to: Self.scale)
        self.whole = part == nil ? nil : whole
        let steps = transcript.turns.flatMap(\.steps)
        let agents = Dictionary(steps.map { ($0.row.address.span, $0.row.agent) }) { first, _ in first }
        var lanes: [Lane] = []
        for step in steps {
            guard let kind = Self.kind(of: step) else { continue }
            let agent = step.row.agent ?? step.row.parent.flatMap { agents[$0] ?? nil } ?? step.row.service
            if let place = lanes.firstIndex(where: { $0.agent == agent && $0.kind == kind }) {
                lanes[place].steps.append(step)
            } else {
                lanes.append(Lane(agent: agent, kind: kind, steps: [step]))
            }
        }
        self.lanes = Array(lanes.sorted { ($0.agent, $0.kind.rawValue) < ($1.agent, $1.kind.rawValue) }.prefix(Self.most))
        time = BusyTime(steps.map { ($0.start, $0.end) })
    }

    private static func kind(of step: Step) -> Kind? {
        switch step.role {
        case .call: .calls
        case .tool: .tools
        case .retrieval, .other, .database, .http: .other
        case .agent, .workflow, .duplicate: nil
        }
    }

    func draw(into html: inout Markup) {
        guard !lanes.isEmpty else { return }
        let height = lanes.count * Self.rowHeight + 16
        html.element("figure", ["class": "timeline"]) { html in
            html.element("div", ["class": "lanes"]) { html in
                for lane in lanes { html.element("span") { $0.text("\(lane.agent) · \(lane.kind.word)") } }
            }
            html.element(
                "svg",
                [
                    "viewBox": "0 0 \(Self.width) \(height)", "preserveAspectRatio": "none", "role": "img", "height": "\(height)",
                    "data-zoom": zoom.text,
                    "aria-label": "Timeline: \(lanes.map { "\($0.agent) \($0.kind.word) \($0.steps.count)" }.joined(separator: ", "))",
                ]
            ) { svg in
                for gap in time.gaps { draw(gap, height: height, into: &svg) }
                for (index, lane) in lanes.enumerated() { draw(lane, at: index * Self.rowHeight, into: &svg) }
            }
            html.element("figcaption", ["class": "muted"]) { html in
                if let longest = time.gaps.map(\.length).max() {
                    let silences = time.gaps.count == 1 ? "1 silence" : "\(time.gaps.count) silences"
                    html.text("\(silences) of more than 30 s cut out, the longest \(Show.duration(longest)). ")
                }
                if let whole { html.element("a", ["href": whole, "id": "unzoom"]) { $0.text("Whole timeline") } }
            }
        }
    }

    private func draw(_ gap: BusyTime.Gap, height: Int, into svg: inout Markup) {
        let place = place(gap.position)
        guard place > 0, place < Double(Self.width) else { return }
        let x = Show.decimal(place, places: 1)
        svg.element("line", ["class": "gap", "x1": x, "x2": x, "y1": "0", "y2": "\(height)"]) { line in
            line.element("title") { $0.text("silence of \(Show.duration(gap.length))") }
        }
    }

    /// Where a place of the whole axis is drawn.
    private func place(_ position: Double) -> Double {
        let part = (position * Double(Self.scale) - Double(zoom.from)) / Double(zoom.to - zoom.from)
        return part * Double(Self.width)
    }

    private func draw(_ lane: Lane, at top: Int, into svg: inout Markup) {
        for step in lane.steps {
            let (begin, end) = (place(time.position(of: step.start)), place(time.position(of: step.end)))
            guard end >= 0, begin <= Double(Self.width) else { continue }
            let left = max(0, begin)
            let width = max(2, min(end, Double(Self.width)) - left)
            let isDim = failuresOnly && !step.isFailed
            svg.element("a", ["href": SpanPath.href(step.row.address)]) { link in
                link.element(
                    "rect",
                    [
                        "class": step.isFailed ? "bar failed" : "bar \(lane.kind.word)\(isDim ? " dim" : "")",
                        "x": Show.decimal(left, places: 1),
                        "y": "\(top + 3)",
                        "width": Show.decimal(width, places: 1), "height": "\(Self.rowHeight - 5)", "rx": "2",
                    ]
                ) { rect in
                    rect.element("title") { $0.text(([step.row.name] + Show.facts(of: step)).joined(separator: " · ")) }
                }
            }
        }
    }
}

/// `/traces/{trace}?span={span}`.
enum SpanPath {
    static func href(_ address: SpanAddress) -> String { "/traces/\(address.trace.text)?span=\(address.span.text)" }
}
