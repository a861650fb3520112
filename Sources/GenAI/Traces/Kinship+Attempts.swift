import OTLP

/// Calls that repeat a failed one.
extension Kinship {
    mutating func noteFailures(_ failed: Int) {
        hasFailures = failed > 0
        guard hasFailures else { return }
        failures.reset(expecting: failed)
        for i in 0..<sightings.count where sightings[i].failed && sightings[i].role == .call && !sightings[i].marks.contains(.root) {
            failures.insert(sightings[i].place, i)
        }
    }

    /// The span id of the last failed call beside call `i` that ended at most two minutes before it began; 0 where there is none.
    func failedBefore(_ i: Int) -> UInt64 {
        var cursor = failures.cursor(sightings[i].place)
        var latest = -1
        for _ in 0..<Kinship.width {
            let j = failures.next(&cursor)
            guard j >= 0 else { break }
            guard sightings[j].span != sightings[i].span, sightings[j].end <= sightings[i].start,
                sightings[i].start - sightings[j].end <= 120_000_000_000
            else { continue }
            if latest < 0 || sightings[j].end >= sightings[latest].end { latest = j }
        }
        return latest < 0 ? 0 : sightings[latest].span
    }

    /// A request that found no room is sent again: its spans are no relatives of themselves. What is past comes behind what is present.
    mutating func isKnown(_ i: Int) -> Bool {
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
}
