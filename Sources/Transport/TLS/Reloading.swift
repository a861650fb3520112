import NIOCore
import Synchronization

/// What was made of some files, made anew when they change; while they cannot be used, what was made before stays.
///
/// There is no thread that watches: whoever asks for the value looks, at most once in an interval, whether a file has changed. Looking
/// is one `stat` for each file; of a change, one reader loads while the others go on with the old value.
package final class Reloading<Loaded: Sendable>: Sendable {
    private struct State {
        var loaded: Loaded
        /// Of the newest files that were tried, whether they could be used or not.
        var stamps: FileStamps
        var nextLook: NIODeadline
    }

    private let files: [String]
    private let interval: TimeAmount
    private let notice: @Sendable (ReloadNotice) -> Void
    private let load: @Sendable () throws(TLSFault) -> Loaded
    private let state: Mutex<State>

    package init(
        files: [String], every interval: Duration = .seconds(1), notice: @escaping @Sendable (ReloadNotice) -> Void,
        load: @escaping @Sendable () throws(TLSFault) -> Loaded
    ) throws(TLSFault) {
        self.files = files
        self.interval = .nanoseconds(interval.wholeNanoseconds)
        self.notice = notice
        self.load = load
        // Stamped before they are read: what changes in between is seen at the next look.
        let stamps = FileStamps(files)
        state = Mutex(State(loaded: try load(), stamps: stamps, nextLook: .now() + .nanoseconds(interval.wholeNanoseconds)))
    }

    /// The value of the newest files that could be used.
    package var current: Loaded {
        let (loaded, isDue) = state.withLock { state in
            let now = NIODeadline.now()
            guard now >= state.nextLook else { return (state.loaded, false) }
            state.nextLook = now + interval
            return (state.loaded, true)
        }
        return isDue ? look(loaded) : loaded
    }

    private func look(_ old: Loaded) -> Loaded {
        let stamps = FileStamps(files)
        let isNew = state.withLock { state in
            defer { state.stamps = stamps }
            return state.stamps != stamps
        }
        guard isNew else { return old }
        do throws(TLSFault) {
            let loaded = try load()
            state.withLock { $0.loaded = loaded }
            notice(.reloaded)
            return loaded
        } catch {
            notice(.kept(error))
            return old
        }
    }
}

/// What came of files that have changed.
package enum ReloadNotice: Sendable, Equatable {
    case reloaded
    /// They cannot be used, so the old ones stay.
    case kept(TLSFault)
}
