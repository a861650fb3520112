import Logging
import OTLP

/// A plan brought to life: every component made once (processors once for each pipeline), lanes tied to queues. Nothing runs yet.
struct Assembly {
    var receivers: [(name: String, receiver: any Receiver, outlet: Outlet)] = []
    var connectors: [(name: String, connector: any Connector, outlet: Outlet)] = []
    var deliveries: [Delivery] = []
    var exporters: [(name: String, exporter: any Exporter)] = []
    /// By pipeline: `processors.NAME` once for each.
    var processors: [(name: String, processor: any Processor)] = []

    init(_ plan: Plan, _ context: Context) throws(AssemblyError) {
        var parts = Parts(context: context)
        for part in plan.parts where part.role != .processors { try parts.make(part) }
        deliveries = parts.deliveries
        exporters = parts.exporters
        var lanes: [(pipeline: Plan.Pipeline, processors: [any Processor])] = []
        for pipeline in plan.pipelines {
            lanes.append((pipeline, try parts.processors(of: pipeline, plan)))
        }
        let pool = BatchPool(keys: context.keys.table)
        var byReceiver: [String: [Signal: [Lane]]] = [:]
        for (pipeline, processors) in lanes {
            self.processors += zip(pipeline.processors, processors).map { (name: $0, processor: $1) }
            let lane = parts.lane(pipeline, processors, pool)
            for name in pipeline.receivers { byReceiver[name, default: [:]][pipeline.signal, default: []].append(lane) }
        }
        for (name, receiver) in parts.receivers { receivers.append((name, receiver, parts.outlet(name, byReceiver))) }
        for (name, connector) in parts.connectors { connectors.append((name, connector, parts.outlet(name, byReceiver))) }
    }
}

/// A component could not be made. The message is its own.
package struct AssemblyError: Error, CustomStringConvertible {
    package let component: String
    package let reason: any Error
    package var description: String { "\(component): \(reason)" }
}

/// Components by name while an assembly is built.
private struct Parts {
    let context: Context
    var receivers: [(String, any Receiver)] = []
    var connectors: [(String, any Connector)] = []
    var exporters: [(name: String, exporter: any Exporter)] = []
    var deliveries: [Delivery] = []
    private var sinks: [String: any Sink] = [:]
    private var queues: [String: any SendQueue] = [:]

    init(context: Context) { self.context = context }

    mutating func make(_ part: Plan.Part) throws(AssemblyError) {
        switch try instance(part) {
        case .receiver(let receiver): receivers.append((part.name, receiver))
        case .connector(let connector): connectors.append((part.name, connector))
        case .sink(let sink): sinks[part.name] = sink
        case .exporter(let exporter): add(exporter, part)
        case .processor: break
        }
    }

    func processors(of pipeline: Plan.Pipeline, _ plan: Plan) throws(AssemblyError) -> [any Processor] {
        var made: [any Processor] = []
        for name in pipeline.processors {
            guard let part = plan.parts.first(where: { $0.role == .processors && $0.name == name }) else { continue }
            if case .processor(let processor) = try instance(part) { made.append(processor) }
        }
        return made
    }

    private func instance(_ part: Plan.Part) throws(AssemblyError) -> Catalog.Instance {
        let section = "\(part.role.rawValue).\(part.name)"
        do {
            return try part.make(context.named(section))
        } catch {
            throw AssemblyError(component: section, reason: error)
        }
    }

    private mutating func add(_ exporter: any Exporter, _ part: Plan.Part) {
        let books = Books(exporter: part.name, meters: context.meters)
        let settings = part.delivery
        let queue = queue(settings.queue, part.name, books)
        let deadLetters = settings.deadLetter.map {
            DeadLetters(exporter: part.name, path: $0, sizeBytes: settings.deadLetterBytes, context: context)
        }
        queues[part.name] = queue
        exporters.append((part.name, exporter))
        deliveries.append(
            Delivery(
                name: "exporters.\(part.name)", exporter: exporter, queue: queue, books: books, deadLetters: deadLetters,
                policy: settings.retry, clock: context.clock, log: context.log))
        context.meters.source { Self.samples(of: queue, part.name) }
    }

    private func queue(_ settings: QueueSettings, _ name: String, _ books: Books) -> any SendQueue {
        if let onDisk = settings.onDisk { return DiskQueue(exporter: name, settings: onDisk, books: books, context: context) }
        return MemoryQueue(capacityBytes: settings.sizeBytes, whenFull: settings.whenFull, books: books)
    }

    private static func samples(of queue: any SendQueue, _ name: String) -> [Sample] {
        func gauge(_ series: String, _ value: Int, _ help: String) -> Sample {
            Sample(name: series, labels: [("exporter", name)], value: Double(value), kind: .gauge, help: help)
        }
        return [
            gauge("weir_exporter_queue_bytes", queue.bytes, "Bytes that wait or are under way."),
            gauge("weir_exporter_queue_capacity_bytes", queue.capacityBytes, "Bytes that the queue may hold."),
        ]
    }

    func lane(_ pipeline: Plan.Pipeline, _ processors: [any Processor], _ pool: BatchPool) -> Lane {
        Lane(
            name: pipeline.name, signal: pipeline.signal,
            beginnings: pipeline.receivers.compactMap(connector), processors: processors,
            connectors: pipeline.exporters.compactMap(connector),
            sinks: pipeline.exporters.compactMap { sinks[$0] }, queues: pipeline.exporters.compactMap { queues[$0] }, pool: pool,
            context: context)
    }

    private func connector(_ name: String) -> (any Connector)? { connectors.first { $0.0 == name }?.1 }

    func outlet(_ name: String, _ lanes: [String: [Signal: [Lane]]]) -> Outlet {
        Outlet(lanes: lanes[name] ?? [:], counts: ReceiverCounts(receiver: name, meters: context.meters), context: context)
    }
}
