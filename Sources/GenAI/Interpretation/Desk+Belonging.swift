import OTLP
import Wire

/// Conversations run along traces: a span without one has that of its nearest ancestor, else of any span of its trace.
extension Desk {
    mutating func belong(_ i: Int, _ batch: borrowing Batch) {
        guard mentions.count > 0, accounts[i].conversation.isAbsent else { return }
        let sighting = kinship.sightings[Int(accounts[i].sighting)]
        let found = nearest(sighting, batch)
        if found >= 0 { accounts[i].conversation = mentions[found].conversation }
    }

    private mutating func nearest(_ sighting: Sighting, _ batch: borrowing Batch) -> Int {
        let earliest = mentions.best(of: sighting.trace) { $0.start < $1.start }
        guard earliest >= 0, !mentions.isUnanimous(sighting.trace) else { return earliest }
        // Several conversations in one trace: the ancestors decide.
        var around = sighting.parent
        for _ in 0..<32 where around != 0 {
            let found = mentions.of(around, in: sighting.trace)
            if found >= 0 { return found }
            around = parent(of: around, batch)
        }
        return earliest
    }

    /// Where nothing names a conversation, what was asked may tell which one a call continues.
    mutating func stitch(_ i: Int, _ stitcher: Stitcher, _ now: UInt64) {
        let sighting = kinship.sightings[Int(accounts[i].sighting)]
        guard accounts[i].conversation.isAbsent, sighting.role == .call else { return }
        accounts[i].stitched = stitcher.conversation(of: accounts[i], sighting, at: now) ?? 0
    }

    /// Also through spans that are not about GenAI. The selected item stays selected.
    private mutating func parent(of span: UInt64, _ batch: borrowing Batch) -> UInt64 {
        if ancestry.isEmpty {
            let selected = batch.selected
            for i in 0..<batch.itemCount {
                batch.select(i)
                ancestry[batch.spanNumber] = batch.parentNumber
            }
            batch.select(selected)
        }
        return ancestry[span] ?? 0
    }

    /// The span id of the failed attempt that an account's call repeats; 0 where it repeats none.
    func retried(_ account: Int) -> UInt64 {
        guard kinship.hasFailures else { return 0 }
        let i = Int(accounts[account].sighting)
        guard kinship.sightings[i].role == .call, !kinship.sightings[i].marks.contains(.root) else { return 0 }
        return kinship.failedBefore(i)
    }
}
