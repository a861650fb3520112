import OTLP
import Pipeline
import Wire

/// One path being read, through all the files that it comes to lead to.
struct FileReading: Sendable {
    let path: String
    let settings: FileReceiverSettings
    let context: Context
    let counts: FileCounts
    let ledger: ReadLedger?

    /// Ends at the end of the file, or when cancelled.
    func run(_ outlet: Outlet) async throws {
        guard settings.follow else { return try await readOnce(outlet) }
        while true {
            guard let source = try await opened() else { continue }
            do {
                try await follow(source, outlet)
            } catch let trouble as CaptureTrouble {
                counts.troubles.report("\(context.name): \(trouble)")
                try await context.clock.sleep(settings.poll)
            }
        }
    }

    private func readOnce(_ outlet: Outlet) async throws {
        let source = try source(isGrowing: false)
        var patience = Patience()
        while true {
            switch try await step(source, outlet) {
            case .moved: patience = Patience()
            case .end: return
            case .silence: try await context.clock.sleep(patience.next())
            }
        }
    }

    // MARK: - Following

    /// Nil while the path leads nowhere.
    private func opened() async throws -> CaptureSource? {
        do throws(CaptureTrouble) {
            return try source(isGrowing: true)
        } catch {
            counts.troubles.report("\(context.name): \(error); waiting for it")
        }
        try await context.clock.sleep(settings.poll)
        return nil
    }

    /// Returns when the path leads to another file, or the file was cut short.
    private func follow(_ source: CaptureSource, _ outlet: Outlet) async throws {
        while true {
            guard case .moved = try await step(source, outlet) else {
                switch whatBecame(of: source) {
                case .same: try await context.clock.sleep(settings.poll)
                case .replaced: return try await finish(source, outlet)
                case .cutShort: return
                }
                continue
            }
        }
    }

    private enum Fate { case same, replaced, cutShort }

    private func whatBecame(of source: CaptureSource) -> Fate {
        guard let open = source.identity, let now = CaptureFile.identity(at: path) else { return .same }
        guard now.isSameFile(as: open) else { return .replaced }
        return now.isRegular && now.size < source.offset ? .cutShort : .same
    }

    /// Its writer may have written more between our last look and the change; and a last line may lack its end.
    private func finish(_ source: CaptureSource, _ outlet: Outlet) async throws {
        while case .moved = try await step(source, outlet) {}
        while try await handle(source.last(), source, outlet) {}
    }

    // MARK: - One step

    private enum Progress { case moved, end, silence }

    private func step(_ source: CaptureSource, _ outlet: Outlet) async throws -> Progress {
        try Task.checkCancellation()
        let before = source.offset
        let step = try source.next()
        counts.bytes.add(source.offset - before)
        if try await handle(step, source, outlet) { return .moved }
        if case .silence = step { return .silence }
        return .end
    }

    /// Whether it was something.
    private func handle(_ step: CaptureSource.Step, _ source: CaptureSource, _ outlet: Outlet) async throws -> Bool {
        switch step {
        case .request(let request):
            try await submit(request, outlet)
            note(request, source)
            return true
        case .malformed(let reason):
            passOver(reason)
            return true
        case .end, .silence: return false
        }
    }

    private func submit(_ request: CaptureRequest, _ outlet: Outlet) async throws {
        switch Result(catching: { () throws(CaptureTrouble) in try request.protobuf(signal: settings.signal) }) {
        case .failure(let trouble): passOver(trouble.reason)
        case .success(let (bytes, signal)):
            guard outlet.serves(signal) else { return passOver("\(signal.name), which no pipeline takes from here") }
            try await submit(bytes, signal, outlet)
        }
    }

    /// Waits while the pipeline has no room.
    private func submit(_ bytes: Bytes, _ signal: Signal, _ outlet: Outlet) async throws {
        while true {
            switch await outlet.submit(bytes, signal) {
            case .accepted: return
            case .invalid(let reason): return passOver(reason)
            case .busy(let wait): try await context.clock.sleep(wait)
            }
        }
    }

    private func passOver(_ reason: String) {
        counts.malformed.add()
        counts.troubles.report("\(context.name): \(path): passed over: \(reason)")
    }

    private func note(_ request: CaptureRequest, _ source: CaptureSource) {
        guard let ledger, !source.isGzip, let file = source.identity, file.isRegular else { return }
        do throws(CaptureTrouble) {
            try ledger.note(path, file, request.end, now: context.clock.monotonicNanoseconds())
        } catch {
            counts.troubles.report("\(context.name): \(error)")
        }
    }

    private func source(isGrowing: Bool) throws(CaptureTrouble) -> CaptureSource {
        var options = CaptureSource.Options()
        options.shape = settings.shape
        options.isGrowing = isGrowing
        options.recordBytes = settings.recordBytes
        if let ledger, let file = CaptureFile.identity(at: path) { options.start = ledger.place(path, file) }
        return try CaptureSource(path, options)
    }
}

/// How long to wait for a silent pipe: little at first, so that a writer who pauses is hardly noticed.
private struct Patience {
    private var wait = Duration.milliseconds(1)

    mutating func next() -> Duration {
        defer { wait = min(wait * 2, .milliseconds(50)) }
        return wait
    }
}
