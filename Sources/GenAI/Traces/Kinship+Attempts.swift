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
