import NIOCore

/// Decides when a connection is asked whether it is alive, given up, or no longer needed. Without clocks of its own.
struct GRPCWatch {
    enum Finding {
        case fine, ask, idle
        case silent(String)
    }

    private let target: GRPCTarget?
    private var openedAt: NIODeadline
    private var heardAt: NIODeadline
    private var usedAt: NIODeadline
    private var askedAt: NIODeadline?

    /// Watches nothing, until there is a connection.
    init() {
        target = nil
        (openedAt, heardAt, usedAt) = (.distantFuture, .distantFuture, .distantFuture)
    }

    init(_ target: GRPCTarget, now: NIODeadline) {
        self.target = target
        (openedAt, heardAt, usedAt) = (now, now, now)
    }

    /// How often to look: often enough for the shortest of the target's patience.
    var interval: TimeAmount {
        guard let target else { return .seconds(1) }
        let shortest = min(target.connectTimeout, target.keepaliveAfter, target.pingTimeout, target.idleTimeout)
        return .nanoseconds(max(shortest.nanoseconds / 4, 1_000_000))
    }

    mutating func heard(_ now: NIODeadline) {
        heardAt = now
        askedAt = nil
    }

    mutating func used(_ now: NIODeadline) { usedAt = now }

    /// Whether a ping is to be sent: not while one is under way.
    mutating func asks(_ now: NIODeadline) -> Bool {
        guard askedAt == nil else { return false }
        askedAt = now
        return true
    }

    func look(_ now: NIODeadline, isBusy: Bool, isReady: Bool) -> Finding {
        guard let target else { return .fine }
        guard isReady else { return now - openedAt >= target.connectTimeout ? .silent("no HTTP/2 SETTINGS in time") : .fine }
        if let askedAt { return now - askedAt >= target.pingTimeout ? .silent("no answer to a ping") : .fine }
        if isBusy { return now - max(heardAt, usedAt) >= target.keepaliveAfter ? .ask : .fine }
        return now - max(heardAt, usedAt) >= target.idleTimeout ? .idle : .fine
    }
}
