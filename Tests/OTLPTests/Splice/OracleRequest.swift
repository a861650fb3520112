import CProtobufC
import OTLP
import OTLPSchema

/// A whole request in the oracle's hands, with the same edits as a batch: unpack, edit, pack.
struct OracleRequest {
    let root: Message
    let signal: Signal
    private(set) var items: [Item] = []
    private(set) var resources: [Message] = []

    struct Item {
        let message: Message
        let scope: Int
        var isDropped = false
    }

    init?(_ bytes: [UInt8], _ signal: Signal) {
        guard let root = Message(OracleRequest.descriptor(signal), bytes) else { return nil }
        self.root = root
        self.signal = signal
        resources = root.elements(1)
        var scope = 0
        for resource in resources {
            for each in resource.elements(2) {
                items += each.elements(2).map { Item(message: $0, scope: scope) }
                scope += 1
            }
        }
    }

    func free() { root.free() }

    static func descriptor(_ signal: Signal) -> UnsafePointer<ProtobufCMessageDescriptor> {
        // An initialised message knows its descriptor; C's constant itself has no address in Swift.
        switch signal {
        case .traces:
            var message = Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceRequest()
            opentelemetry__proto__collector__trace__v1__export_trace_service_request__init(&message)
            return message.base.descriptor
        case .metrics:
            var message = Opentelemetry__Proto__Collector__Metrics__V1__ExportMetricsServiceRequest()
            opentelemetry__proto__collector__metrics__v1__export_metrics_service_request__init(&message)
            return message.base.descriptor
        case .logs:
            var message = Opentelemetry__Proto__Collector__Logs__V1__ExportLogsServiceRequest()
            opentelemetry__proto__collector__logs__v1__export_logs_service_request__init(&message)
            return message.base.descriptor
        }
    }

    /// Unpacked and packed again: minimal varints, known fields in order, unknown ones behind. Nil where it cannot be unpacked.
    static func normal(_ bytes: [UInt8], _ signal: Signal) -> [UInt8]? {
        guard let message = Message(descriptor(signal), bytes) else { return nil }
        defer { message.free() }
        return message.packed
    }

    // MARK: - Reading

    private var attributeField: UInt32 { [.traces: 9, .logs: 6, .metrics: 12][signal] ?? 0 }

    /// What the last attribute of that key holds.
    func seen(_ item: Int, _ slot: Int) -> Seen { OracleRequest.seen(items[item].message, attributeField, slot) }

    func seen(resource: Int, _ slot: Int) -> Seen {
        resources[resource].child(1).map { OracleRequest.seen($0, 1, slot) } ?? .absent
    }

    static func seen(_ holder: Message, _ field: UInt32, _ slot: Int) -> Seen {
        guard let place = places(holder, field, slot).last, let pair = holder.element(field, place) else { return .absent }
        return Seen(pair.child(2))
    }

    private static func places(_ holder: Message, _ field: UInt32, _ slot: Int) -> [Int] {
        let key = Array(RequestMaker.known[slot].utf8)
        return (0..<holder.count(field)).filter { holder.element(field, $0)?.bytes(1) == key }
    }

    // MARK: - Editing

    mutating func grant(_ wish: Wish) {
        switch wish {
        case .set(let item, let slot, let plain): set(items[item].message, attributeField, slot, value(plain, item))
        case .append(let item, let key, let plain):
            items[item].message.putElement(attributeField, at: nil, OracleRequest.pair(key, value(plain, item)))
        case .drop(let item, let slot):
            let message = items[item].message
            for place in OracleRequest.places(message, attributeField, slot).reversed() { message.removeElement(attributeField, place) }
        case .dropItem(let item): items[item].isDropped = true
        case .setResource(let resource, let slot, let plain, let onlyIfAbsent):
            if onlyIfAbsent, seen(resource: resource, slot) != .absent { return }
            guard let holder = resources[resource].childOrNew(1) else { return }
            for place in OracleRequest.places(holder, 1, slot).reversed() { holder.removeElement(1, place) }
            holder.putElement(1, at: nil, OracleRequest.pair(RequestMaker.known[slot], value(plain, 0)))
        }
    }

    /// The last occurrence is replaced where it stands, the others go.
    private func set(_ holder: Message, _ field: UInt32, _ slot: Int, _ value: [UInt8]) {
        let places = OracleRequest.places(holder, field, slot)
        holder.putElement(field, at: places.last, OracleRequest.pair(RequestMaker.known[slot], value))
        for place in places.dropLast().reversed() { holder.removeElement(field, place) }
    }

    private static func pair(_ key: String, _ value: [UInt8]) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        return sketch.field(1, Array(key.utf8)) + sketch.field(2, value)
    }

    /// The AnyValue's bytes.
    private func value(_ plain: Plain, _ item: Int) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        switch plain {
        case .text(let text): return sketch.field(1, text)
        case .bool(let bool): return sketch.field(2, varint: bool ? 1 : 0)
        case .int(let int): return sketch.field(3, varint: UInt64(bitPattern: int))
        case .double(let double): return sketch.field(4, fixed64: double.bitPattern)
        case .copy(let slot):
            let message = items[item].message
            guard let place = OracleRequest.places(message, attributeField, slot).last,
                let value = message.element(attributeField, place)?.child(2)
            else { return [] }
            return value.withoutUnknownFields { $0.packed }
        }
    }

    /// Carries out the drops: a scope or resource that loses its last item goes with it.
    func finish() {
        var number = items.count
        var scopes = root.elements(1).reduce(0) { $0 + $1.count(2) }
        for r in (0..<root.count(1)).reversed() {
            guard let resource = root.element(1, r) else { continue }
            let scopesBefore = resource.count(2)
            for s in (0..<scopesBefore).reversed() {
                scopes -= 1
                guard let scope = resource.element(2, s) else { continue }
                let itemsBefore = scope.count(2)
                for i in (0..<itemsBefore).reversed() {
                    number -= 1
                    if items[number].isDropped { scope.removeElement(2, i) }
                }
                if itemsBefore > 0, scope.count(2) == 0 { resource.removeElement(2, s) }
            }
            if scopesBefore > 0, resource.count(2) == 0 { root.removeElement(1, r) }
        }
    }
}

extension Message {
    /// What an edit copies is the value, not fields that the value's message does not know.
    func withoutUnknownFields<R>(_ body: (Message) -> R) -> R {
        let count = pointer.pointee.n_unknown_fields
        pointer.pointee.n_unknown_fields = 0
        defer { pointer.pointee.n_unknown_fields = count }
        return body(self)
    }
}
