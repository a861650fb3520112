import OTLP
import Settings

/// The components a pipeline file may name. A list of values: adding one is one line where the list is written.
package struct Catalog: Sendable {
    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// The table of a pipeline file in which a component stands.
    package enum Role: String, Sendable, CaseIterable {
        case receivers, processors, connectors, exporters

        /// One of them.
        package var singular: String { String(rawValue.dropLast()) }
    }

    /// A component that was made.
    enum Instance: Sendable {
        case receiver(any Receiver)
        case processor(any Processor)
        case connector(any Connector)
        case exporter(any Exporter)
        case sink(any Sink)
    }

    /// One component: what it is called, what it takes, how it is made.
    package struct Entry: Sendable {
        package let role: Role
        package let kind: String
        package let summary: String
        /// Signals it takes from the pipelines that name it.
        package let consumes: Set<Signal>
        /// Signals it brings to the pipelines that name it as a receiver.
        package let produces: Set<Signal>
        /// Exporters with a queue have the keys `queue` and `retry`.
        let isQueued: Bool
        /// Reads its settings, and gives what makes it.
        let decode: @Sendable (inout KeyReader) -> (@Sendable (Context) throws -> Instance)
    }

    /// The entry of a kind in a table.
    func entry(_ role: Role, _ kind: String) -> Entry? { entries.first { $0.role == role && $0.kind == kind } }

    package func kinds(_ role: Role) -> [String] { entries.filter { $0.role == role }.map(\.kind) }
}

extension Catalog.Entry {
    /// Every key it takes, those of its queue included.
    package var declarations: [Declaration] {
        Declaration.all { keys in
            _ = decode(&keys)
            if isQueued { _ = DeliverySettings(from: &keys) }
        }
    }

    package static func receiver<C: Receiver>(_: C.Type) -> Self { make(C.self, .receivers, [], C.signals) { .receiver($0) } }

    package static func processor<C: Processor>(_: C.Type) -> Self { make(C.self, .processors, C.signals, []) { .processor($0) } }

    package static func connector<C: Connector>(_: C.Type) -> Self {
        make(C.self, .connectors, [C.edge.from], [C.edge.to]) { .connector($0) }
    }

    package static func exporter<C: Exporter>(_: C.Type) -> Self { make(C.self, .exporters, C.signals, [], queued: true) { .exporter($0) } }

    package static func sink<C: Sink>(_: C.Type) -> Self { make(C.self, .exporters, C.signals, []) { .sink($0) } }

    private static func make<C: Component>(
        _: C.Type, _ role: Catalog.Role, _ consumes: Set<Signal>, _ produces: Set<Signal>, queued: Bool = false,
        _ wrap: @escaping @Sendable (C) -> Catalog.Instance
    ) -> Self {
        Self(role: role, kind: C.kind, summary: C.summary, consumes: consumes, produces: produces, isQueued: queued) { keys in
            let settings = C.Settings(from: &keys)
            return { context in wrap(try C(settings, context)) }
        }
    }
}
