import NIOCore

/// Tells clients that keep a connection alive from those that flood it with PING, SETTINGS and PRIORITY frames.
///
/// Frames that follow one another quickly are counted; an answered request or a pause begins anew. So a client may ping once for each
/// answer however fast those come, and for ever at long intervals. Source: grpc/doc/keepalive.md, "Server Enforcement".
struct ControlFrameGuard {
    private static let pause = TimeAmount.seconds(5)

    private let limit: Int
    private var count = 0
    private var last = NIODeadline.uptimeNanoseconds(0)

    init(limit: Int) { self.limit = limit }

    /// False where it was one too many.
    mutating func admit(now: NIODeadline) -> Bool {
        if now - last >= Self.pause { count = 0 }
        last = now
        count += 1
        return count <= limit
    }

    mutating func requestWasAnswered() { count = 0 }
}
