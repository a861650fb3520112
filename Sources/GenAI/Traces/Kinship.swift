import OTLP

/// Finds out which spans of one request, and of those remembered, stand for the same call (dialects.md 1.2).
///
/// In order: the same response id; a span inside another that says the same; two instrumentations side by side that say the same at the
/// same time. Of each such family one member stands for the call; the order of spans in the request does not matter.
struct Kinship: ~Copyable {
    private let pin = Pin()
    var sightings = Scratch<Sighting>(capacity: 256)
    var spans = Chains()
    var responses = Chains()
    var places = Chains()
    var failures = Chains()
    /// Some call failed.
    var hasFailures = false
    /// Some wrapper says more than one of its calls: perhaps their sum.
    var mayBeSums = false
    /// An SDK wrote of its calls itself.
    var hasNative = false

    /// How many spans up a relative is looked for.
    static let reach = 16
    /// How many spans under one key are compared.
    static let width = 64

    init() {}

    mutating func reset() {
        sightings.removeAll(keep: 4096)
        mayBeSums = false
        hasNative = false
    }

    /// Decides all roles. What is `past` keeps its own.
    mutating func settle() {
        let count = sightings.count
        spans.reset(expecting: count)
        responses.reset(expecting: count)
        places.reset(expecting: count)
        for i in 0..<count {
            sightings[i].leader = Int32(truncatingIfNeeded: i)
            sightings[i].best = -1
            sightings[i].told = nil
            if !isKnown(i) { spans.insert(Mix.pair(sightings[i].trace, sightings[i].span), i) }
        }
        for i in 0..<count where sightings[i].isCandidate {
            if sightings[i].standing == .native { hasNative = true }
            joinByResponse(i)
            climb(i)
        }
        // What is past is only found, and was compared with itself before; it comes behind what is present.
        for i in (0..<count).reversed() where sightings[i].isCandidate { joinByPlace(i) }
        joinSilent()
        if mayBeSums { findSums() }
        for i in 0..<count where sightings[i].isCandidate { elect(i) }
        var failed = 0
        for i in 0..<count where sightings[i].isCandidate {
            assign(i)
            if sightings[i].failed { failed += 1 }
        }
        noteFailures(failed)
    }

    // MARK: - Families

    func leader(_ i: Int) -> Int {
        var at = i
        while Int(sightings[at].leader) != at { at = Int(sightings[at].leader) }
        return at
    }

    /// The best witness of a candidate's family; -1 where it has none.
    func witness(of i: Int) -> Int { sightings[i].isCandidate ? Int(sightings[leader(i)].best) : -1 }

    mutating func join(_ i: Int, _ j: Int) {
        let a = leader(i)
        let b = leader(j)
        sightings[i].marks.insert(.joined)
        sightings[j].marks.insert(.joined)
        guard a != b else { return }
        sightings[max(a, b)].leader = Int32(truncatingIfNeeded: min(a, b))
    }

    /// Lets a member challenge the best witness of its family so far.
    mutating func elect(_ i: Int) {
        let head = leader(i)
        let best = Int(sightings[head].best)
        if best < 0 || isBetter(i, than: best) { sightings[head].best = Int32(truncatingIfNeeded: i) }
        guard let failure = sightings[i].failure else { return }
        if sightings[head].told.map(failure.tellsMore) ?? true { sightings[head].told = failure }
    }

    func isBetter(_ i: Int, than j: Int) -> Bool {
        let a = sightings[i]
        let b = sightings[j]
        // What was written before stands: its call is counted, be it by itself or by another.
        if a.isPast != b.isPast { return a.isPast }
        if a.marks.contains(.repeated) != b.marks.contains(.repeated) { return a.marks.contains(.repeated) }
        if a.marks.contains(.wrapper) != b.marks.contains(.wrapper) { return !a.marks.contains(.wrapper) }
        if a.hasTokens != b.hasTokens { return a.hasTokens }
        if a.standing != b.standing { return a.standing > b.standing }
        let (lengthA, lengthB) = (a.end &- a.start, b.end &- b.start)
        return lengthA != lengthB ? lengthA < lengthB : a.span < b.span
    }

    mutating func assign(_ i: Int) {
        guard !sightings[i].isPast else { return }
        if sightings[i].failed, let told = sightings[leader(i)].told { sightings[i].failure = told }
        if sightings[i].marks.contains(.repeated) { return }
        if sightings[i].marks.contains(.outer) {
            sightings[i].role = .agent
        } else {
            let isBest = Int(sightings[leader(i)].best) == i
            sightings[i].role = isBest && !sightings[i].marks.contains(.wrapper) ? .call : .duplicate
        }
    }
}
