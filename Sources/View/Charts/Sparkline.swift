/// A small line without axes. What it shows stands beside it in words, so it is hidden from screen readers.
enum Sparkline {
    private static let width = 120.0
    private static let height = 24.0

    static func draw(_ values: [Int64?], into html: inout Markup) {
        let known = values.compactMap { $0 }
        guard !known.isEmpty, let largest = known.max(), largest > 0 else { return }
        var path = ""
        var isOpen = false
        for (place, value) in values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let x = Double(place) / Double(max(values.count - 1, 1)) * width
            let y = 1 + (1 - Double(value) / Double(largest)) * (height - 2)
            path += "\(isOpen ? "L" : "M")\(Plot.text(x)) \(Plot.text(y))"
            // A single point is a short stroke, or it could not be seen.
            if !isOpen, !(values.indices.contains(place + 1) && values[place + 1] != nil) { path += "h1.5" }
            isOpen = true
        }
        html.element(
            "svg",
            ["class": "spark", "viewBox": "0 0 \(Int(width)) \(Int(height))", "preserveAspectRatio": "none", "aria-hidden": "true"]
        ) { $0.element("path", ["d": path]) { _ in } }
    }

    /// A share of a whole as a bar.
    static func share(_ share: Double, into html: inout Markup) {
        html.element("svg", ["class": "share", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true"]) { html in
            html.element("rect", ["class": "track", "width": "100", "height": "8", "rx": "4"]) { _ in }
            html.element("rect", ["width": Show.decimal(min(max(share, 0), 1) * 100, places: 1), "height": "8", "rx": "4"]) { _ in }
        }
    }
}
