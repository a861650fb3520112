import Store

/// The free query of the filter bar, word by word: `model:gpt-4o -env:dev cost:>0.01 words` (view.md 3.1, 3.5).
struct Search: Sendable {
    struct Word: Sendable, Equatable {
        enum Meaning: Sendable, Equatable {
            /// A value of a dimension, by its key in the address; with `-` before it what is left out.
            case choice(String, String)
            case bound(Bound)
            /// It asks for a number that nobody can look for, and why.
            case mistake(String)
            /// Something to look for in names.
            case text
        }

        let text: String
        let meaning: Meaning
    }

    let words: [Word]

    init(_ text: String, of subject: Bound.Subject) {
        words = text.split(separator: " ").map { Word(text: String($0), meaning: Self.meaning($0, subject)) }
    }

    /// Names what numbers are asked for with a colon, and so does a dimension; what else has one is looked for as it stands.
    private static func meaning(_ word: Substring, _ subject: Bound.Subject) -> Word.Meaning {
        let isExcluded = word.hasPrefix("-")
        let parts = word.drop { $0 == "-" }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return .text }
        if let dimension = FilterState.dimensions.first(where: { $0.key == parts[0] || $0.dimension.rawValue == parts[0] }) {
            return parts[1].isEmpty ? .text : .choice(dimension.key, (isExcluded ? "-" : "") + parts[1])
        }
        guard let field = Bound.Field(rawValue: String(parts[0])) else {
            return "<>=".contains(parts[1].first ?? " ") ? .mistake("'\(word)' names no number: \(subject.choice)") : .text
        }
        guard subject.fields.contains(field) else { return .mistake("'\(word)' has no meaning here: \(subject.choice)") }
        return Bound(field, reading: parts[1], isExcluded: isExcluded).map { .bound($0) }
            ?? .mistake("'\(word)' cannot be read: \(field.rawValue) takes \(field.kind.grammar(field))")
    }

    /// What is looked for in names.
    var text: String? {
        let texts = words.filter { $0.meaning == .text }.map(\.text)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    var bounds: [Bound] {
        words.compactMap { word in
            guard case .bound(let bound) = word.meaning else { return nil }
            return bound
        }
    }

    /// Why some of it is not asked; each names its word and what would do.
    var mistakes: [String] {
        words.compactMap { word in
            guard case .mistake(let why) = word.meaning else { return nil }
            return why
        }
    }

    /// The query without some of its words; nil where nothing is left.
    func leaving(_ isLeft: (Int, Word) -> Bool) -> String? {
        let left = words.enumerated().filter { isLeft($0.offset, $0.element) }.map(\.element.text)
        return left.isEmpty ? nil : left.joined(separator: " ")
    }
}

extension Bound.Subject {
    var title: String {
        switch self {
        case .conversations: "conversations"
        case .traces: "traces"
        case .calls: "LLM calls"
        }
    }

    /// `traces have cost, duration, …`
    var choice: String { "\(title) have \(fields.map(\.rawValue).joined(separator: ", "))" }
}
