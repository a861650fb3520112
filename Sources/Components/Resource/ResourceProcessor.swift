import OTLP
import Pipeline
import Settings
import Wire

/// Sets attributes of resources: `[processors.resource]`.
///
/// What is there already with the same value stays untouched, so a second pass changes nothing.
struct ResourceProcessor: Processor {
    static let kind = "resource"
    static let summary = "sets resource attributes such as deployment.environment.name, always or where they are missing"

    private let assignments: [Assignment]

    init(_ settings: ResourceSettings, _ context: Context) throws {
        assignments =
            settings.set.map { Assignment($0, context.keys.slot($0.name), isDefault: false) }
            + settings.standard.map { Assignment($0, context.keys.slot($0.name), isDefault: true) }
    }

    func process(_ batch: inout Batch) {
        for resource in 0..<batch.resourceCount {
            for assignment in assignments { assignment.apply(to: &batch, resource) }
        }
    }
}

/// What `[processors.resource]` may say.
struct ResourceSettings: Configurable {
    let set: [Pair<Scalar>]
    let standard: [Pair<Scalar>]

    init(from keys: inout KeyReader) {
        set = keys.scalars("set", help: "attributes that replace what came, such as { \"deployment.environment.name\" = \"prod\" }")
        standard = keys.scalars("default", help: "attributes for resources that came without them")
        if set.isEmpty, standard.isEmpty { keys.mistake("nothing to do", hint: "add set = { … } or default = { … }") }
        for pair in set + standard where pair.name.isEmpty { keys.mistake("an attribute's name cannot be empty") }
        for pair in standard where set.contains(where: { $0.name == pair.name }) {
            keys.mistake(at: "default", "'\(pair.name)' is also in set, which always wins")
        }
    }
}

/// One attribute to be set.
private struct Assignment: Sendable {
    private enum Content: Sendable {
        case text([UInt8])
        case int(Int64)
        case double(Double)
        case bool(Bool)
    }

    private let slot: Slot
    private let content: Content
    private let isDefault: Bool

    init(_ pair: Pair<Scalar>, _ slot: Slot, isDefault: Bool) {
        self.slot = slot
        self.isDefault = isDefault
        content =
            switch pair.value {
            case .string(let text): .text(Array(text.utf8))
            case .integer(let number): .int(number)
            case .float(let number): .double(number)
            case .boolean(let flag): .bool(flag)
            }
    }

    func apply(to batch: inout Batch, _ resource: Int) {
        let now = batch.resourceValue(resource, slot)
        if isDefault ? !now.isAbsent : isSame(now) { return }
        switch content {
        case .text(let bytes): batch.setResource(resource, slot, Value(batch.keep(bytes)))
        case .int(let number): batch.setResource(resource, slot, .int(number))
        case .double(let number): batch.setResource(resource, slot, .double(number))
        case .bool(let flag): batch.setResource(resource, slot, .bool(flag))
        }
    }

    private func isSame(_ value: Value) -> Bool {
        switch content {
        case .text(let bytes): value.text.map { $0.buffer.elementsEqual(bytes) } ?? false
        case .int(let number): value.int == number
        case .double(let number): value.double?.bitPattern == number.bitPattern
        case .bool(let flag): value.bool == flag
        }
    }
}
