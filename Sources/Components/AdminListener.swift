import Admin
import Metrics
import Pipeline
import Settings
import Store
import Transport
import View

/// The admin listener of one running Weir: readiness, own telemetry, and what components put on the board.
package struct AdminListener: Sendable {
    private let plan: Plan
    private let context: Context
    private let readiness: Readiness
    private let version: String

    package init(plan: Plan, context: Context, readiness: Readiness, version: String) {
        self.plan = plan
        self.context = context
        self.readiness = readiness
        self.version = version
    }

    /// Serves until cancelled, or not at all where the file gives no address. An address in use is said and does not stop the pipeline.
    package func run() async throws {
        guard let address = plan.admin.listen else { return }
        let server = AdminServer(
            host: address.host, port: address.port,
            sources: .init(
                isReady: { readiness.isReady }, missing: { readiness.missing }, metrics: metrics, status: status,
                gzip: { $0.withUnsafeBytes { Deflate.gzip($0) } }), pages: pages, gate: gate, onListening: { AcceptPause.guarding($0) })
        warnOfExposure(address)
        let log = context.log
        try await server.run { port in log.info("admin: http://\(address.host.contains(":") ? "[\(address.host)]" : address.host):\(port)")
        }
    }

    /// Who may see them, where the file says.
    private var gate: AdminGate? {
        plan.admin.auth?.credentials.map { credentials in
            AdminGate(challenge: credentials.challenge) { credentials.admit($0) }
        }
    }

    private func warnOfExposure(_ address: Address) {
        guard gate == nil, !address.isLoopback else { return }
        context.log.warning("admin: listening on \(address) without authentication: anyone who reaches it sees what is kept")
    }

    /// The view's pages, where some exporter keeps a store for them.
    private var pages: [AdminPage] {
        guard let door = context.board.offers(StoreDoor.self).first else { return [] }
        let clock = context.clock
        let http = receiver("http")
        let flow = FlowReader(context)
        let view = ViewPages(
            queries: OpenStore(door: door), http: "http://\(http ?? "127.0.0.1:4318")",
            grpc: "http://\(receiver("grpc") ?? "127.0.0.1:4317")",
            flow: { flow.read() }, recost: recost(door), prices: priceDesk, now: { Int64(clamping: clock.unixNanoseconds()) })
        guard let http else { return view.everything(send: nil) }
        let sender = SampleSender(url: "http://\(http)/v1/traces")
        return view.everything { try await sender.send($0) }
    }

    /// Costs anew, where some processor computes costs.
    private func recost(_ door: StoreDoor) -> Recost? {
        guard let prices = context.board.offers(PriceSource.self).first else { return nil }
        return { question in
            guard let store = door.openStore else { throw StoreError.closed }
            guard let book = prices.book() else { return nil }
            return try await store.recost(question, BlockCosts(book))
        }
    }

    /// The price table, where some processor has one.
    private var priceDesk: (any PriceDesk)? {
        context.board.offers(PriceSource.self).first.flatMap { source in source.book().map { _ in PriceCounter(source) } }
    }

    /// Where OTLP is received, as a receiver says.
    private func receiver(_ transport: String) -> String? {
        context.board.facts.lazy.filter { $0.name.hasPrefix("receivers.") }.flatMap(\.facts).first { $0.0 == transport }?.1
    }

    /// Own telemetry and what the prometheus exporter holds, as one exposition.
    @Sendable private func metrics(_ format: ExpositionFormat) -> [UInt8] {
        let own = context.meters.samples.map {
            OwnSample(name: $0.name, labels: $0.labels, value: $0.value, kind: $0.kind == .counter ? .counter : .gauge, help: $0.help)
        }
        return context.board.exposition(format == .openMetrics ? .openMetrics : .text) + OwnSample.render(own, format)
    }

    @Sendable private func status() -> String {
        let pipelines = plan.pipelines.map { pipeline in
            JSONText.object([
                ("name", .text(pipeline.name)), ("signal", .text(pipeline.signal.name)), ("receivers", .texts(pipeline.receivers)),
                ("processors", .texts(pipeline.processors)), ("exporters", .texts(pipeline.exporters)),
            ])
        }
        let facts = context.board.facts.map { entry in
            (entry.name, JSONText.object(entry.facts.map { ($0.0, .text($0.1)) }))
        }
        return JSONText.object([
            ("version", .text(version)), ("ready", .flag(readiness.isReady)), ("waiting_for", .texts(readiness.missing)),
            ("memory", .object([("used_bytes", .number(context.budget.usedBytes)), ("limit_bytes", .number(context.budget.limitBytes))])),
            ("pipelines", .list(pipelines)), ("components", .object(facts)),
        ]).written
    }
}

/// The little JSON that the status page needs.
private indirect enum JSONText {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONText])
    case object([(String, JSONText)])

    static func texts(_ strings: [String]) -> JSONText { .list(strings.map { .text($0) }) }

    var written: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .list(let elements): "[" + elements.map(\.written).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\(Self.quoted($0.0)):\($0.1.written)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
