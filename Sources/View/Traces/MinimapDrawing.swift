/// The whole trace in a narrow strip, with what the waterfall shows of it set off. Dragging over it zooms.
struct MinimapDrawing {
    private static let height = 40.0
    /// Rows that are told apart.
    private static let most = 400

    let steps: [Step]
    let waterfall: Waterfall
    let window: Window
    /// The address of the whole trace.
    let whole: String

    func draw(into html: inout Markup) {
        html.element("div", ["class": "mini"]) { html in
            html.element(
                "svg",
                [
                    "class": "minimap", "viewBox": "0 0 1000 \(Int(Self.height))", "preserveAspectRatio": "none", "role": "img",
                    "data-zoom": Window.zoom(from: 0, to: waterfall.length).text,
                    "aria-label": "The whole trace, \(Show.duration(waterfall.length)); drag to zoom",
                ]
            ) { svg in
                let rows = waterfall.rows.prefix(Self.most)
                let step = Self.height / Double(max(rows.count, 8))
                for (index, row) in rows.enumerated() { bar(steps[row.span], at: Double(index) * step, height: step, into: &svg) }
                if window.isPart { shades(into: &svg) }
            }
            guard window.isPart else { return }
            html.element("p", ["class": "meta"]) { html in
                let from = Show.duration(window.start &- waterfall.start)
                html.text("\(from) to \(Show.duration(window.end &- waterfall.start)) of \(Show.duration(waterfall.length)) ")
                html.element("a", ["href": whole, "id": "unzoom"]) { $0.text("whole trace") }
            }
        }
    }

    private func bar(_ step: Step, at y: Double, height: Double, into svg: inout Markup) {
        let left = waterfall.position(of: step.start) * 1_000
        let width = max(2, waterfall.position(of: step.end) * 1_000 - left)
        rect(
            "bar \(TraceDrawing.kind(of: step))\(step.isFailed ? " failed" : "")", left, y, width, max(1, min(height - 0.5, 5)), into: &svg)
    }

    private func shades(into svg: inout Markup) {
        let (left, right) = (waterfall.position(of: window.start) * 1_000, waterfall.position(of: window.end) * 1_000)
        rect("shade", 0, 0, left, Self.height, into: &svg)
        rect("shade", right, 0, 1_000 - right, Self.height, into: &svg)
    }

    private func rect(_ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, into svg: inout Markup) {
        svg.element(
            "rect",
            [
                "class": kind, "x": Show.decimal(x, places: 1), "y": Show.decimal(y, places: 1), "width": Show.decimal(width, places: 1),
                "height": Show.decimal(height, places: 1),
            ]
        ) { _ in }
    }
}
