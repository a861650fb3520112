import Foundation
import OTLP
import Testing
import Wire

@testable import GenAI

/// A span is judged as it would be if nothing had come before it.
struct PrecedentTests {
    /// One desk that sees everything.
    private final class Court {
        let interpreter: Interpreter
        let keys: KeyRegistry
        private let bench: Workbench
        private var desk = Desk()
        private(set) var precedents = 0

        init() {
            var keys = KeyRegistry()
            interpreter = Interpreter(keys: &keys, clock: { 1 })
            self.keys = keys
            bench = Workbench(keys: KeyTable(keys))
        }

        /// Calls `body` with what was judged of each span and what is judged of it alone; `change` is done to a span before.
        func hear(_ request: [UInt8], _ change: (inout Batch, Lexicon) -> Void, _ body: (Judgement, Judgement) -> Void) throws {
            try request.withUnsafeBytes { bytes in
                try bench.batch.scan(bytes, as: .traces)
                desk.scopes.removeAll(keep: 16)
                desk.noteScopes(bench.batch, interpreter)
                for item in 0..<bench.batch.itemCount {
                    bench.batch.select(item)
                    let scope = desk.scopes[bench.batch.scope]
                    let index = scope.dialect >= 0 ? Int(scope.dialect) : Dialect.general
                    change(&bench.batch, interpreter.lexicons[index])
                    desk.facts.read(bench.batch, interpreter.lexicons[index])
                    hear(scope, index, body)
                }
            }
        }

        private func hear(_ scope: Desk.ScopeNote, _ index: Int, _ body: (Judgement, Judgement) -> Void) {
            let dialect = interpreter.dialects[index]
            var known = Judgement()
            if let key = desk.precedentKey(index, scope, bench.batch), desk.precedents.find(key, desk.facts, bench.batch, &known) {
                precedents += 1
            }
            desk.judge(index, dialect, scope, bench.batch, interpreter)
            let judged = desk.judgement
            var alone = Judgement(desk.facts, bench.batch, dialect, interpreter)
            // A note on how it was found, which a precedent has no need of.
            alone.models.isFromTexts = judged.models.isFromTexts
            body(judged, alone)
        }
    }

    @Test(.enabled(if: !CorpusTests.captures.isEmpty, "no ../shared/corpus here"))
    func `spans of real SDKs are judged alike with and without precedents, whatever their ids, counts and texts say`() throws {
        let court = Court()
        var generator = SplitMix(state: 11)
        var spans = 0
        for capture in CorpusTests.captures {
            for request in try CorpusTests.requests(capture) {
                for isChanged in [false, true, true] {
                    try court.hear(
                        request, { batch, lexicon in if isChanged { Self.scramble(&batch, lexicon, &generator) } },
                        { judged, alone in
                            spans += 1
                            #expect(judged == alone)
                        })
                }
            }
        }
        #expect(spans > 3000)
        #expect(court.precedents > spans / 3)
    }

    /// Gives everything personal another value of its kind.
    private static func scramble(_ batch: inout Batch, _ lexicon: Lexicon, _ generator: inout SplitMix) {
        var slots: [(Slot, Value)] = []
        batch.forEachKnown { slot, value in if lexicon[slot].isPersonal { slots.append((slot, value)) } }
        for (slot, value) in slots {
            if value.int != nil { batch.set(slot, .int(Int64.random(in: 0...5000, using: &generator))) }
            guard let text = value.text, !text.isEmpty else { continue }
            let other = #"{"model":"model-\#(UInt8.random(in: 0...9, using: &generator))","text":"\#(generator.next())"}"#
            batch.set(slot, Value(batch.keep(Array(other.utf8))))
        }
    }

    private func model(_ reader: Reader, answer: String) throws -> Datum? {
        let span = Sketch(
            7, "chat", scope: "openinference.instrumentation.openai",
            ["openinference.span.kind": "LLM", "llm.token_count.prompt": 5, "output.value": .text(answer)])
        return try reader.read([Sketchbook.request([span])])[7]?["gen_ai.response.model"]
    }

    @Test func `a model that only the answer's text names is looked for in every answer`() throws {
        let reader = try Reader()
        #expect(try model(reader, answer: #"{"model":"gpt-4o"}"#) == "gpt-4o")
        #expect(try model(reader, answer: #"{"model":"gpt-4o-mini"}"#) == "gpt-4o-mini")
        #expect(try model(reader, answer: "no model here") == nil)
    }

    @Test func `the same words under another scope are judged anew`() throws {
        let reader = try Reader()
        func provider(_ scope: String) throws -> Datum? {
            let span = Sketch(7, "chat", scope: scope, ["gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 5])
            return try reader.read([Sketchbook.request([span])])[7]?["gen_ai.provider.name"]
        }
        #expect(try provider("opentelemetry.instrumentation.groq") == "groq")
        #expect(try provider("opentelemetry.instrumentation.cohere") == "cohere")
        #expect(try provider("something.else") == nil)
    }

    @Test func `more ways to call than are remembered push each other out and are judged right`() throws {
        let reader = try Reader()
        for round in 0..<2 {
            for n in 0..<1000 {
                let span = Sketch(
                    7, "chat", scope: "x", trace: UInt64(round * 1000 + n + 1),
                    ["gen_ai.operation.name": "chat", "gen_ai.request.model": .text("model-\(n)"), "gen_ai.usage.input_tokens": 5])
                let written = try reader.read([Sketchbook.request([span])])[7]
                #expect(written?["weir.role"] == "call")
                #expect(written?["gen_ai.request.model"] == .text("model-\(n)"))
            }
        }
    }
}
