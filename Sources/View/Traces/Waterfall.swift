/// A trace as rows: parents above their children, children by their beginning.
struct Waterfall: Sendable {
    struct Row: Sendable {
        let span: Int
        let depth: Int
        /// Whether its parent never came.
        let isOrphan: Bool
        /// Nanoseconds in which none of its children ran.
        let ownTime: Int64
        /// The times in which the end of the trace waited for this span itself; nil where it never did.
        let critical: [Stretch]?
        /// Nanoseconds by which it began before its parent: then their clocks disagree.
        let lead: Int64
        /// The row of the attempt that this one repeats.
        let repeats: Int?

        var isCritical: Bool { critical != nil }
    }

    /// From one moment to another.
    struct Stretch: Sendable, Equatable {
        let from, to: Int64
    }

    /// What the layout needs to know of a span.
    struct Span: Sendable {
        let id: String
        let parent: String?
        let start, end: Int64
        /// What it does: spans of one parent with the same work, one after another, are attempts.
        let work: String
        let isFailed: Bool
        /// Whether attempts are looked for: only calls are repeated.
        let isCall: Bool
    }

    let rows: [Row]
    let start, end: Int64

    var length: Int64 { max(1, end &- start) }

    init(_ spans: [Span]) {
        start = spans.map(\.start).min() ?? 0
        end = spans.map { max($0.start, $0.end) }.max() ?? 0
        let tree = Tree(spans)
        let critical = tree.criticalPath
        var rows: [Row] = []
        var rowOf: [Int: Int] = [:]
        for visit in tree.inOrder {
            rowOf[visit.span] = rows.count
            rows.append(
                Row(
                    span: visit.span, depth: visit.depth, isOrphan: tree.isOrphan(visit.span), ownTime: tree.ownTime(of: visit.span),
                    critical: critical[visit.span], lead: tree.lead(of: visit.span),
                    repeats: tree.attemptBefore(visit.span).flatMap { rowOf[$0] }))
        }
        self.rows = rows
    }

    /// Where a moment stands, between 0 and 1.
    func position(of time: Int64) -> Double {
        min(1, max(0, (Double(time) - Double(start)) / Double(length)))
    }
}

/// Parents and children, whatever was sent: circles and missing parents end at the top.
private struct Tree {
    private let spans: [Waterfall.Span]
    private var children: [[Int]]
    private var roots: [Int] = []
    private let places: [String: Int]

    init(_ spans: [Waterfall.Span]) {
        self.spans = spans
        children = Array(repeating: [], count: spans.count)
        places = Dictionary(spans.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (index, span) in spans.enumerated() {
            if let parent = span.parent.flatMap({ places[$0] }), parent != index {
                children[parent].append(index)
            } else {
                roots.append(index)
            }
        }
        // Indexes were appended in order, so equal beginnings keep it.
        for index in children.indices { children[index].sort { spans[$0].start < spans[$1].start } }
        roots.sort { spans[$0].start < spans[$1].start }
        breakCircles()
    }

    /// Spans that are their own ancestors are reached from no root: the first of them becomes one.
    private mutating func breakCircles() {
        var reached = Set(inOrder.map(\.span))
        for index in spans.indices.sorted(by: { spans[$0].start < spans[$1].start }) where !reached.contains(index) {
            for parent in children.indices { children[parent].removeAll { $0 == index } }
            roots.append(index)
            for visit in walk(from: [index]) { reached.insert(visit.span) }
        }
    }

    var inOrder: [(span: Int, depth: Int)] { walk(from: roots) }

    private func walk(from roots: [Int]) -> [(span: Int, depth: Int)] {
        var visits: [(span: Int, depth: Int)] = []
        var seen: Set<Int> = []
        var stack = roots.reversed().map { (span: $0, depth: 0) }
        while let next = stack.popLast() {
            guard seen.insert(next.span).inserted else { continue }
            visits.append(next)
            stack += children[next.span].reversed().map { (span: $0, depth: next.depth + 1) }
        }
        return visits
    }

    func isOrphan(_ span: Int) -> Bool { spans[span].parent.map { places[$0] == nil } ?? false }

    func ownTime(of span: Int) -> Int64 {
        let whole = spans[span]
        var own = max(0, whole.end.subtractingReportingOverflow(whole.start).partialValue)
        var covered = whole.start
        for child in children[span] {
            let from = max(covered, spans[child].start)
            let to = min(whole.end, spans[child].end)
            guard to > from else { continue }
            own = max(0, own - (to - from))
            covered = to
        }
        return own
    }

    /// From the end backwards: of each span the child that ended last, then the one that ended before that began, and so on; what lies
    /// between them the span did itself.
    var criticalPath: [Int: [Waterfall.Stretch]] {
        guard let last = roots.max(by: { spans[$0].end < spans[$1].end }) else { return [:] }
        var path: [Int: [Waterfall.Stretch]] = [:]
        var stack = [last]
        while let span = stack.popLast() {
            guard path[span] == nil else { continue }
            var own: [Waterfall.Stretch] = []
            var until = spans[span].end
            for child in children[span].sorted(by: { spans[$0].end > spans[$1].end }) where spans[child].end <= until {
                stack.append(child)
                if spans[child].end < until { own.append(Waterfall.Stretch(from: spans[child].end, to: until)) }
                until = spans[child].start
            }
            if spans[span].start < until { own.append(Waterfall.Stretch(from: spans[span].start, to: until)) }
            path[span] = own.reversed()
        }
        return path
    }

    func lead(of span: Int) -> Int64 {
        guard let parent = spans[span].parent.flatMap({ places[$0] }), parent != span else { return 0 }
        return max(0, spans[parent].start &- spans[span].start)
    }

    /// The failed call just before, of the same parent and the same work.
    func attemptBefore(_ span: Int) -> Int? {
        guard spans[span].isCall, let place = spans[span].parent.flatMap({ places[$0] }) else { return nil }
        let calls = children[place].filter { spans[$0].isCall && spans[$0].work == spans[span].work }
        guard let index = calls.firstIndex(of: span), index > 0 else { return nil }
        let before = calls[index - 1]
        return spans[before].isFailed && spans[before].end <= spans[span].start ? before : nil
    }
}
