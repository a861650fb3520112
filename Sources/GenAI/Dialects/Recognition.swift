import Wire

/// Finds the dialect of an instrumentation scope.
struct Recognition: Sendable {
    private struct Pattern: Sendable {
        let word: StaticString
        let isPrefix: Bool
        let dialect: Int

        var text: Text { isPrefix ? Text(word).prefix(word.utf8CodeUnitCount - 1) : Text(word) }
    }

    /// The longest first.
    private let patterns: [Pattern]

    init(_ dialects: [Dialect]) {
        patterns = dialects.enumerated()
            .flatMap { index, dialect in
                dialect.scopes.map {
                    Pattern(word: $0, isPrefix: Text($0)[$0.utf8CodeUnitCount - 1] == UInt8(ascii: "*"), dialect: index)
                }
            }
            .sorted { $0.text.count > $1.text.count }
    }

    /// The index of the dialect whose scope this is; nil for scopes that nobody lists.
    func dialect(ofScope name: Text) -> Int? {
        patterns.first { $0.isPrefix ? name.hasPrefix($0.text) : name == $0.text }?.dialect
    }
}
