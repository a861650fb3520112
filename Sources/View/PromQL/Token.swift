/// A word of PromQL and the character where it begins, counted from 0.
struct Token: Equatable {
    enum Kind: Equatable {
        /// A metric, a label, a function or a keyword: which one only its place says.
        case name(String)
        case number(Double)
        /// Milliseconds.
        case duration(Int64)
        case text(String)
        /// An operator or a bracket.
        case mark(String)
        case end
    }

    let kind: Kind
    let place: Int

    /// As an error shows it.
    var shown: String {
        switch kind {
        case .name(let name): "\"\(Show.clipped(name, to: 60))\""
        case .number(let number): "number \(number)"
        case .duration: "a duration"
        case .text: "a string"
        case .mark(let mark): "\"\(mark)\""
        case .end: "the end"
        }
    }
}
