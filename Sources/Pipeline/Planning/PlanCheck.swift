import OTLP

/// Where a mistake about a name in a list was made.
package struct Mention: Hashable, Sendable {
    package let pipeline: String
    /// `receivers`, `processors` or `exporters`.
    package let list: String
    package let index: Int
}

/// The rules of a pipeline file that speak of several sections: references, signals, use, cycles. Pure; places are the planner's business.
struct PlanCheck {
    /// A section of a component, as far as the rules need it.
    struct Section {
        let role: Catalog.Role
        let name: String
        let entry: Catalog.Entry
    }

    /// A pipeline as it was written.
    struct Written {
        let name: String
        let signal: Signal
        let receivers: [String]
        let processors: [String]
        let exporters: [String]

        func list(_ name: String) -> [String] {
            switch name {
            case "receivers": receivers
            case "processors": processors
            default: exporters
            }
        }
    }

    enum Fault: Equatable {
        case unknown(Mention, String, candidates: [String])
        case twice(Mention, String)
        case wrongSignal(Mention, String, takes: [String])
        case empty(pipeline: String, list: String)
        case unused(role: String, name: String)
        case halfUsed(connector: String, missing: String)
        case cycle(Mention, path: [String])
    }

    let sections: [Section]
    let pipelines: [Written]

    /// All faults, in no particular order.
    var faults: [Fault] { pipelines.flatMap(faults(of:)) + unused + cycles }

    /// The tables that a list of a pipeline may name.
    static func roles(of list: String) -> [Catalog.Role] {
        switch list {
        case "receivers": [.receivers, .connectors]
        case "processors": [.processors]
        default: [.exporters, .connectors]
        }
    }

    private func section(_ list: String, _ name: String) -> Section? {
        sections.first { $0.name == name && Self.roles(of: list).contains($0.role) }
    }

    private func faults(of pipeline: Written) -> [Fault] {
        var found: [Fault] = []
        for list in ["receivers", "processors", "exporters"] {
            let names = pipeline.list(list)
            if names.isEmpty, list != "processors" { found.append(.empty(pipeline: pipeline.name, list: list)) }
            for (index, name) in names.enumerated() {
                let mention = Mention(pipeline: pipeline.name, list: list, index: index)
                guard let section = section(list, name) else {
                    let candidates = sections.filter { Self.roles(of: list).contains($0.role) }.map(\.name)
                    found.append(.unknown(mention, name, candidates: candidates))
                    continue
                }
                if names[..<index].contains(name) { found.append(.twice(mention, name)) }
                let signals = list == "receivers" ? section.entry.produces : section.entry.consumes
                if !signals.contains(pipeline.signal) {
                    found.append(.wrongSignal(mention, name, takes: signals.map(\.name).sorted()))
                }
            }
        }
        return found
    }

    private var unused: [Fault] {
        sections.flatMap { section -> [Fault] in
            let asReceiver = pipelines.contains { $0.receivers.contains(section.name) }
            let asProcessor = pipelines.contains { $0.processors.contains(section.name) }
            let asExporter = pipelines.contains { $0.exporters.contains(section.name) }
            switch section.role {
            case .receivers: return asReceiver ? [] : [.unused(role: "receivers", name: section.name)]
            case .processors: return asProcessor ? [] : [.unused(role: "processors", name: section.name)]
            case .exporters: return asExporter ? [] : [.unused(role: "exporters", name: section.name)]
            case .connectors:
                guard asReceiver || asExporter else { return [.unused(role: "connectors", name: section.name)] }
                if !asExporter { return [.halfUsed(connector: section.name, missing: "exporters")] }
                return asReceiver ? [] : [.halfUsed(connector: section.name, missing: "receivers")]
            }
        }
    }

    /// A connector leads from the pipelines that export to it to those that receive from it; data must not come back.
    private var cycles: [Fault] {
        let connectors = Set(sections.filter { $0.role == .connectors }.map(\.name))
        func next(_ pipeline: Written) -> [(String, Written)] {
            pipeline.exporters.filter(connectors.contains).flatMap { connector in
                pipelines.filter { $0.receivers.contains(connector) }.map { (connector, $0) }
            }
        }
        var found: [Fault] = []
        var done: Set<String> = []
        func visit(_ pipeline: Written, _ path: [String]) {
            guard !done.contains(pipeline.name) else { return }
            for (connector, target) in next(pipeline) {
                if let start = path.firstIndex(of: target.name) {
                    let index = pipeline.exporters.firstIndex(of: connector) ?? 0
                    found.append(
                        .cycle(
                            Mention(pipeline: pipeline.name, list: "exporters", index: index),
                            path: Array(path[start...]) + [target.name]))
                } else {
                    visit(target, path + [target.name])
                }
            }
            done.insert(pipeline.name)
        }
        for pipeline in pipelines { visit(pipeline, [pipeline.name]) }
        return found
    }
}
