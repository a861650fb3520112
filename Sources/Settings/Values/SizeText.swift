/// Sizes as settings write them: `64KiB`, `16MiB`, `10GB`. Whole numbers; units `B KB MB GB TB` (1000) and `KiB MiB GiB TiB` (1024).
package enum SizeText {
    private static let units: [(name: String, bytes: Int)] = [
        ("TiB", 1 << 40), ("TB", 1_000_000_000_000), ("GiB", 1 << 30), ("GB", 1_000_000_000), ("MiB", 1 << 20), ("MB", 1_000_000),
        ("KiB", 1 << 10), ("KB", 1000), ("B", 1),
    ]

    package static func bytes(_ text: String) -> Int? {
        if case .value(let value) = parse(text) { value } else { nil }
    }

    static func parse(_ text: String) -> Parsed<Int> {
        guard let part = Quantity(text[...]), part.rest.isEmpty else { return .wrong(hint: nil) }
        guard let unit = units.first(where: { $0.name == part.unit }) else { return .wrong(hint: hint(part)) }
        let (bytes, isTooLarge) = part.count.multipliedReportingOverflow(by: unit.bytes)
        return isTooLarge ? .wrong(hint: "that is too large") : .value(bytes)
    }

    private static func hint(_ part: Quantity) -> String? {
        let word = part.unit.lowercased().filter { $0 != " " }
        // "16M" and "16mi" mean binary units more often than not.
        let meant = units.first { $0.name.lowercased() == word } ?? units.first { !word.isEmpty && $0.name.lowercased().hasPrefix(word) }
        guard word.isEmpty || meant != nil else { return nil }
        return "did you mean \"\(part.count)\(meant?.name ?? "B")\"?"
    }

    /// In the largest unit that divides it.
    package static func string(_ bytes: Int) -> String {
        guard bytes > 0 else { return "0B" }
        return units.first { bytes % $0.bytes == 0 }.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)B"
    }
}
