import OTLP
import Settings

/// One section under `[pipelines]`, with the places of the names it lists.
struct PipelineSection {
    let written: PlanCheck.Written
    let place: Place
    private let places: [String: [Place]]

    /// Nil where it is not a pipeline at all (noted).
    init?(_ node: Node, _ document: Document) {
        let path = "pipelines.\(node.key)"
        guard case .table = node.content else {
            document.mistakes.add("\(path): \(node.content.kind) is not a table", at: node.valuePlace)
            return nil
        }
        var keys = document.reader(node, path: path)
        let word = keys.string("signal", default: node.key, help: "traces, metrics or logs; by default the pipeline's name")
        var places: [String: [Place]] = [:]
        func names(_ list: String, _ help: String) -> [String] {
            let found = keys.list(list, type: "list of strings", fallback: "[]", help: help) ?? []
            places[list] = found.map(\.place)
            return found.map(\.text)
        }
        let receivers = names("receivers", "Receivers and connectors that bring data")
        let processors = names("processors", "Processors, in their order")
        let exporters = names("exporters", "Exporters and connectors that take data")
        keys.finish()
        guard let signal = Signal(name: word) else {
            document.mistakes.add(
                "\(path): '\(word)' is not a signal", at: node["signal"]?.valuePlace ?? node.keyPlace,
                hint: Suggestion.hint(for: word, among: Signal.allCases.map(\.name))
                    ?? "name it traces, metrics or logs, or add signal = \"traces\"")
            return nil
        }
        written = .init(name: node.key, signal: signal, receivers: receivers, processors: processors, exporters: exporters)
        place = node.keyPlace
        self.places = places
    }

    /// The place of a name in one of the lists.
    func place(_ list: String, _ index: Int) -> Place {
        guard let all = places[list], index < all.count else { return place }
        return all[index]
    }
}

/// Puts the faults of `PlanCheck` where they were made, in words.
struct FaultReport {
    let document: Document
    let pipelines: [PipelineSection]
    /// Sections that have been reported already, because their kind is unknown.
    let unknownKinds: [String]

    func note(_ fault: PlanCheck.Fault) {
        switch fault {
        case .unknown(let mention, let name, let candidates):
            guard !unknownKinds.contains(name) else { return }
            let table = PlanCheck.roles(of: mention.list).map(\.rawValue).joined(separator: "] or [")
            add(
                mention, "there is no '\(name)' in [\(table)]",
                Suggestion.hint(for: name, among: candidates) ?? "add [\(mention.list).\(name)]")
        case .twice(let mention, let name): add(mention, "'\(name)' stands here twice", nil)
        case .wrongSignal(let mention, let name, let takes):
            let verb = mention.list == "receivers" ? "does not bring" : "does not take"
            let signal = pipeline(mention.pipeline)?.written.signal.name ?? ""
            add(mention, "'\(name)' \(verb) \(signal)", takes.isEmpty ? nil : "only \(takes.joined(separator: ", "))")
        case .empty(let name, let list):
            guard let pipeline = pipeline(name) else { return }
            document.mistakes.add("pipelines.\(name): no \(list)", at: pipeline.place, hint: "add \(list) = […]")
        case .unused(let role, let name):
            document.mistakes.add("\(role).\(name): no pipeline uses it", at: place(role, name))
        case .halfUsed(let name, let missing):
            document.mistakes.add(
                "connectors.\(name): no pipeline names it among its \(missing)", at: place("connectors", name),
                hint: "a connector ends one pipeline (exporters) and begins another (receivers)")
        case .cycle(let mention, let path): add(mention, "data would go in a circle: \(path.joined(separator: " → "))", nil)
        }
    }

    private func pipeline(_ name: String) -> PipelineSection? { pipelines.first { $0.written.name == name } }

    private func place(_ role: String, _ name: String) -> Place { document.root[role]?[name]?.keyPlace ?? .start }

    private func add(_ mention: Mention, _ message: String, _ hint: String?) {
        let place = pipeline(mention.pipeline)?.place(mention.list, mention.index) ?? .start
        document.mistakes.add("pipelines.\(mention.pipeline).\(mention.list): \(message)", at: place, hint: hint)
    }
}
