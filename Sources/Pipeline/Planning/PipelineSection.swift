import OTLP
import Settings

/// One section under `[pipelines]`.
struct PipelineSection {
    let written: PlanCheck.Written
    /// Kept to report what is found once all sections are known.
    private let keys: KeyReader

    /// Nil where it speaks of no signal (reported).
    init?(_ section: Section) {
        let (written, keys) = section.read { keys in (Self.read(&keys, section.name), keys) }
        guard let written else { return nil }
        self.written = written
        self.keys = keys
    }

    private static func read(_ keys: inout KeyReader, _ name: String) -> PlanCheck.Written? {
        let word = keys.string("signal", default: name, help: "traces, metrics or logs; by default the pipeline's name")
        let receivers = keys.strings("receivers", default: [], help: "Receivers and connectors that bring data")
        let processors = keys.strings("processors", default: [], help: "Processors, in their order")
        let exporters = keys.strings("exporters", default: [], help: "Exporters and connectors that take data")
        guard let signal = Signal(name: word) else {
            let near = Suggestion.hint(for: word, among: Signal.allCases.map(\.name))
            let hint = near ?? "it is traces, metrics or logs: say which with signal = \"traces\""
            if keys.has("signal") {
                keys.mistake(at: "signal", "'\(word)' is not a signal", hint: hint)
            } else {
                keys.mistake("'\(word)' is not a signal", hint: hint)
            }
            return nil
        }
        return .init(name: name, signal: signal, receivers: receivers, processors: processors, exporters: exporters)
    }

    func mistake(_ message: String, hint: String?) { keys.mistake(message, hint: hint) }

    func mistake(at mention: Mention, _ message: String, hint: String?) {
        keys.mistake(at: mention.list, element: mention.index, message, hint: hint)
    }
}

/// Puts the faults of `PlanCheck` where they were made, in words.
struct FaultReport {
    let components: [ComponentSection]
    let pipelines: [PipelineSection]

    func note(_ fault: PlanCheck.Fault) {
        switch fault {
        case .unknown(let mention, let name, let candidates):
            // A section whose kind is unknown has been reported already.
            guard !components.contains(where: { $0.entry == nil && $0.section.name == name }) else { return }
            let tables = PlanCheck.roles(of: mention.list).map { "[\($0.rawValue)]" }.joined(separator: " or ")
            let near = Suggestion.hint(for: name, among: candidates)
            add(mention, "there is no '\(name)' in \(tables)", near ?? "add [\(mention.list).\(name)]")
        case .twice(let mention, let name): add(mention, "'\(name)' stands here twice", nil)
        case .wrongSignal(let mention, let name, let takes):
            let verb = mention.list == "receivers" ? "does not bring" : "does not take"
            let signal = pipeline(mention.pipeline)?.written.signal.name ?? ""
            add(mention, "'\(name)' \(verb) \(signal)", takes.isEmpty ? nil : "only \(takes.joined(separator: ", "))")
        case .empty(let name, let list): pipeline(name)?.mistake("it has no \(list)", hint: "add \(list) = […]")
        case .unused(let role, let name): section(role, name)?.mistake("no pipeline uses it", hint: nil)
        case .halfUsed(let name, let missing):
            section("connectors", name)?.mistake(
                "no pipeline names it among its \(missing)",
                hint: "a connector ends one pipeline (exporters) and begins another (receivers)")
        case .cycle(let mention, let path): add(mention, "data would go in a circle: \(path.joined(separator: " → "))", nil)
        }
    }

    private func pipeline(_ name: String) -> PipelineSection? { pipelines.first { $0.written.name == name } }

    private func section(_ role: String, _ name: String) -> Section? {
        components.first { $0.role.rawValue == role && $0.section.name == name }?.section
    }

    private func add(_ mention: Mention, _ message: String, _ hint: String?) {
        pipeline(mention.pipeline)?.mistake(at: mention, message, hint: hint)
    }
}
