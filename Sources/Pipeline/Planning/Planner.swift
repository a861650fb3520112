import OTLP
import Settings

/// Reads a pipeline file against a catalog. All mistakes are in the document's list; a plan comes out only where there is none.
package struct Planner {
    private let catalog: Catalog

    package init(_ catalog: Catalog) { self.catalog = catalog }

    package func plan(_ document: Document) -> Plan? {
        document.expectTopLevel(["admin"] + Catalog.Role.allCases.map(\.rawValue) + ["pipelines"])
        let admin = document.section("admin")?.read(as: AdminSettings.self) ?? AdminSettings()
        let components = Catalog.Role.allCases.flatMap { role in document.sections(of: role.rawValue).map { read($0, role) } }
        let pipelines = document.sections(of: "pipelines").compactMap { PipelineSection($0) }
        if pipelines.isEmpty, document.mistakes.isEmpty {
            document.mistakes.add(at: nil, "", "there is no pipeline", hint: "add [pipelines.traces]")
        }
        refuseSharedNames(components)
        let check = PlanCheck(
            sections: components.compactMap { component in
                component.entry.map { .init(role: component.role, name: component.section.name, entry: $0) }
            },
            pipelines: pipelines.map(\.written))
        let report = FaultReport(components: components, pipelines: pipelines)
        for fault in check.faults { report.note(fault) }
        guard document.mistakes.isEmpty else { return nil }
        return Plan(admin: admin, parts: components.compactMap(\.part), pipelines: pipelines.map { Plan.Pipeline($0.written) })
    }

    // MARK: - Components

    private func read(_ section: Section, _ role: Catalog.Role) -> ComponentSection {
        let kind = section.word("kind") ?? section.name
        guard let entry = catalog.entry(role, kind) else {
            section.mistake("there is no \(role.singular) '\(kind)'", hint: hint(for: kind, role))
            return ComponentSection(role: role, section: section, entry: nil, part: nil)
        }
        let part = section.read { keys in
            _ = keys.string("kind", default: section.name, help: "The component; by default the section's name")
            let make = entry.decode(&keys)
            let delivery = entry.isQueued ? DeliverySettings(from: &keys) : DeliverySettings()
            return Plan.Part(role: role, name: section.name, kind: kind, delivery: delivery, make: make)
        }
        return ComponentSection(role: role, section: section, entry: entry, part: part)
    }

    private func hint(for kind: String, _ role: Catalog.Role) -> String {
        if let near = Suggestion.hint(for: kind, among: catalog.kinds(role)) { return near }
        if let other = catalog.entries.first(where: { $0.kind == kind }) { return "'\(kind)' is a \(other.role.singular)" }
        return "known: \(catalog.kinds(role).joined(separator: ", "))"
    }

    /// Pipelines name receivers and connectors, and exporters and connectors, in one list: their names must differ.
    private func refuseSharedNames(_ components: [ComponentSection]) {
        for connector in components where connector.role == .connectors {
            for other in components where [.receivers, .exporters].contains(other.role) && other.section.name == connector.section.name {
                connector.section.mistake("[\(other.section.path)] has the same name, so a pipeline cannot tell them apart")
            }
        }
    }
}

/// A component's section; without an entry where its kind is unknown (reported).
struct ComponentSection {
    let role: Catalog.Role
    let section: Section
    let entry: Catalog.Entry?
    let part: Plan.Part?
}

extension Plan.Pipeline {
    init(_ written: PlanCheck.Written) {
        self.init(
            name: written.name, signal: written.signal, receivers: written.receivers, processors: written.processors,
            exporters: written.exporters)
    }
}
