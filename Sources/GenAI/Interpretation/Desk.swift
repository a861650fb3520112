import OTLP
import Wire

/// Where one request is worked on: memory that is used again for the next.
struct Desk: ~Copyable {
    private let pin = Pin()
    var facts = Facts()
    var precedents = Precedents()
    /// On the span that is being read.
    var judgement = Judgement()
    var kinship = Kinship()
    var accounts = Scratch<Account>(capacity: 256)
    var mentions = Mentions()
    var scopes = Scratch<ScopeNote>(capacity: 16)
    var traces = Chains()
    var sightingOrder = ShardOrder()
    var mentionOrder = ShardOrder()
    /// Found under one span's keys.
    var twins = Scratch<TraceMemory.Twin>(capacity: 16)
    /// Parents by span, for the rare trace with several conversations; built when first asked for.
    var ancestry: [UInt64: UInt64] = [:]

    /// What is known of an instrumentation scope of this request.
    struct ScopeNote: BitwiseCopyable {
        /// -1 where nobody lists it.
        var dialect: Int32
        var hash: UInt32
        /// The same for all scopes of this name.
        var identity: UInt64
        var resource: UInt64
    }

    init() {}

    /// `additions` are empty before and after.
    mutating func work(
        on batch: inout Batch, with interpreter: Interpreter, _ prices: PriceList, _ additions: inout Additions, _ now: UInt64
    ) {
        reset()
        noteScopes(batch, interpreter)
        if batch.signal == .traces {
            for scope in 0..<scopes.count { readSpans(ofScope: scope, batch, interpreter) }
        } else {
            for i in 0..<batch.itemCount {
                batch.select(i)
                readRecord(i, batch, interpreter)
            }
        }
        guard kinship.sightings.count > 0 || mentions.count > 0 else { return }
        recall(&batch, interpreter, now)
        if accounts.count > 0 {
            kinship.settle()
            share()
            prices.book.withMemory { writeAll(&batch, interpreter, prices, &$0, &additions, now) }
            interpreter.tally.add(self)
        }
        remember(interpreter, now)
    }

    private mutating func writeAll(
        _ batch: inout Batch, _ interpreter: Interpreter, _ prices: PriceList, _ memory: inout PriceMemory,
        _ additions: inout Additions, _ now: UInt64
    ) {
        for i in 0..<accounts.count {
            batch.select(Int(accounts[i].item))
            belong(i, batch)
            if let stitcher = interpreter.stitcher { stitch(i, stitcher, now) }
            interpreter.writing.write(i, of: self, prices, &memory, &additions, &batch)
        }
    }

    /// What relatives know of an account's span.
    @inline(__always)
    func sighting(of account: Int) -> Sighting { kinship.sightings[Int(accounts[account].sighting)] }

    private mutating func reset() {
        kinship.reset()
        accounts.removeAll(keep: 2048)
        mentions.reset()
        scopes.removeAll(keep: 256)
        if !ancestry.isEmpty { ancestry.removeAll() }
    }

    mutating func noteScopes(_ batch: borrowing Batch, _ interpreter: Interpreter) {
        var resource = -1
        var identity: UInt64 = 0
        for scope in 0..<batch.scopeCount {
            if batch.resource(ofScope: scope) != resource {
                resource = batch.resource(ofScope: scope)
                identity = Mix.pair(
                    (batch.resourceValue(resource, interpreter.serviceName).text ?? .empty).hash(seed: 11),
                    (batch.resourceValue(resource, interpreter.serviceInstance).text ?? .empty).hash(seed: 13))
            }
            let name = batch.scopeName(scope)
            scopes.append(
                ScopeNote(
                    dialect: Int32(interpreter.recognition.dialect(ofScope: name) ?? -1),
                    hash: UInt32(truncatingIfNeeded: name.hash(seed: 17)), identity: name.hash(seed: facts.seed), resource: identity))
        }
    }
}
