import Glibc

/// Wakes one thread. A ring before the wait is not lost; several are one.
///
/// The condition variable of POSIX: the standard library's locks cannot be waited on, and a pipe could fail for want of descriptors.
/// `@unchecked`: everything in it is guarded by the mutex in it.
final class Bell: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isRung = false

    init() {
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func ring() {
        pthread_mutex_lock(mutex)
        isRung = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Comes back when it was rung, or after `nanoseconds` (nil = only then).
    func wait(nanoseconds: UInt64?) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        defer { isRung = false }
        guard let nanoseconds else {
            while !isRung { pthread_cond_wait(condition, mutex) }
            return
        }
        var until = timespec()
        clock_gettime(CLOCK_MONOTONIC, &until)
        let sum = until.tv_nsec + Int(clamping: nanoseconds % 1_000_000_000)
        until.tv_sec += Int(clamping: nanoseconds / 1_000_000_000) + sum / 1_000_000_000
        until.tv_nsec = sum % 1_000_000_000
        while !isRung, pthread_cond_timedwait(condition, mutex, &until) == 0 {}
    }
}
