/// The labels of a series, in the order of their names; none is empty.
struct Labels: Hashable, Sendable {
    static let name = "__name__"

    private(set) var pairs: [Pair]

    struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Of several values of one label the last one counts.
    init(_ pairs: [(String, String)] = []) {
        var values: [String: String] = [:]
        for (name, value) in pairs { values[name] = value.isEmpty ? nil : value }
        self.pairs = values.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// Empty where it is not there.
    subscript(name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    func without(_ name: String) -> Labels {
        var labels = self
        labels.pairs.removeAll { $0.name == name }
        return labels
    }

    var withoutName: Labels { without(Self.name) }

    /// What is left of them in a group. A name is never left but by itself.
    func grouped(_ grouping: Grouping) -> Labels {
        var labels = self
        labels.pairs.removeAll { !grouping.keeps($0.name) }
        return labels
    }

    var tree: JSONTree { .object(pairs.map { .init($0.name, .text($0.value)) }) }
}
