import OTLP
import Wire

@testable import GenAI

/// What was written on a span: its attributes.
typealias Written = [String: Datum]

/// An interpreter with a clock that stands still, and what it makes of requests.
final class Reader {
    let interpreter: Interpreter
    private let bench: Workbench

    init(_ options: InterpreterOptions = InterpreterOptions(), prices: Bool = false) throws {
        var keys = KeyRegistry()
        interpreter = Interpreter(keys: &keys, options: options, clock: { 1_000_000_000 })
        if prices {
            let layers = try PriceBook.builtinLayers()
            let book = PriceBook(try PriceTable(layers, builtin: layers.count))
            interpreter.use(book, attributes: book.attributeKeys.map { keys.slot($0) })
        }
        bench = Workbench(keys: KeyTable(keys))
    }

    /// The request as it leaves.
    func pass(_ request: [UInt8], as signal: Signal = .traces) throws -> [UInt8] {
        try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: signal)
            interpreter.process(&bench.batch)
            return bench.splice()?.array ?? request
        }
    }

    /// Attributes by span id, of spans that came in one request or in several.
    func read(_ requests: [[UInt8]], as signal: Signal = .traces) throws -> [UInt64: Written] {
        var all: [UInt64: Written] = [:]
        for request in requests { all.merge(Outcome.spans(try pass(request, as: signal), as: signal)) { $1 } }
        return all
    }
}

/// Reads a sketched story in one request.
func interpret(_ sketches: [Sketch], _ options: InterpreterOptions = InterpreterOptions(), prices: Bool = false) throws -> [UInt64: Written]
{
    try Reader(options, prices: prices).read([Sketchbook.request(sketches)])
}

/// Reads it a span at a time, in the order given.
func interpretApart(_ sketches: [Sketch]) throws -> [UInt64: Written] {
    try Reader().read(sketches.map { Sketchbook.request([$0]) })
}

enum Outcome {
    static func spans(_ request: [UInt8], as signal: Signal) -> [UInt64: Written] {
        var all: [UInt64: Written] = [:]
        forEachField(1, request) {
            forEachField(2, $0) {
                forEachField(2, $0) { item in
                    var id: UInt64 = 0
                    var written: Written = [:]
                    forEachField(signal == .traces ? 2 : 10, item) { for byte in $0 { id = id << 8 | UInt64(byte) } }
                    forEachField(signal == .traces ? 9 : 6, item) { pair in
                        var key = ""
                        var value = Datum.nothing
                        forEachField(1, pair) { key = String(decoding: $0, as: UTF8.self) }
                        forEachField(2, pair) { value = datum($0) }
                        written[key] = value
                    }
                    all[id] = written
                }
            }
        }
        return all
    }

    private static func datum(_ bytes: [UInt8]) -> Datum {
        bytes.withUnsafeBytes { raw in
            var reader = WireReader(raw)
            guard let tag = try? reader.varint() else { return .nothing }
            switch tag >> 3 {
            case 1: return .text((try? reader.text()).map { String($0) } ?? "")
            case 2: return .bool((try? reader.varint()) == 1)
            case 3: return .int(Int64(bitPattern: (try? reader.varint()) ?? 0))
            case 4: return .double(Double(bitPattern: (try? reader.fixed64()) ?? 0))
            default: return .list([])
            }
        }
    }

    /// Calls `body` with the content of each length-delimited field of that number.
    static func forEachField(_ number: UInt64, _ message: [UInt8], _ body: ([UInt8]) -> Void) {
        message.withUnsafeBytes { raw in
            var reader = WireReader(raw)
            while !reader.isAtEnd, let tag = try? reader.varint() {
                if tag == number << 3 | 2, let content = try? reader.text() {
                    body([UInt8](content.buffer))
                } else if tag != number << 3 | 2, (try? reader.skip(tag)) != nil {
                    continue
                } else {
                    return
                }
            }
        }
    }
}

extension Dictionary where Key == UInt64, Value == Written {
    /// Span ids of the calls.
    var calls: [UInt64] { filter { $0.value["weir.role"] == "call" }.map(\.key).sorted() }

    func role(_ id: UInt64) -> Datum? { self[id]?["weir.role"] }
}
