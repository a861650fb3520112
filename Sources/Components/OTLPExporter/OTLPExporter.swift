import OTLP
import Pipeline
import Settings
import Transport
import Wire

/// Sends OTLP to a backend: `[exporters.otlp]`.
///
/// Source: OTLP specification, https://opentelemetry.io/docs/specs/otlp/
struct OTLPExporter: Exporter {
    static let kind = "otlp"
    static let summary = "sends OTLP to a backend over HTTP or gRPC"

    private let settings: OTLPExporterSettings
    private let backend: any OTLPBackend
    private let unfinished: UnfinishedParts
    private let rejectedItems: [Counter]
    private let halvings: Counter
    private let troubles: Troubles
    private let name: String

    /// Reads the files of TLS, so that what is wrong with them is said before anything runs.
    init(_ settings: OTLPExporterSettings, _ context: Context) throws {
        self.settings = settings
        let (name, log) = (context.name, context.log)
        self.name = name
        let notice: @Sendable (ReloadNotice) -> Void = { notice in
            switch notice {
            case .reloaded: log.info("\(name): new certificates")
            case .kept(let fault): log.warning("\(name): the old certificates are kept: \(fault)")
            }
        }
        switch settings.speech {
        case .http: backend = try HTTPBackend(settings, context.clock, notice: notice)
        case .grpc: backend = try GRPCBackend(settings, notice: notice)
        }
        if settings.tls?.skipsVerification == true { log.warning("\(name): believes every certificate (insecure_skip_verify)") }
        unfinished = UnfinishedParts(limit: settings.connections)
        troubles = Troubles(log: log, clock: context.clock)
        let label = ("exporter", String(name.drop { $0 != "." }.dropFirst()))
        rejectedItems = Signal.allCases.map {
            context.meters.counter(
                "weir_exporter_rejected_items_total", [label, ("signal", $0.name)],
                help: "Items of delivered requests that the backend did not take (OTLP partial success, or a part refused).")
        }
        halvings = context.meters.counter(
            "weir_exporter_halved_requests_total", [label], help: "Requests that the backend found too large and got in halves.")
    }

    var batchBytes: Int { settings.maxBatchBytes }
    var deliveries: Int { settings.connections }

    /// Keeps the connections until the queue is drained.
    func run() async throws {
        try? await Task.sleep(for: .seconds(Int64.max >> 32))
        await backend.close()
    }

    func export(_ payload: Payload) async throws(ExportError) {
        var portions = unfinished.take(payload) ?? Portions(payload, limitBytes: settings.maxBatchBytes)
        while let request = try next(portions) {
            do throws(SendFailure) {
                let partial = try await backend.send(request, payload.signal)
                portions.delivered()
                note(partial, payload)
            } catch {
                try cope(error, request, &portions)
            }
        }
        try conclude(portions)
    }

    private func next(_ portions: Portions) throws(ExportError) -> Bytes? {
        do throws(WireError) { return try portions.next() } catch { throw .refused(error) }
    }

    private func cope(_ failure: SendFailure, _ request: Bytes, _ portions: inout Portions) throws(ExportError) {
        switch failure {
        case .retry(let after, let error):
            unfinished.hold(portions)
            throw .retry(after: after, error)
        case .refused(let error): portions.refused(error)
        case .tooLarge(let error):
            guard portions.halve() else { return portions.refused(error) }
            halvings.add()
            troubles.report("\(name): \(error); \(request.count) bytes go in halves: a smaller max_batch would save the way")
        }
    }

    /// A payload of which nothing was taken is refused; one of which something was is delivered, and the rest is counted as rejected.
    private func conclude(_ portions: Portions) throws(ExportError) {
        guard let refusal = portions.refusal else { return }
        guard portions.hasDelivered else { throw .refused(refusal) }
        reject(portions.refusedItems, portions.payload.signal, "\(refusal)")
    }

    /// What a backend did not take of a request is never sent again: it is counted, and said.
    private func note(_ partial: PartialSuccess, _ payload: Payload) {
        if !partial.isEmpty { reject(Int(clamping: partial.rejected), payload.signal, String(partial.message.prefix(300))) }
    }

    private func reject(_ items: Int, _ signal: Signal, _ why: String) {
        rejectedItems[Int(signal.rawValue)].add(items)
        troubles.report("\(name): the backend did not take \(items) \(signal.name): \(why)")
    }
}
