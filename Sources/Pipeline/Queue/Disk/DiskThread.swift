import Glibc

/// A thread of its own for work that waits for the disk: neither an event loop nor a task's thread may.
struct DiskThread {
    /// Runs `body` on a new thread and comes back when it ended.
    static func run(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let work = Work(body: body, continuation: continuation)
            var thread = pthread_t()
            let begin: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
                guard let argument else { return nil }
                let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                work.body()
                work.continuation.resume()
                return nil
            }
            let argument = Unmanaged.passRetained(work)
            if pthread_create(&thread, nil, begin, argument.toOpaque()) == 0 {
                pthread_detach(thread)
            } else {
                // No thread to be had: the caller's does it.
                argument.release()
                body()
                continuation.resume()
            }
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        let continuation: CheckedContinuation<Void, Never>

        init(body: @escaping @Sendable () -> Void, continuation: CheckedContinuation<Void, Never>) {
            self.body = body
            self.continuation = continuation
        }
    }
}
