/// What is wrong with a regular expression.
struct PatternError: Error, Equatable {
    let text: String
}

/// A regular expression as Prometheus takes them: RE2's syntax, and it must match the whole value.
///
/// Like RE2 it follows all possibilities at once and never goes back, so that time grows with pattern × value and no pattern makes it
/// explode; Swift's own regular expressions go back. Not supported: `\b`, Unicode classes, and what RE2 has not either.
struct Pattern: Equatable, Sendable {
    /// Bytes of an expression, and steps of the machine that it becomes.
    static let longest = 4 << 10
    static let mostSteps = 3_000
    /// Moves of the machine that the matchers of one question may make together: a part of a second.
    static let budget = 50_000_000

    indirect enum Node: Equatable, Sendable {
        case empty
        case set(ScalarSet)
        case sequence([Node])
        case choice([Node])
        /// At least, at most; nil without end.
        case many(Node, Int, Int?)
        /// `^` and `$`.
        case start, end
    }

    enum Step: Equatable, Sendable {
        case set(ScalarSet)
        case either(Int, Int)
        case jump(Int)
        case start, end, done
    }

    private(set) var steps: [Step] = []
    /// Empty parts make no steps, however often they are repeated.
    private var visits = 0

    init(_ text: String) throws(PatternError) {
        guard text.utf8.count <= Self.longest else { throw PatternError(text: "longer than \(Self.longest) bytes") }
        try append(try PatternReader.node(text))
        try append(step: .done)
    }

    private mutating func append(step: Step) throws(PatternError) {
        guard steps.count < Self.mostSteps else { throw PatternError(text: "too large") }
        steps.append(step)
    }

    private mutating func append(_ node: Node) throws(PatternError) {
        visits += 1
        guard visits <= 10 * Self.mostSteps else { throw PatternError(text: "too large") }
        switch node {
        case .empty: break
        case .set(let set): try append(step: .set(set))
        case .start: try append(step: .start)
        case .end: try append(step: .end)
        case .sequence(let nodes): for node in nodes { try append(node) }
        case .choice(let nodes): try append(choice: nodes)
        case .many(let node, let least, let most):
            for _ in 0..<least { try append(node) }
            if let most {
                try append(optional: node, times: most - least)
            } else {
                try append(endless: node)
            }
        }
    }

    private mutating func append(choice nodes: [Node]) throws(PatternError) {
        var ends: [Int] = []
        for node in nodes.dropLast() {
            let fork = steps.count
            try append(step: .either(fork + 1, 0))
            try append(node)
            ends.append(steps.count)
            try append(step: .jump(0))
            steps[fork] = .either(fork + 1, steps.count)
        }
        if let last = nodes.last { try append(last) }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    private mutating func append(optional node: Node, times: Int) throws(PatternError) {
        var forks: [Int] = []
        for _ in 0..<max(times, 0) {
            forks.append(steps.count)
            try append(step: .either(steps.count + 1, 0))
            try append(node)
        }
        for fork in forks { steps[fork] = .either(fork + 1, steps.count) }
    }

    private mutating func append(endless node: Node) throws(PatternError) {
        let fork = steps.count
        try append(step: .either(fork + 1, 0))
        try append(node)
        try append(step: .jump(fork))
        steps[fork] = .either(fork + 1, steps.count)
    }
}

/// Characters of a class such as `[a-z0-9]`.
struct ScalarSet: Equatable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    /// Letters of ASCII in both cases.
    var ignoresCase = false

    static let any = ScalarSet(ranges: [0...0x10FFFF])

    func contains(_ scalar: UInt32) -> Bool {
        let isIn = ranges.contains { $0.contains(scalar) } || ignoresCase && hasOtherCase(scalar)
        return isIn != isNegated
    }

    private func hasOtherCase(_ scalar: UInt32) -> Bool {
        guard (scalar | 32) &- 97 < 26 else { return false }
        return ranges.contains { $0.contains(scalar ^ 32) }
    }
}
