import OTLP

/// Random requests of all three signals: everything the contract allows, nested, repeated, reordered and unknown.
///
/// Sources: opentelemetry/proto/{common,resource,trace,logs,metrics}/v1.
struct RequestMaker {
    /// The keys that the tests' key table holds; requests use these and others.
    static let known = ["a", "gen_ai.system", "gen_ai.request.model", "gen_ai.usage.input_tokens", "llm.model_name", "service.name", "k7"]
    static let others = ["", "b", "gen_ai.request.modes", "gen_ai.usage.input_token", "http.method", "ключ", "k8"]

    var sketch: Sketch
    /// Scope and status come at most once: when it merges two messages, protobuf-c 1.4.1 loses the earlier one's numbers.
    var isPlain = false
    var dice: Dice {
        get { sketch.dice }
        set { sketch.dice = newValue }
    }

    init(seed: UInt64, isSloppy: Bool = true) { sketch = Sketch(dice: Dice(seed: seed), isSloppy: isSloppy) }

    mutating func request(_ signal: Signal) -> [UInt8] {
        var fields: [[UInt8]] = []
        for _ in 0..<dice.pick([0, 1, 1, 1, 2, 3]) {
            let resource = resource(signal)
            fields.append(sketch.field(1, resource))
        }
        return sketch.message(fields)
    }

    // MARK: - Containers

    private mutating func resource(_ signal: Signal) -> [UInt8] {
        var fields: [[UInt8]] = []
        // When it merges two messages, protobuf-c 1.4.1 loses the earlier one's numbers and unknown fields; it cannot judge those.
        let messages = dice.pick([0, 1, 1, 1, 1, 2, 3])
        for _ in 0..<messages {
            var content = attributes(1, upTo: 4)
            if messages == 1, dice.once(in: 3) { content.append(sketch.field(2, varint: UInt64(dice.among(1...300)))) }
            let message = sketch.message(content, unknown: messages == 1)
            fields.append(sketch.field(1, message))
        }
        for _ in 0..<dice.pick([0, 1, 1, 2, 3]) {
            let scope = scope(signal)
            fields.append(sketch.field(2, scope))
        }
        fields += texts(3)
        return sketch.message(fields)
    }

    private mutating func scope(_ signal: Signal) -> [UInt8] {
        var fields: [[UInt8]] = []
        for _ in 0..<dice.pick(isPlain ? [0, 1] : [0, 1, 1, 1, 2]) {
            var content = texts(1) + texts(2) + attributes(3, upTo: 2)
            if dice.once(in: 4) { content.append(sketch.field(4, varint: UInt64(dice.below(300)))) }
            let message = sketch.message(content)
            fields.append(sketch.field(1, message))
        }
        for _ in 0..<dice.pick([0, 1, 1, 2, 4]) {
            let item: [UInt8]
            switch signal {
            case .traces: item = span()
            case .logs: item = logRecord()
            case .metrics: item = metric()
            }
            fields.append(sketch.field(2, item))
        }
        fields += texts(3)
        return sketch.message(fields)
    }

    // MARK: - Items

    private mutating func span() -> [UInt8] {
        guard !dice.once(in: 12) else { return [] }
        var fields = ids(1, 16) + ids(2, 8) + texts(3) + ids(4, 8) + texts(5) + numbers(6) + times(7) + times(8) + attributes(9, upTo: 8)
        fields += numbers(10) + numbers(12) + numbers(14)
        for _ in 0..<dice.pick([0, 0, 1, 3]) {
            let event = sketch.message(times(1) + texts(2) + attributes(3, upTo: 3) + numbers(4))
            fields.append(sketch.field(11, event))
        }
        for _ in 0..<dice.pick([0, 0, 0, 2]) {
            let link = sketch.message(ids(1, 16) + ids(2, 8) + texts(3) + attributes(4, upTo: 2) + numbers(5) + flags(6))
            fields.append(sketch.field(13, link))
        }
        for _ in 0..<dice.pick(isPlain ? [0, 1] : [0, 1, 1, 2]) {
            let status = sketch.message(texts(2) + numbers(3))
            fields.append(sketch.field(15, status))
        }
        return sketch.message(fields + flags(16))
    }

    private mutating func logRecord() -> [UInt8] {
        var fields = times(1) + numbers(2) + texts(3) + attributes(6, upTo: 6) + numbers(7) + flags(8) + ids(9, 16) + ids(10, 8)
        fields += times(11) + texts(12)
        if dice.once(in: 2) {
            let body = anyValue(depth: 0)
            fields.append(sketch.field(5, body))
        }
        return sketch.message(fields)
    }

    private mutating func metric() -> [UInt8] {
        var fields = texts(1) + texts(2) + texts(3) + attributes(12, upTo: 2)
        if dice.once(in: 6) { return sketch.message(fields) }
        let kind = dice.pick([5, 7, 9, 10, 11])
        var data: [[UInt8]] = []
        for _ in 0..<dice.below(4) {
            let point = point(kind)
            data.append(sketch.field(1, point))
        }
        if kind != 5, kind != 11 { data += numbers(2) }
        let message = sketch.message(data)
        fields.append(sketch.field(kind, message))
        return sketch.message(fields)
    }

    // MARK: - Attributes

    mutating func attributes(_ number: Int, upTo count: Int) -> [[UInt8]] {
        (0..<dice.below(count + 1)).map { _ in
            let pair = keyValue(depth: 0)
            return sketch.field(number, pair)
        }
    }

    private mutating func keyValue(depth: Int) -> [UInt8] {
        var fields: [[UInt8]] = []
        for _ in 0..<dice.pick([0, 1, 1, 1, 1, 1, 1, 2]) {
            let key = dice.once(in: 3) ? dice.pick(RequestMaker.others) : dice.pick(RequestMaker.known)
            fields.append(sketch.field(1, Array(key.utf8)))
        }
        if !dice.once(in: 10) {
            let value = anyValue(depth: depth)
            fields.append(sketch.field(2, value))
        }
        // An empty second value changes nothing: protobuf merges it into the first.
        // (protobuf-c 1.4.1 fails to merge two empty ones and forgets an empty text, so the first is a number.)
        if dice.once(in: 15) {
            fields = fields.filter { $0.first != 18 && $0.first != 146 }
            let number = sketch.field(3, varint: UInt64(dice.below(300)))
            fields += [sketch.field(2, number), sketch.field(2, [])]
        }
        return sketch.message(fields)
    }

    private mutating func anyValue(depth: Int) -> [UInt8] {
        let field: [UInt8]
        switch dice.below(depth < 3 ? 9 : 6) {
        case 0: return []
        case 1: field = sketch.field(2, varint: UInt64(dice.below(2)))
        case 2: field = sketch.field(3, varint: dice.once(in: 3) ? dice.next() : UInt64(dice.below(300)))
        case 3: field = sketch.field(4, fixed64: dice.next())
        case 4: field = sketch.field(7, dice.bytes(dice.below(30)))
        case 5, 6: field = sketch.field(1, text())
        case 7:
            let elements = (0..<dice.below(4)).map { _ in
                let value = anyValue(depth: depth + 1)
                return sketch.field(1, value)
            }
            let list = sketch.message(elements)
            field = sketch.field(5, list)
        default:
            let entries = (0..<dice.below(4)).map { _ in
                let pair = keyValue(depth: depth + 1)
                return sketch.field(1, pair)
            }
            let list = sketch.message(entries)
            field = sketch.field(6, list)
        }
        return sketch.message([field])
    }

    // MARK: - Singular fields: absent, there, or there twice

    private mutating func repeats() -> Int { dice.pick([0, 1, 1, 1, 1, 1, 1, 2]) }

    private mutating func text() -> [UInt8] {
        let length = dice.once(in: 12) ? dice.pick([100, 127, 128, 300, 16_383, 16_384]) : dice.below(20)
        return [UInt8](repeating: UInt8(dice.among(97...122)), count: length)
    }

    private mutating func texts(_ number: Int) -> [[UInt8]] {
        (0..<repeats()).map { _ in
            let content = text()
            return sketch.field(number, content)
        }
    }

    mutating func ids(_ number: Int, _ length: Int) -> [[UInt8]] {
        (0..<repeats()).map { _ in
            let id = dice.bytes(dice.once(in: 8) ? dice.below(20) : length)
            return sketch.field(number, id)
        }
    }

    mutating func numbers(_ number: Int) -> [[UInt8]] {
        (0..<repeats()).map { _ in sketch.field(number, varint: UInt64(dice.below(6))) }
    }

    mutating func times(_ number: Int) -> [[UInt8]] {
        (0..<repeats()).map { _ in sketch.field(number, fixed64: dice.next()) }
    }

    private mutating func flags(_ number: Int) -> [[UInt8]] {
        (0..<repeats()).map { _ in sketch.field(number, fixed32: UInt32(truncatingIfNeeded: dice.next())) }
    }
}
