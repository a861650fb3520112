/// The writer's thread.
extension DiskQueue {
    /// How long senders are kept out after the disk failed.
    private static let pauseNanoseconds: UInt64 = 1_000_000_000
    private static let intervalNanoseconds: UInt64 = 1_000_000_000

    /// Writes groups until the queue has ended and nothing waits.
    func write() {
        guard let nextBase = state.withLock({ $0.opened?.log.nextBase }) else { return }
        var writer = LogWriter(folder, disk, segmentBytes: settings.segmentBytes, from: nextBase)
        var durableEnd = nextBase
        var company = Company()
        var syncedAt = clock.monotonicNanoseconds()
        while true {
            let (group, hasEnded) = nextGroup(company)
            if !group.isEmpty {
                company = write(group, &writer, &durableEnd)
            } else if hasEnded {
                break
            } else {
                company = Company()
                writerBell.wait(nanoseconds: writer.isDirty ? Self.intervalNanoseconds : nil)
            }
            if settings.sync == .interval { syncLate(&writer, &syncedAt) }
        }
        do throws(DiskError) { try writer.close() } catch { troubles.failed(error, "a power cut now could cost what was written last") }
    }

    /// What is to be written next, empty where nothing is; waits for company as long as that pays.
    private func nextGroup(_ company: Company) -> (group: [DiskQueueState.Pending], hasEnded: Bool) {
        if company.isWorthWaiting {
            let group = state.withLock { $0.queue.nextGroup(atLeast: company.expected) }
            if !group.isEmpty { return (group, false) }
            writerBell.wait(nanoseconds: company.patienceNanoseconds)
        }
        return state.withLock { ($0.queue.nextGroup(atLeast: 1), $0.hasEnded) }
    }

    private func write(_ group: [DiskQueueState.Pending], _ writer: inout LogWriter, _ durableEnd: inout UInt64) -> Company {
        let began = clock.monotonicNanoseconds()
        var written = began
        do throws(DiskError) {
            let places = try writer.append(group)
            salt.store(writer.salt ?? 0, ordering: .relaxed)
            written = clock.monotonicNanoseconds()
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
            return Company()
        }
        let synced = clock.monotonicNanoseconds()
        for entry in group { entry.receipt?.note(isKept: true) }
        guard settings.sync == .commit else { return Company() }
        let waiting = state.withLock { $0.queue.pendingCount }
        return Company(answered: group.count, waiting: waiting, writeNanoseconds: written &- began, syncNanoseconds: synced &- written)
    }

    /// For `sync = "interval"`: what was written is synced within two intervals, whether more comes or not.
    private func syncLate(_ writer: inout LogWriter, _ syncedAt: inout UInt64) {
        let now = clock.monotonicNanoseconds()
        guard writer.isDirty, now >= syncedAt + Self.intervalNanoseconds else { return }
        syncedAt = now
        do throws(DiskError) { try writer.sync() } catch { troubles.failed(error, "a power cut now could cost what was written last") }
    }
}
