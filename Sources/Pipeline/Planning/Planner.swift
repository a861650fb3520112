import OTLP
import Settings

/// Reads a pipeline file against a catalog. All mistakes are in the document's list; a plan comes out only where there is none.
package struct Planner {
    private let catalog: Catalog

    package init(_ catalog: Catalog) { self.catalog = catalog }

    package func plan(_ document: Document) -> Plan? {
        guard document.mistakes.isEmpty else { return nil }
        refuseUnknownTables(document)
        let admin = readAdmin(document)
        let found = Catalog.Role.allCases.flatMap { sections($0, document) }
        let pipelines = readPipelines(document)
        refuseSharedNames(found, document)
        let check = PlanCheck(
            sections: found.compactMap { section in section.entry.map { .init(role: section.role, name: section.name, entry: $0) } },
            pipelines: pipelines.map(\.written))
        let report = FaultReport(document: document, pipelines: pipelines, unknownKinds: found.filter { $0.entry == nil }.map(\.name))
        for fault in check.faults { report.note(fault) }
        guard document.mistakes.isEmpty else { return nil }
        return Plan(
            admin: admin, parts: found.compactMap(\.part),
            pipelines: pipelines.map { pipeline in
                Plan.Pipeline(
                    name: pipeline.written.name, signal: pipeline.written.signal, receivers: pipeline.written.receivers,
                    processors: pipeline.written.processors, exporters: pipeline.written.exporters)
            })
    }

    // MARK: - Tables

    private func refuseUnknownTables(_ document: Document) {
        let known = ["admin", "pipelines"] + Catalog.Role.allCases.map(\.rawValue)
        for node in document.root.children where !known.contains(node.key) {
            document.mistakes.add(
                "unknown table '\(node.key)'", at: node.keyPlace,
                hint: Suggestion.hint(for: node.key, among: known) ?? "known: \(known.joined(separator: ", "))")
        }
        for node in document.root.children where known.contains(node.key) {
            if case .table = node.content { continue }
            document.mistakes.add("\(node.key): \(node.content.kind) is not a table", at: node.valuePlace)
        }
    }

    private func readAdmin(_ document: Document) -> AdminSettings {
        var keys = document.reader(table: "admin")
        let settings = AdminSettings(from: &keys)
        keys.finish()
        return settings
    }

    // MARK: - Components

    /// A component's section; without an entry where its kind is unknown.
    private struct Section {
        let role: Catalog.Role
        let name: String
        let place: Place
        let entry: Catalog.Entry?
        let part: Plan.Part?
    }

    private func sections(_ role: Catalog.Role, _ document: Document) -> [Section] {
        (document.root[role.rawValue]?.children ?? []).map { read($0, role, document) }
    }

    private func read(_ node: Node, _ role: Catalog.Role, _ document: Document) -> Section {
        let path = "\(role.rawValue).\(node.key)"
        guard case .table = node.content else {
            document.mistakes.add("\(path): \(node.content.kind) is not a table", at: node.valuePlace)
            return Section(role: role, name: node.key, place: node.keyPlace, entry: nil, part: nil)
        }
        var keys = document.reader(node, path: path)
        let kind = keys.string("kind", default: node.key, help: "The component; by default the section's name")
        guard let entry = catalog.entry(role, kind) else {
            document.mistakes.add(
                "\(path): there is no \(role.singular) '\(kind)'", at: node["kind"]?.valuePlace ?? node.keyPlace, hint: hint(for: kind, role))
            return Section(role: role, name: node.key, place: node.keyPlace, entry: nil, part: nil)
        }
        let make = entry.decode(&keys)
        let delivery = entry.isQueued ? DeliverySettings(from: &keys) : KeyReader.defaults(DeliverySettings.self)
        keys.finish()
        let part = Plan.Part(role: role, name: node.key, kind: kind, delivery: delivery, make: make)
        return Section(role: role, name: node.key, place: node.keyPlace, entry: entry, part: part)
    }

    private func hint(for kind: String, _ role: Catalog.Role) -> String {
        if let near = Suggestion.hint(for: kind, among: catalog.kinds(role)) { return near }
        if let other = catalog.entries.first(where: { $0.kind == kind }) { return "'\(kind)' is a \(other.role.singular)" }
        return "known: \(catalog.kinds(role).joined(separator: ", "))"
    }

    /// Pipelines name receivers and connectors, and exporters and connectors, in one list: their names must differ.
    private func refuseSharedNames(_ sections: [Section], _ document: Document) {
        for connector in sections where connector.role == .connectors {
            for other in sections where other.role != .connectors && other.role != .processors && other.name == connector.name {
                document.mistakes.add(
                    "connectors.\(connector.name): \(other.role.rawValue).\(other.name) has the same name, so a pipeline cannot tell them apart",
                    at: connector.place)
            }
        }
    }

    // MARK: - Pipelines

    private func readPipelines(_ document: Document) -> [PipelineSection] {
        let nodes = document.root["pipelines"]?.children ?? []
        if nodes.isEmpty {
            document.mistakes.add("there is no pipeline", at: document.root["pipelines"]?.keyPlace ?? .start, hint: "add [pipelines.traces]")
        }
        return nodes.compactMap { PipelineSection($0, document) }
    }
}
