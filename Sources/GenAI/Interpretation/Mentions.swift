import OTLP
import Wire

/// Which spans of a request, and of the remembered past, name which conversation.
struct Mentions: ~Copyable {
    private(set) var list = Scratch<Mention>(capacity: 64)
    private var traces = Chains()
    private var isIndexed = false

    init() {}

    var count: Int { list.count }

    subscript(index: Int) -> Mention { list[index] }

    mutating func reset() {
        list.removeAll(keep: 1024)
        isIndexed = false
    }

    mutating func add(_ mention: Mention) { list.append(mention) }

    /// Makes `find` possible.
    mutating func index() {
        traces.reset(expecting: list.count)
        for i in 0..<list.count { traces.insert(list[i].trace, i) }
    }

    /// The mention of a trace that `isNearer` prefers; -1 where the trace has none.
    func best(of trace: UInt64, _ isNearer: (Mention, Mention) -> Bool) -> Int {
        var cursor = traces.cursor(trace)
        var best = traces.next(&cursor)
        guard best >= 0 else { return -1 }
        for _ in 0..<256 {
            let other = traces.next(&cursor)
            guard other >= 0 else { break }
            if isNearer(list[other], list[best]) { best = other }
        }
        return best
    }

    /// Whether all mentions of a trace name the same conversation.
    func isUnanimous(_ trace: UInt64) -> Bool {
        var cursor = traces.cursor(trace)
        let first = traces.next(&cursor)
        guard first >= 0 else { return true }
        for _ in 0..<256 {
            let other = traces.next(&cursor)
            guard other >= 0 else { break }
            if !list[other].conversation.isSame(as: list[first].conversation) { return false }
        }
        return true
    }

    /// Whether a mention came from the past, or another of its trace says the same and came before it.
    func isKnown(_ i: Int) -> Bool {
        guard !list[i].isPast else { return true }
        var cursor = traces.cursor(list[i].trace)
        for _ in 0..<256 {
            let other = traces.next(&cursor)
            guard other >= 0 else { return false }
            if other < i || list[other].isPast, list[other].conversation.isSame(as: list[i].conversation) { return true }
        }
        return false
    }

    /// The mention a span itself makes; -1 where it makes none.
    func of(_ span: UInt64, in trace: UInt64) -> Int {
        var cursor = traces.cursor(trace)
        for _ in 0..<256 {
            let other = traces.next(&cursor)
            guard other >= 0 else { break }
            if list[other].span == span { return other }
        }
        return -1
    }
}

extension Value {
    /// Whether two conversation ids are one, however they are typed.
    func isSame(as other: Value) -> Bool {
        if let int { return other.int == int }
        return text != nil && bareText == other.bareText
    }
}
