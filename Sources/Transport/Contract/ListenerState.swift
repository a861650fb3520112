import NIOCore
import NIOSSL
import Synchronization

/// What all connections of one listener share.
final class ListenerState: Sendable {
    let handler: any IngestHandler
    let refusals: any RefusalAnswering & Sendable
    let limits: TransportLimits
    let counts: TransportCounts
    /// Nil: connections are not encrypted.
    let tls: Reloading<NIOSSLContext>?
    private let closing = Atomic<Bool>(false)
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    init(handler: any IngestHandler & RefusalAnswering, limits: TransportLimits, counts: TransportCounts, tls: Reloading<NIOSSLContext>?) {
        self.handler = handler
        self.refusals = handler
        self.limits = limits
        self.counts = counts
        self.tls = tls
    }

    var isClosing: Bool { closing.load(ordering: .relaxed) }

    /// Counts a refusal and puts it into words.
    func refuse(_ refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        counts.refuse(refusal)
        return refusals.answer(to: refusal, head)
    }

    /// Takes in a connection; false where there are too many.
    func open(_ channel: any Channel) -> Bool {
        let admitted = counts.connect(limit: limits.maxConnections)
        channels.withLock { $0[ObjectIdentifier(channel)] = channel }
        channel.closeFuture.whenComplete { [weak channel] _ in
            self.counts.disconnect()
            if let channel { self.channels.withLock { $0[ObjectIdentifier(channel)] = nil } }
        }
        return admitted
    }

    /// No request begins from here on; connections close once they have answered.
    func close() -> [any Channel] {
        closing.store(true, ordering: .relaxed)
        return channels.withLock { Array($0.values) }
    }
}
