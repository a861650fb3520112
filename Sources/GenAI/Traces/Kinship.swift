import OTLP

/// Finds out which spans of one request, and of those remembered, stand for the same call (dialects.md 1.2).
///
/// In order: the same response id; a span inside another that says the same; two instrumentations side by side that say the same at the
/// same time. Of each such family one member stands for the call; the order of spans in the request does not matter.
struct Kinship: ~Copyable {
    var sightings = Scratch<Sighting>(capacity: 256)
    private var spans = Chains()
    private var responses = Chains()
    private var places = Chains()
    private var failures = Chains()
    /// Some wrapper says more than one of its calls: perhaps their sum.
    private var mayBeSums = false

    /// How many spans up a relative is looked for.
    private static let reach = 16
    /// How many spans under one key are compared.
    private static let width = 64

    init() {}

    mutating func reset() {
        sightings.removeAll(keep: 4096)
        mayBeSums = false
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

    // MARK: - Repeated attempts

    private mutating func noteFailures(_ failed: Int) {
        failures.reset(expecting: failed)
        guard failed > 0 else { return }
        for i in 0..<sightings.count where sightings[i].failed && sightings[i].role == .call && !sightings[i].marks.contains(.root) {
            failures.insert(sightings[i].place, i)
        }
    }

    /// The span id of the last failed call beside this one that ended at most two minutes before it began; 0 where there is none.
    func failedBefore(_ sighting: Sighting) -> UInt64 {
        var cursor = failures.cursor(sighting.place)
        var latest: (span: UInt64, end: UInt64) = (0, 0)
        for _ in 0..<Kinship.width {
            let j = failures.next(&cursor)
            guard j >= 0 else { break }
            let attempt = sightings[j]
            guard attempt.span != sighting.span, attempt.end <= sighting.start, sighting.start - attempt.end <= 120_000_000_000 else {
                continue
            }
            if attempt.end >= latest.end { latest = (attempt.span, attempt.end) }
        }
        return latest.span
    }

    /// A request that found no room is sent again: its spans are no relatives of themselves. What is past comes behind what is present.
    private mutating func isKnown(_ i: Int) -> Bool {
        guard sightings[i].isPast else { return false }
        let j = spans.first(Mix.pair(sightings[i].trace, sightings[i].span))
        guard j >= 0 else { return false }
        sightings[i].marks.remove(.candidate)
        if !sightings[j].isPast {
            sightings[j].marks.insert(.repeated)
            sightings[j].role = sightings[i].role
        }
        return true
    }

    // MARK: - Same response

    private mutating func joinByResponse(_ i: Int) {
        let id = sightings[i].response
        guard id != 0 else { return }
        var cursor = responses.cursor(id)
        for _ in 0..<Kinship.width {
            let j = responses.next(&cursor)
            guard j >= 0 else { break }
            // Ids of small local servers repeat; those of one call are seen in one trace or at one time.
            if sightings[i].trace == sightings[j].trace || sightings[i].overlaps(sightings[j]) { join(i, j) }
        }
        responses.insert(id, i)
    }

    // MARK: - Inside another

    /// Compares a span with those around it, and finds its place beside the outermost of them.
    private mutating func climb(_ i: Int) {
        var around = sightings[i].parent
        var isLinked = true
        var outermost = around
        for _ in 0..<Kinship.reach where around != 0 {
            let j = spans.first(Mix.pair(sightings[i].trace, around))
            guard j >= 0, j != i else { break }
            around = sightings[j].parent
            if sightings[j].isCandidate || sightings[j].role == .duplicate {
                if sightings[j].isCandidate, !sightings[i].isPast || !sightings[j].isPast { compare(outer: j, inner: i) }
                if isLinked { outermost = around }
            } else {
                isLinked = false
                if sightings[j].role == .agent || sightings[j].role == .tool || sightings[j].role == .retrieval { break }
            }
        }
        if outermost == 0 { sightings[i].marks.insert(.root) }
        sightings[i].place =
            outermost == 0 ? Mix.pair(sightings[i].resource, 7) : Mix.pair(sightings[i].trace, outermost)
    }

    /// A candidate inside another: the same call, a wrapper, or another call.
    private mutating func compare(outer j: Int, inner i: Int) {
        let outer = sightings[j]
        let inner = sightings[i]
        if outer.response != 0, inner.response != 0, outer.response != inner.response {
            mayBeSums = true
            return
        }
        if outer.marks.contains(.loose) {
            sightings[j].marks.insert(.outer)
        } else if !outer.hasTokens {
            // A call that says nothing of its own around one that does; whether it failed does not matter.
            if !outer.isPast { sightings[j].marks.insert(.wrapper) } else if outer.role == .call { join(i, j) }
            explain(i, by: j)
        } else if inner.hasTokens {
            if outer.agrees(with: inner) { join(i, j) } else { mayBeSums = true }
        } else if outer.failed == inner.failed, outer.namesModel(like: inner) {
            join(i, j)
        }
    }

    /// A wrapper that failed with its last call often has the better words for it.
    private mutating func explain(_ i: Int, by j: Int) {
        guard let words = sightings[j].failure, let own = sightings[i].failure, words.tellsMore(than: own) else { return }
        if sightings[i].end &+ 50_000_000 >= sightings[j].end { sightings[i].failure = words }
    }

    // MARK: - Side by side

    private mutating func joinByPlace(_ i: Int) {
        let sighting = sightings[i]
        if sighting.input > 0 { pair(i, under: Mix.pair(sighting.place, UInt64(bitPattern: sighting.input))) }
        if sighting.failed { pair(i, under: Mix.pair(sighting.place, .max)) }
    }

    private mutating func pair(_ i: Int, under key: UInt64) {
        defer { places.insert(key, i) }
        guard !sightings[i].isPast else { return }
        var cursor = places.cursor(key)
        for _ in 0..<Kinship.width {
            let j = places.next(&cursor)
            guard j >= 0 else { break }
            if areOneCall(sightings[i], sightings[j]), leader(i) != leader(j) {
                sightings[i].marks.insert(.mated)
                sightings[j].marks.insert(.mated)
                join(i, j)
                break
            }
        }
    }

    /// Two instrumentations saw the same at the same time. One-to-one: of two equal calls side by side each finds its own twin.
    private func areOneCall(_ a: Sighting, _ b: Sighting) -> Bool {
        guard a.scope != b.scope, !a.marks.contains(.mated), !b.marks.contains(.mated), !a.marks.contains(.wrapper),
            !b.marks.contains(.wrapper)
        else { return false }
        guard a.response == 0 || b.response == 0 || a.response == b.response, a.namesModel(like: b) else { return false }
        if a.hasTokens, b.hasTokens { return a.agrees(with: b) && a.overlaps(b) }
        return a.failed && b.failed && a.nests(with: b)
    }

    // MARK: - Silent frameworks

    /// A framework's stream is read after its span was left, so the client's span inside it has no link to it, and neither may know any
    /// numbers: same place, same model, and the client's began in the framework's or just behind it.
    private mutating func joinSilent() {
        guard (0..<sightings.count).contains(where: { isSilent($0) }) else { return }
        places.reset(expecting: sightings.count)
        for i in 0..<sightings.count where isWitness(i) { places.insert(sightings[i].place, i) }
        for i in 0..<sightings.count where isSilent(i) {
            let j = firstWitness(of: i)
            if j >= 0 { join(i, j) }
        }
    }

    /// The first client's call that can be this one; -1 where there is none.
    private func firstWitness(of i: Int) -> Int {
        var cursor = places.cursor(sightings[i].place)
        var first = -1
        for _ in 0..<Kinship.width {
            let j = places.next(&cursor)
            guard j >= 0 else { break }
            guard isWitness(j), !sightings[i].isPast || !sightings[j].isPast, sightings[i].mayContain(sightings[j]) else { continue }
            if first < 0 || sightings[j].start < sightings[first].start { first = j }
        }
        return first
    }

    /// A framework's call without numbers that nothing else explains.
    private func isSilent(_ i: Int) -> Bool {
        let sighting = sightings[i]
        return sighting.isCandidate && sighting.standing <= .framework && !sighting.hasTokens && !sighting.failed
            && sighting.marks.isDisjoint(with: [.joined, .wrapper, .outer])
    }

    private func isWitness(_ i: Int) -> Bool {
        sightings[i].isCandidate && sightings[i].standing >= .client && sightings[i].marks.isDisjoint(with: [.joined, .wrapper])
    }

    // MARK: - Sums

    /// A wrapper whose numbers are those of all its calls together.
    private mutating func findSums() {
        var sums: [Int: (input: Int64, output: Int64, calls: Int)] = [:]
        for i in 0..<sightings.count where sightings[i].isCandidate && !sightings[i].marks.contains(.wrapper) && sightings[i].hasTokens {
            var around = sightings[i].parent
            for _ in 0..<Kinship.reach where around != 0 {
                let j = spans.first(Mix.pair(sightings[i].trace, around))
                guard j >= 0, j != i else { break }
                around = sightings[j].parent
                guard sightings[j].isCandidate else { continue }
                var sum = sums[j] ?? (0, 0, 0)
                sum.input &+= max(sightings[i].input, 0)
                sum.output &+= max(sightings[i].output, 0)
                sum.calls += 1
                sums[j] = sum
                break
            }
        }
        for (j, sum) in sums
        where sum.calls > 1 && sum.input == max(sightings[j].input, 0) && sum.output == max(sightings[j].output, 0) {
            sightings[j].marks.insert(.wrapper)
        }
    }

    // MARK: - Families

    private func leader(_ i: Int) -> Int {
        var at = i
        while Int(sightings[at].leader) != at { at = Int(sightings[at].leader) }
        return at
    }

    /// The best witness of a candidate's family; -1 where it has none.
    func witness(of i: Int) -> Int { sightings[i].isCandidate ? Int(sightings[leader(i)].best) : -1 }

    private mutating func join(_ i: Int, _ j: Int) {
        let a = leader(i)
        let b = leader(j)
        sightings[i].marks.insert(.joined)
        sightings[j].marks.insert(.joined)
        guard a != b else { return }
        sightings[max(a, b)].leader = Int32(truncatingIfNeeded: min(a, b))
    }

    /// Lets a member challenge the best witness of its family so far.
    private mutating func elect(_ i: Int) {
        let head = leader(i)
        let best = Int(sightings[head].best)
        if best < 0 || isBetter(i, than: best) { sightings[head].best = Int32(truncatingIfNeeded: i) }
        guard let failure = sightings[i].failure else { return }
        if sightings[head].told.map(failure.tellsMore) ?? true { sightings[head].told = failure }
    }

    private func isBetter(_ i: Int, than j: Int) -> Bool {
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

    private mutating func assign(_ i: Int) {
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
