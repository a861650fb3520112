import Synchronization

/// All mistakes of one settings file. Readers add to it and go on, so that one run shows them all.
package final class Mistakes: Error, Sendable {
    private struct State {
        var list: [Mistake] = []
        /// The same, to find repetitions.
        var known: Set<Mistake> = []
        var secrets: [Place] = []
    }

    let source: Source
    private let state = Mutex(State())

    init(_ source: Source) { self.source = source }

    package var isEmpty: Bool { state.withLock { $0.list.isEmpty } }
    package var count: Int { state.withLock { $0.list.count } }

    /// In the order of the file.
    package var sorted: [Mistake] {
        state.withLock(\.list).enumerated().sorted { a, b in
            switch (a.element.place, b.element.place) {
            case (nil, nil): a.offset < b.offset
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): first == second ? a.offset < b.offset : first < second
            }
        }.map(\.element)
    }

    /// - Parameter subject: the section or key it is about, such as `exporters.backend`.
    package func add(at place: Place?, _ subject: String, _ message: String, hint: String? = nil) {
        // Keys and values may hold anything; a headline is one line.
        let mistake = Mistake(
            file: source.name, place: place, subject: subject.printable(), message: message.printable(), hint: hint?.printable())
        state.withLock { if $0.known.insert(mistake).inserted { $0.list.append(mistake) } }
    }

    /// What stands there must never be shown.
    func hide(_ place: Place) { state.withLock { $0.secrets.append(place) } }

    /// Hides all that is in a value.
    func hide(_ node: Node) {
        switch node.value {
        case .table(let table): for entry in table.entries { hide(entry.node) }
        case .array(let elements): for element in elements { hide(element) }
        default: hide(node.place)
        }
    }

    /// The columns of a line, from 0, that must not be shown.
    func secrets(inLine line: Int) -> [Range<Int>] {
        state.withLock(\.secrets).filter { $0.line <= line && line <= $0.endLine }.map { place in
            let start = place.line == line ? place.column - 1 : 0
            let end = place.endLine == line ? place.endColumn - 1 : .max
            return start..<max(start, end)
        }
    }
}
