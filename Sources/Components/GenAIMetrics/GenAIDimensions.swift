import Metrics
import OTLP
import Wire

/// The dimensions of one family, and where their values are read.
struct GenAIDimensions: Sendable {
    /// Plain bits, for the hot path: where a value is read, and where else.
    struct Source: Sendable {
        enum Kind: UInt8, BitwiseCopyable, Sendable {
            case span
            /// The first of both keys that is there.
            case resource
            /// Added by the user: on the span, or else on its resource.
            case either
            /// `error.type`: a failed span always has one, if only its class.
            case error
        }
        let kind: Kind
        let slot: Slot
        let second: Slot
    }

    let keys: [String]
    let sources: [Source]
    /// The dimensions that a resource alone decides, first in order.
    let fixed: Int

    /// `changes`: `key` or `+key` adds a dimension, `-key` removes one.
    init(_ role: GenAIRole, changes: [String], slot: (String) -> Slot) {
        var keys = role.dimensions
        for change in changes {
            let key = String(change.drop { $0 == "+" || $0 == "-" })
            if change.hasPrefix("-") {
                keys.removeAll { $0 == key }
            } else if !keys.contains(key), role != .conversation {
                keys.append(key)
            }
        }
        self.keys = keys
        sources = keys.map { Self.source($0, isOurs: role.dimensions.contains($0), slot) }
        fixed = keys.prefix { $0 == "service.name" || $0 == "deployment.environment.name" }.count
    }

    private static func source(_ key: String, isOurs: Bool, _ slot: (String) -> Slot) -> Source {
        switch key {
        case "service.name": Source(kind: .resource, slot: slot(key), second: slot(key))
        case "deployment.environment.name": Source(kind: .resource, slot: slot(key), second: slot("deployment.environment"))
        case "error.type": Source(kind: .error, slot: slot(key), second: slot("weir.error.class"))
        default: Source(kind: isOurs ? .span : .either, slot: slot(key), second: slot(key))
        }
    }

    /// Keys that tell single conversations, people or answers apart: never dimensions.
    static let forbidden: Set<String> = [
        "gen_ai.conversation.id", "session.id", "user.id", "enduser.id", "gen_ai.response.id", "gen_ai.tool.call.id", "gen_ai.agent.id",
        "trace_id", "span_id",
    ]

    // MARK: - Reading

    /// Fills in what the resource decides.
    func readResource(_ batch: borrowing Batch, _ resource: Int, into set: inout LabelSet, seed: UInt64) {
        for i in 0..<fixed { set[i] = other(sources[i], batch, resource) }
        set.fix(fixed, seed: seed)
    }

    /// Fills in the rest for the selected span.
    @inline(__always)
    func readSpan(_ batch: borrowing Batch, into set: inout LabelSet) {
        var i = fixed
        while i < sources.count {
            let source = sources[i]
            set[i] = source.kind == .span ? batch.value(source.slot).text ?? .empty : other(source, batch, batch.resource)
            i &+= 1
        }
    }

    private func other(_ source: Source, _ batch: borrowing Batch, _ resource: Int) -> Text {
        switch source.kind {
        case .span: return batch.value(source.slot).text ?? .empty
        case .resource:
            if let text = batch.resourceValue(resource, source.slot).text, !text.isEmpty { return text }
            return batch.resourceValue(resource, source.second).text ?? .empty
        case .either:
            let value = batch.value(source.slot)
            return Self.text(value.isAbsent ? batch.resourceValue(resource, source.slot) : value)
        case .error:
            if let text = batch.value(source.slot).text, !text.isEmpty { return text }
            guard batch.status == 2 else { return .empty }
            if let text = batch.value(source.second).text, !text.isEmpty { return text }
            return Text("_OTHER")
        }
    }

    /// Strings and booleans are labels; numbers are not, but for the single digits of a tier or a level.
    private static func text(_ value: Value) -> Text {
        if let text = value.text { return text }
        if let bool = value.bool { return bool ? Text("true") : Text("false") }
        guard let int = value.int, int >= 0, int < 10 else { return .empty }
        return Text("0123456789").slice(Int(int), Int(int) + 1)
    }
}
