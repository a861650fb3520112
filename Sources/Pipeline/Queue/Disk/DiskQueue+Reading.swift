/// The reader's thread.
extension DiskQueue {
    /// What the reader does next.
    private enum Errand {
        /// Save the progress, tidy up the files that hold nothing any more.
        case settle(DiskQueueState.Settlement)
        /// They are still in memory.
        case hand(Taker, [Payload], Range<UInt64>)
        case read(DiskQueueState.Reading, Taker)
        case sayNothingMore([Taker])
        case wait
        case stop
    }

    /// Saves progress and serves takers until the queue has ended. What was delivered is noted before anything new is brought: a process
    /// that dies has at most what is under way to deliver twice.
    func read() {
        guard var progressFile = state.withLock({ $0.opened?.log.progressFile }) else { return }
        var reader = LogReader(folder, disk, budget)
        while true {
            switch state.withLock({ Self.errand(&$0) }) {
            case .settle(let settlement):
                save(settlement.progress, &progressFile)
                reader.forget(settlement.doomed)
                if let spare = settlement.spare { folder.spare(spare) }
                for base in settlement.doomed where base != settlement.spare { folder.remove(base) }
            case .hand(let taker, let payloads, let positions):
                taker.continuation.resume(returning: Payload.joined(payloads).map { Taken(payload: $0, positions: positions) })
            case .read(let reading, let taker): serve(taker, reading, &reader)
            case .sayNothingMore(let takers): for taker in takers { taker.continuation.resume(returning: nil) }
            case .wait: readerBell.wait(nanoseconds: nil)
            case .stop:
                do throws(DiskError) { try progressFile.sync() } catch { troubles.failed(error, "some may be delivered twice") }
                return
            }
        }
    }

    private static func errand(_ state: inout State) -> Errand {
        if let settlement = state.queue.settle() { return .settle(settlement) }
        if let taker = state.takers.first {
            if let (payloads, positions) = state.queue.takeTail(upTo: taker.limitBytes) {
                return .hand(state.takers.removeFirst(), payloads, positions)
            }
            if let reading = state.queue.nextReading() { return .read(reading, state.takers.removeFirst()) }
            if state.queue.isDrained() || state.hasEnded {
                defer { state.takers = [] }
                return .sayNothingMore(state.takers)
            }
        }
        return state.hasEnded ? .stop : .wait
    }

    private func serve(_ taker: Taker, _ reading: DiskQueueState.Reading, _ reader: inout LogReader) {
        let result = reader.read(reading, upTo: taker.limitBytes)
        for damage in result.damages { troubles.found(damage) }
        let missing = state.withLock { state in
            let missing = state.queue.read(
                reading, to: result.position, taken: result.payload.map { Tally($0.signal, $0.items) }, damaged: result.damagedItems)
            // Nobody got it: the taker waits on, first in the row.
            if missing == nil || result.payload == nil { state.takers.insert(taker, at: 0) }
            return missing
        }
        guard let missing else { return }
        books.dropped(missing, .damaged)
        guard let payload = result.payload else { return }
        taker.continuation.resume(returning: Taken(payload: payload, positions: reading.range.lowerBound..<result.position))
    }

    private func save(_ progress: Progress, _ file: inout ProgressFile) {
        do throws(DiskError) { try file.save(progress) } catch { troubles.failed(error, "after a crash some may be delivered twice") }
    }
}
