import Pipeline
import Transport

/// Says and counts what became of certificates that were replaced while the receiver runs.
struct Certificates: Sendable {
    private let log: @Sendable (String) -> Void
    private let troubles: Troubles
    private let name: String
    private let reloaded: Counter
    private let kept: Counter

    init(_ context: Context) {
        name = context.name
        let logger = context.log
        log = { logger.info("\($0)") }
        troubles = Troubles(log: context.log, clock: context.clock)
        func counter(_ result: String) -> Counter {
            context.meters.counter(
                "weir_receiver_tls_reloads_total", [("receiver", ReceiverSamples.label(context.name)), ("result", result)],
                help: "Changes of certificate files: reloaded, or kept where the new ones cannot be used.")
        }
        reloaded = counter("reloaded")
        kept = counter("kept")
    }

    @Sendable func note(_ notice: ReloadNotice) {
        switch notice {
        case .reloaded:
            reloaded.add()
            log("\(name): certificates were reloaded")
        case .kept(let fault):
            kept.add()
            troubles.report("\(name): the old certificates stay in use: \(fault)")
        }
    }
}
