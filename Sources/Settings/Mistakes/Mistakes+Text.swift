extension Mistakes: CustomStringConvertible {
    /// All of them, each with its source line and a mark under what is wrong; ends without a newline.
    package var description: String { sorted.map(render).joined(separator: "\n") }

    /// One mistake, as pipelines.md (Commands) shows it:
    /// ```
    /// FILE:2:1: error: exporters.backend: unknown key 'endpiont'
    /// 2 | endpiont = "https://…"
    ///   | ^^^^^^^^ did you mean 'endpoint'?
    /// ```
    package func render(_ mistake: Mistake) -> String {
        guard let place = mistake.place else {
            return mistake.headline + (mistake.hint.map { "\n  \($0)" } ?? "")
        }
        let start = max(0, place.column - 1)
        let (end, isLong) = start.addingReportingOverflow(place.length)
        let line = SourceLine(source.line(place.line), hiding: secrets(inLine: place.line))
        let excerpt = line.excerpt(marking: start..<(isLong ? .max : end))
        let number = String(place.line)
        let gutter = String(repeating: " ", count: number.count)
        let hint = mistake.hint.map { " \($0)" } ?? ""
        return "\(mistake.headline)\n\(number) | \(excerpt.text)\n\(gutter) | \(excerpt.carets)\(hint)"
    }
}
