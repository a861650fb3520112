/// Names whose values are secret even where nothing declares them: in a section that is never read, in a file that does not parse, under
/// a mistyped key.
enum SecretName {
    private static let marks = [
        "authorization", "token", "passw", "secret", "credential", "apikey", "privatekey", "accesskey", "headers",
    ].map { Array($0.utf8) }

    /// Longer lines are not worth searching.
    private static let limitBytes = 10_000

    /// Whether a key, or a whole line, speaks of a secret: only its letters count, in either case.
    static func appears(in text: some StringProtocol) -> Bool {
        guard text.utf8.count <= limitBytes else { return true }
        let letters = text.utf8.lazy.filter(\.isLetter).map { $0 | 0x20 }
        let name = Array(letters)
        return name.indices.contains { start in marks.contains { name[start...].starts(with: $0) } }
    }

    /// Hides what such keys hold, all the way down.
    static func hide(in table: Table, _ mistakes: Mistakes) {
        for entry in table.entries { hide(entry, mistakes) }
    }

    private static func hide(_ entry: Entry, _ mistakes: Mistakes) {
        if appears(in: entry.key) { return mistakes.hide(entry.node) }
        walk(entry.node, mistakes)
    }

    private static func walk(_ node: Node, _ mistakes: Mistakes) {
        switch node.value {
        case .table(let table): hide(in: table, mistakes)
        case .array(let elements): for element in elements { walk(element, mistakes) }
        default: break
        }
    }
}
