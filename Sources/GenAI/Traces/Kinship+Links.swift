import OTLP

/// Relatives that are told: by the same response id, or by one lying inside the other.
extension Kinship {
    mutating func joinByResponse(_ i: Int) {
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

    /// Compares a span with those around it, and finds its place beside the outermost of them.
    mutating func climb(_ i: Int) {
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
        // What is past was placed among relatives that need not be here again.
        if sightings[i].isPast, outermost == sightings[i].parent, sightings[i].place != 0 { return }
        if outermost == 0 { sightings[i].marks.insert(.root) }
        sightings[i].place = outermost == 0 ? sightings[i].outside : Mix.pair(sightings[i].trace, outermost)
    }

    /// A candidate inside another: the same call, a wrapper, or another call.
    mutating func compare(outer j: Int, inner i: Int) {
        let outer = sightings[j]
        let inner = sightings[i]
        if outer.response != 0, inner.response != 0, outer.response != inner.response {
            // A gateway has ids of its own; but it hands the numbers on as they are.
            if outer.hasTokens, outer.input == inner.input, outer.output == inner.output, outer.namesModel(like: inner) {
                return join(i, j)
            }
            mayBeSums = true
            return
        }
        if outer.marks.contains(.loose) {
            sightings[j].marks.insert(.outer)
        } else if !outer.hasTokens {
            // A call that says nothing of its own around one that does; whether it failed does not matter.
            wrap(i, by: j)
        } else if inner.hasTokens {
            if outer.agrees(with: inner) {
                join(i, j)
            } else if outer.standing < inner.standing, outer.namesModel(like: inner) {
                // Nearer to the provider: what the outer one says of the same call is an estimate or a part.
                wrap(i, by: j)
            } else {
                mayBeSums = true
            }
        } else if outer.failed == inner.failed, outer.namesModel(like: inner) {
            join(i, j)
        }
    }

    private mutating func wrap(_ i: Int, by j: Int) {
        if !sightings[j].isPast { sightings[j].marks.insert(.wrapper) } else if sightings[j].role == .call { join(i, j) }
        explain(i, by: j)
    }

    /// A wrapper that failed with its last call often has the better words for it.
    mutating func explain(_ i: Int, by j: Int) {
        guard let words = sightings[j].failure, let own = sightings[i].failure, words.tellsMore(than: own) else { return }
        if sightings[i].end &+ 50_000_000 >= sightings[j].end { sightings[i].failure = words }
    }

    /// A wrapper whose numbers are those of all its calls together.
    mutating func findSums() {
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
}
