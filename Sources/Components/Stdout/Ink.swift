/// Colours for a terminal, or none.
struct Ink: Sendable {
    enum Color: String { case dim = "2", bold = "1", red = "31", green = "32", yellow = "33", blue = "34", magenta = "35", cyan = "36" }

    let isOn: Bool

    func paint(_ text: String, _ color: Color?) -> String {
        guard isOn, let color, text.contains(where: { $0 != " " }) else { return text }
        return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
    }
}
