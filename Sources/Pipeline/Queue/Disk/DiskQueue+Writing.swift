/// The writer's thread.
extension DiskQueue {
    /// How long senders are kept out after the disk failed.
    private static let pauseNanoseconds: UInt64 = 1_000_000_000
    private static let intervalMilliseconds = 1000
    private static let intervalNanoseconds: UInt64 = 1_000_000_000

    /// Writes groups until the queue has ended and nothing waits.
    func write() {
        guard let nextBase = state.withLock({ $0.opened?.log.nextBase }) else { return }
        var writer = LogWriter(folder, disk, segmentBytes: settings.segmentBytes, from: nextBase)
        var durableEnd = nextBase
        var syncedAt = clock.monotonicNanoseconds()
        while true {
            let (group, hasEnded) = state.withLock { ($0.queue.nextGroup(), $0.hasEnded) }
            if !group.isEmpty {
                write(group, &writer, &durableEnd)
            } else if hasEnded {
                break
            } else {
                writerBell.wait(milliseconds: writer.isDirty ? Self.intervalMilliseconds : nil)
            }
            if settings.sync == .interval { syncLate(&writer, &syncedAt) }
        }
        do throws(DiskError) { try writer.close() } catch { troubles.failed(error, "a power cut now could cost what was written last") }
    }

    private func write(_ group: [DiskQueueState.Pending], _ writer: inout LogWriter, _ durableEnd: inout UInt64) {
        do throws(DiskError) {
            let places = try writer.append(group.map(\.payload))
            if settings.sync == .commit { try writer.sync() }
            durableEnd = places.last?.record.positions.upperBound ?? durableEnd
            for entry in group { books.accepted(entry.payload) }
            state.withLock { $0.queue.wrote(places, group) }
            readerBell.ring()
        } catch {
            troubles.failed(error, "senders are asked to wait")
            writer.abandon(durableEnd: durableEnd)
            let until = clock.monotonicNanoseconds() + Self.pauseNanoseconds
            state.withLock { $0.queue.failed(group, until: until) }
            readerBell.ring()
            for entry in group { entry.receipt?.note(isKept: false) }
            return
        }
        for entry in group { entry.receipt?.note(isKept: true) }
    }

    /// For `sync = "interval"`: what was written is synced within two intervals, whether more comes or not.
    private func syncLate(_ writer: inout LogWriter, _ syncedAt: inout UInt64) {
        let now = clock.monotonicNanoseconds()
        guard writer.isDirty, now >= syncedAt + Self.intervalNanoseconds else { return }
        syncedAt = now
        do throws(DiskError) { try writer.sync() } catch { troubles.failed(error, "a power cut now could cost what was written last") }
    }
}
