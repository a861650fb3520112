import OTLP

/// Relatives that nothing tells: they stand side by side and say the same at the same time.
extension Kinship {
    mutating func joinByPlace(_ i: Int) {
        let sighting = sightings[i]
        pairByNumbers(i, at: sighting.place)
        // Frameworks that do not enter their spans leave the SDK's own anywhere in the trace.
        if hasNative { pairByNumbers(i, at: Mix.pair(sighting.trace, 11)) }
        if sighting.failed { pair(i, under: Mix.pair(sighting.place, .max)) }
        // Whoever called the SDK may have nothing to do with another instrumentation's log of it.
        if sighting.standing == .native, sighting.place != sighting.outside { pairByNumbers(i, at: sighting.outside) }
    }

    private mutating func pairByNumbers(_ i: Int, at place: UInt64) {
        let sighting = sightings[i]
        if sighting.input > 0 { pair(i, under: Mix.pair(place, UInt64(bitPattern: sighting.input))) }
        if sighting.uncached > 0 { pair(i, under: Mix.pair(place, UInt64(bitPattern: sighting.uncached))) }
    }

    mutating func pair(_ i: Int, under key: UInt64) {
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
    func areOneCall(_ a: Sighting, _ b: Sighting) -> Bool {
        guard a.scope != b.scope, !a.marks.contains(.mated), !b.marks.contains(.mated),
            !a.marks.contains(.wrapper),
            !b.marks.contains(.wrapper)
        else { return false }
        guard a.response == 0 || b.response == 0 || a.response == b.response, a.namesModel(like: b) else { return false }
        if a.hasTokens, b.hasTokens { return a.agrees(with: b) && a.overlaps(b) }
        return a.failed && b.failed && a.nests(with: b)
    }

    /// A framework's stream is read after its span was left, so the client's span inside it has no link to it, and neither may know any
    /// numbers: same place, same model, and the client's began in the framework's or just behind it. So do a client's call and the SDK's own
    /// span of which one knows no numbers.
    mutating func joinSilent() {
        guard (0..<sightings.count).contains(where: { isSilent($0) }) else { return }
        places.reset(expecting: sightings.count)
        for i in 0..<sightings.count where isWitness(i) { places.insert(sightings[i].place, i) }
        for i in 0..<sightings.count where isSilent(i) {
            let j = firstWitness(of: i)
            if j >= 0 { join(i, j) }
        }
    }

    /// Whether the better placed of two witnesses lies within the other.
    private func areNested(_ i: Int, _ j: Int) -> Bool {
        let (a, b) = (sightings[i], sightings[j])
        if a.standing == b.standing { return false }
        return a.standing < b.standing ? a.mayContain(b) : b.mayContain(a)
    }

    /// The first client's call that can be this one; -1 where there is none.
    func firstWitness(of i: Int) -> Int {
        var cursor = places.cursor(sightings[i].place)
        var first = -1
        for _ in 0..<Kinship.width {
            let j = places.next(&cursor)
            guard j >= 0 else { break }
            guard isWitness(j), !sightings[i].isPast || !sightings[j].isPast, areNested(i, j) else { continue }
            if first < 0 || sightings[j].start < sightings[first].start { first = j }
        }
        return first
    }

    /// A call without numbers that nothing else explains.
    func isSilent(_ i: Int) -> Bool {
        let sighting = sightings[i]
        return sighting.isCandidate && !sighting.hasTokens && !sighting.failed
            && sighting.marks.isDisjoint(with: [.joined, .wrapper, .outer])
    }

    func isWitness(_ i: Int) -> Bool {
        sightings[i].isCandidate && sightings[i].standing >= .client && sightings[i].marks.isDisjoint(with: [.joined, .wrapper])
    }
}
