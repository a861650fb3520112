import GenAI
import OTLP
import Store
import Synchronization
import Wire

/// Works out what stored calls cost by a price table: `processors.genai`'s own reading of what was sent, so that tiers, lifetimes of caches
/// and attributes count as they did when the calls came.
final class BlockCosts: CostReader {
    /// Each look at it is an hour later: what is remembered of one block's traces is forgotten before the next.
    private final class Hours: Sendable {
        private let passed = Atomic<UInt64>(0)

        var nanoseconds: UInt64 { passed.wrappingAdd(1, ordering: .relaxed).newValue &* 3_600_000_000_000 }
    }

    private let interpreter: Interpreter
    private let keys: ViewKeys
    /// Counts that `genai` may have replaced, and where what was sent then stands.
    private let originals: [(Slot, Slot)]
    private let pool: BatchPool

    init(_ book: PriceBook) {
        let hours = Hours()
        var registry = KeyRegistry()
        interpreter = Interpreter(keys: &registry) { hours.nanoseconds }
        interpreter.use(book, attributes: book.attributeKeys.map { registry.slot($0) })
        let counts = [
            "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.reasoning.output_tokens",
        ]
        originals = counts.map { (registry.slot($0), registry.slot("weir.original." + $0)) }
        keys = ViewKeys(&registry)
        pool = BatchPool(keys: keys.table)
    }

    func costs(_ block: [UInt8], at places: [Int]) -> [CallCost?] {
        guard let (request, signal) = BlockReader.request(block),
            let unjudged = request.withBytes({ edited($0, signal) { batch in takeBack(at: places, &batch) } }),
            let judged = unjudged.withBytes({ edited($0, signal) { batch in interpreter.process(&batch) } })
        else { return places.map { _ in nil } }
        return pool.withWorkbench { bench in
            judged.withBytes { bytes in
                do throws(WireError) { try bench.batch.scan(bytes, as: signal) } catch { return places.map { _ in nil } }
                return places.map { place in
                    guard 0..<bench.batch.itemCount ~= place else { return nil }
                    bench.batch.select(place)
                    return cost(bench.batch)
                }
            }
        }
    }

    /// The request after some edits; nil where it cannot be read or nothing was edited.
    private func edited(_ request: UnsafeRawBufferPointer, _ signal: Signal, _ edit: (inout Batch) -> Void) -> Bytes? {
        pool.withWorkbench { bench in
            do throws(WireError) { try bench.batch.scan(request, as: signal) } catch { return nil }
            edit(&bench.batch)
            return bench.splice()
        }
    }

    /// What has a role was judged before and is not judged again; counts are read as they were sent.
    private func takeBack(at places: [Int], _ batch: inout Batch) {
        for place in places where place < batch.itemCount {
            batch.select(place)
            batch.drop(keys.role)
            for (count, original) in originals {
                let sent = batch.value(original)
                if !sent.isAbsent { batch.set(count, sent) }
            }
        }
    }

    /// A cost that is not computed is the one that stands there already.
    private func cost(_ batch: borrowing Batch) -> CallCost? {
        guard batch.value(keys.costSource).text.map({ $0 == "computed" }) == true,
            let nano = batch.value(keys.cost).double.flatMap({ Int64(scaled: $0) })
        else { return nil }
        return CallCost(
            nano: nano, inputNano: batch.value(keys.costInput).double.flatMap { Int64(scaled: $0) },
            outputNano: batch.value(keys.costOutput).double.flatMap { Int64(scaled: $0) }, detail: batch.value(keys.costDetail).text?.known,
            price: batch.value(keys.costPrice).text?.known)
    }
}
