import GenAI
import OTLP
import Wire

/// What the data plane costs on this machine: CPU nanoseconds per span and allocations per request.
///
///     swift run -c release weir-bench [PATH/TO/weir]
///
/// With a path, also the whole binary under a sender on loopback. Figures of one run can be compared; those of two runs cannot.
@main
enum WeirBench {
    static func main() {
        print("\("".padding(to: 44))    ns/span  allocs/request")
        for spans in [512, 8] {
            let body = Bodies.lean(spans: spans)
            dataPlane(body, spans: spans)
            do { try meaning(body, spans: spans) } catch { print("the built-in prices cannot be read: \(error)") }
        }
        if CommandLine.arguments.count > 1 { wholeBinary(CommandLine.arguments[1]) }
    }

    private static func dataPlane(_ body: Bytes, spans: Int) {
        let rounds = 400_000 / spans
        var keys = KeyRegistry()
        let slots = SixAttributes(&keys)
        let pool = BatchPool(keys: KeyTable(keys))
        report("memcpy, \(spans) spans of \(body.count / spans) B", measure(rounds: rounds, items: spans) { copy(body) })
        report("scan", measure(rounds: rounds, items: spans) { pool.withWorkbench { scan(body, $0) } })
        report(
            "scan + six attributes + splice",
            measure(rounds: rounds, items: spans) {
                pool.withWorkbench { bench in
                    scan(body, bench)
                    slots.write(&bench.batch)
                    _ = bench.splice()
                }
            })
    }

    /// The meaning, with the built-in prices: what `processors.genai` does to a request.
    private static func meaning(_ body: Bytes, spans: Int) throws {
        var keys = KeyRegistry()
        let interpreter = Interpreter(keys: &keys, clock: { UInt64(cpuSeconds() * 1e9) })
        let layers = try PriceBook.builtinLayers()
        let book = PriceBook(try PriceTable(layers, builtin: layers.count))
        interpreter.use(book, attributes: book.attributeKeys.map { keys.slot($0) })
        let pool = BatchPool(keys: KeyTable(keys))
        report(
            "scan + genai + splice",
            measure(rounds: 400_000 / spans, items: spans) {
                pool.withWorkbench { bench in
                    scan(body, bench)
                    interpreter.process(&bench.batch)
                    _ = bench.splice()
                }
            })
    }

    private static func copy(_ body: Bytes) {
        let copy = BytesPool.shared.take(body.count)
        body.withBytes { _ = copy.append($0) }
    }

    private static func scan(_ body: Bytes, _ bench: Workbench) {
        body.withBytes { bytes in
            do throws(WireError) {
                try bench.batch.scan(bytes, as: .traces)
            } catch {
                fatalError("the benchmark's own body is malformed: \(error)")
            }
        }
    }

    private static func wholeBinary(_ path: String) {
        guard let server = Server(weir: path), let connection = Connection(port: server.port) else {
            return print("\(path) did not start")
        }
        defer { server.stop() }
        for spans in [512, 8] {
            let body = Bodies.lean(spans: spans)
            let requests = 800_000 / spans
            for _ in 0..<requests / 10 { _ = connection.post(body) }
            let before = server.cpuSeconds
            var answered = 0
            for _ in 0..<requests where connection.post(body) { answered += 1 }
            let nanoseconds = (server.cpuSeconds - before) / Double(max(answered, 1) * spans) * 1e9
            print(
                "\("weir run, genai + metrics, \(spans) spans/request".padding(to: 44)) \(nanoseconds.shown(10))   \(answered) of \(requests) accepted"
            )
        }
        connection.close()
    }
}

/// Six attributes such as `genai` writes.
private struct SixAttributes {
    private let role, source, price: Slot
    private let costs: [Slot]

    init(_ keys: inout KeyRegistry) {
        role = keys.slot("weir.role")
        source = keys.slot("weir.cost.source")
        price = keys.slot("weir.cost.price")
        costs = ["gen_ai.usage.cost_usd", "gen_ai.usage.cost", "gen_ai.usage.cost_input_usd"].map { keys.slot($0) }
        for key in ["gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.usage.input_tokens"] {
            _ = keys.slot(key)
        }
    }

    func write(_ batch: inout Batch) {
        for item in 0..<batch.itemCount {
            batch.select(item)
            batch.set(role, Value(Text("call")))
            batch.set(source, Value(Text("computed")))
            batch.set(price, Value(Text("openai/gpt-4o-mini")))
            for cost in costs { batch.set(cost, .double(0.000125)) }
        }
    }
}
