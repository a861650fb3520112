import Metrics
import OTLP
import Synchronization
import Wire

/// Measures spans by their roles and canonical attributes. Pure: no clock, no I/O.
///
/// Lanes observe in parallel, each into a shard of its own; `collect` adds the shards up.
final class GenAIMetering: Sendable {
    let plan: GenAIMetricsPlan
    let slots: GenAISlots
    let sdkMetrics: SDKMetrics
    private let call: CallInstruments
    private let callLayout: Layout
    let shards: Shards<GenAIShard>
    let totals: Mutex<GenAITotals>
    let conversations = Mutex(ConversationLedger(capacity: 65_536))

    init(_ options: GenAIMetricsSettings, shards count: Int, seed: UInt64 = .random(in: 0 ... .max), now: UInt64, slot: (String) -> Slot) {
        let plan = GenAIMetricsPlan(options, seed: seed, slot: slot)
        self.plan = plan
        slots = GenAISlots(slot)
        sdkMetrics = SDKMetrics(policy: options.sdkMetrics, seed: seed, layouts: plan.layouts)
        call = CallInstruments(plan.layout(.call).layout)
        callLayout = plan.layout(.call).layout
        shards = Shards(count: count) { GenAIShard(plan) }
        totals = Mutex(GenAITotals(plan, now: now))
    }

    // MARK: - Observing

    /// Measures every span of a batch that has a role. One lock for the batch, one lookup for a span.
    func observe(_ batch: borrowing Batch) {
        guard batch.signal == .traces, batch.itemCount > 0 else { return }
        shards.withAny { measure(batch, &$0) }
    }

    private func measure(_ batch: borrowing Batch, _ shard: inout GenAIShard) {
        var pass = GenAIPass(plan)
        for scope in 0..<batch.scopeCount {
            for item in batch.items(ofScope: scope) {
                batch.select(item)
                guard let text = batch.value(slots.role).text, let role = GenAIRole(text), !batch.isDropped else { continue }
                let resource = batch.resource(ofScope: scope)
                if pass.resource != resource { enter(resource, batch, &pass) }
                switch role {
                case .call: measureCall(batch, &pass, &shard)
                case .agent: measureDuration(.agent, batch, &pass.agent, &pass.filled, pass.wanted, &shard.agent)
                case .tool: measureDuration(.tool, batch, &pass.tool, &pass.filled, pass.wanted, &shard.tool)
                case .workflow: measureDuration(.workflow, batch, &pass.workflow, &pass.filled, pass.wanted, &shard.workflow)
                case .conversation: break
                }
            }
        }
    }

    /// A resource begins: its labels are read once, and which metrics its service reports itself.
    private func enter(_ resource: Int, _ batch: borrowing Batch, _ pass: inout GenAIPass) {
        pass.resource = resource
        plan.dimensions[GenAIRole.call.rawValue].readResource(batch, resource, into: &pass.call, seed: plan.seed)
        pass.filled = 0
        let service = batch.resourceValue(resource, slots.serviceName).text ?? .empty
        pass.environment = environment(batch, resource).hash(seed: plan.seed)
        pass.wanted = sdkMetrics.wanted(service)
    }

    private func environment(_ batch: borrowing Batch, _ resource: Int) -> Text {
        if let text = batch.resourceValue(resource, slots.environment.0).text, !text.isEmpty { return text }
        return batch.resourceValue(resource, slots.environment.1).text ?? .empty
    }

    private func measureCall(_ batch: borrowing Batch, _ pass: inout GenAIPass, _ shard: inout GenAIShard) {
        pass.callDimensions.readSpan(batch, into: &pass.call)
        let record = place(.call, pass.call, &shard.call)
        let wanted = pass.wanted.call
        let seconds = wanted & call.duration.bit != 0 ? batch.seconds : -1
        let chunk = wanted & call.firstChunk.bit != 0 ? firstChunk(batch) : -1
        let conversation = batch.value(slots.conversation).text ?? .empty
        var buckets = (0, 0)
        shard.call.measure(record) { numbers, base in
            var seen: UInt64 = 0
            if seconds >= 0 {
                buckets.0 = call.duration.record(seconds, callLayout, &numbers, base)
                seen |= call.duration.bit
            }
            if chunk >= 0 {
                buckets.1 = call.firstChunk.record(chunk, callLayout, &numbers, base)
                seen |= call.firstChunk.bit
            }
            seen |= tokens(batch.count(slots.input), call.inputTotal, call.inputHistogram, wanted, &numbers, base)
            seen |= tokens(batch.count(slots.output), call.outputTotal, call.outputHistogram, wanted, &numbers, base)
            seen |= share(batch.count(slots.cacheRead), call.cacheRead, &numbers, base)
            seen |= share(batch.count(slots.cacheCreation), call.cacheCreation, &numbers, base)
            seen |= share(batch.count(slots.reasoning), call.reasoning, &numbers, base)
            if let cost = batch.amount(slots.cost) {
                seen |= spent(cost, call.cost, wanted, &numbers, base)
                if !conversation.isEmpty { seen |= spent(cost, call.conversationCost, wanted, &numbers, base) }
            }
            return seen
        }
        if plan.isExponential { recordExponentials(batch, record, seconds, chunk, wanted, &shard.call) }
        let span = Exemplar(value: seconds, time: batch.end, trace: batch.traceID, span: batch.spanID)
        if seconds >= 0 { shard.call.keep(span, record, call.duration, bucket: buckets.0) }
        if chunk >= 0 { shard.call.keep(span.with(value: chunk), record, call.firstChunk, bucket: buckets.1) }
        if !conversation.isEmpty { noteTurn(conversation, batch, &pass, &shard) }
    }

    @inline(__always)
    private func firstChunk(_ batch: borrowing Batch) -> Double {
        batch.amount(slots.firstChunk.0) ?? batch.amount(slots.firstChunk.1) ?? -1
    }

    @inline(__always)
    private func tokens(
        _ tokens: Int64?, _ total: Instrument, _ histogram: Instrument, _ wanted: UInt64, _ numbers: inout Numbers, _ base: Int
    ) -> UInt64 {
        guard let tokens else { return 0 }
        total.add(count: tokens, &numbers, base)
        guard wanted & histogram.bit != 0 else { return total.bit }
        _ = histogram.record(Double(tokens), callLayout, &numbers, base)
        return total.bit | histogram.bit
    }

    @inline(__always)
    private func spent(_ cost: Double, _ instrument: Instrument, _ wanted: UInt64, _ numbers: inout Numbers, _ base: Int) -> UInt64 {
        guard wanted & instrument.bit != 0 else { return 0 }
        instrument.add(sum: cost, &numbers, base)
        return instrument.bit
    }

    @inline(__always)
    private func share(_ tokens: Int64?, _ instrument: Instrument, _ numbers: inout Numbers, _ base: Int) -> UInt64 {
        guard let tokens else { return 0 }
        instrument.add(count: tokens, &numbers, base)
        return instrument.bit
    }

    @inline(never)
    private func recordExponentials(
        _ batch: borrowing Batch, _ record: Int, _ seconds: Double, _ chunk: Double, _ wanted: UInt64, _ table: inout SeriesTable
    ) {
        if seconds >= 0 { table.recordExponential(record, call.duration, seconds) }
        if chunk >= 0 { table.recordExponential(record, call.firstChunk, chunk) }
        if let tokens = batch.count(slots.input), wanted & call.inputHistogram.bit != 0 {
            table.recordExponential(record, call.inputHistogram, Double(tokens))
        }
        if let tokens = batch.count(slots.output), wanted & call.outputHistogram.bit != 0 {
            table.recordExponential(record, call.outputHistogram, Double(tokens))
        }
    }

    /// Agents, tools and workflows: how long they took.
    private func measureDuration(
        _ role: GenAIRole, _ batch: borrowing Batch, _ set: inout LabelSet, _ filled: inout UInt64, _ wanted: SDKMetrics.Wanted,
        _ table: inout SeriesTable
    ) {
        let seconds = batch.seconds
        guard seconds >= 0, wanted.others & role.bit != 0 else { return }
        let record = otherRecord(role, batch, &set, &filled, &table)
        let instrument = plan.layouts[role.rawValue].duration
        var bucket = 0
        table.measure(record) { numbers, base in
            bucket = instrument.record(seconds, plan.layouts[role.rawValue].layout, &numbers, base)
            return instrument.bit
        }
        table.recordExponential(record, instrument, seconds)
        let exemplar = Exemplar(value: seconds, time: batch.end, trace: batch.traceID, span: batch.spanID)
        table.keep(exemplar, record, instrument, bucket: bucket)
    }

    private func otherRecord(
        _ role: GenAIRole, _ batch: borrowing Batch, _ set: inout LabelSet, _ filled: inout UInt64, _ table: inout SeriesTable
    ) -> Int {
        if filled & role.bit == 0 {
            filled |= role.bit
            plan.dimensions[role.rawValue].readResource(batch, batch.resource, into: &set, seed: plan.seed)
        }
        plan.dimensions[role.rawValue].readSpan(batch, into: &set)
        return place(role, set, &table)
    }

    // MARK: - Conversations

    /// Counts what this call says for the first time about its conversation. The common case, nothing new, takes no lock.
    private func noteTurn(_ id: Text, _ batch: borrowing Batch, _ pass: inout GenAIPass, _ shard: inout GenAIShard) {
        let conversation = id.hash(seed: pass.environment)
        let turn = batch.traceID.hash(seed: conversation)
        let flags = RecentSet.seen | (batch.isFinalAnswer(slots) ? RecentSet.answered : 0)
        guard shard.turns.note(turn, flags) & flags != flags else { return }
        let news = conversations.withLock { $0.note(conversation, turn, flags) }
        guard !news.isEmpty else { return }
        let record = otherRecord(.conversation, batch, &pass.conversation, &pass.filled, &shard.conversation)
        let instruments = plan.layouts[GenAIRole.conversation.rawValue].layout.instruments
        shard.conversation.measure(record) { numbers, base in
            instruments[0].add(count: news.started, &numbers, base)
            instruments[1].add(count: news.turns, &numbers, base)
            instruments[2].add(count: news.messages, &numbers, base)
            return instruments[0].bit | instruments[1].bit | instruments[2].bit
        }
    }

    // MARK: - Records

    @inline(__always)
    private func place(_ role: GenAIRole, _ set: borrowing LabelSet, _ table: inout SeriesTable) -> Int {
        let hash = table.hash(set)
        let known = table.find(hash)
        return known >= 0 ? known : admit(role, set, hash, &table)
    }

    /// A label set that this shard has not met: it gets a record unless the shard is full and the totals do not know it either.
    @inline(never)
    private func admit(_ role: GenAIRole, _ set: borrowing LabelSet, _ hash: UInt64, _ table: inout SeriesTable) -> Int {
        guard table.count > plan.shardLimit else { return table.insert(set, hash: hash) }
        let isKnown = totals.withLock { totals in
            switch role {
            case .call: totals.call.knows(hash)
            case .agent: totals.agent.knows(hash)
            case .tool: totals.tool.knows(hash)
            case .workflow: totals.workflow.knows(hash)
            case .conversation: totals.conversation.knows(hash)
            }
        }
        return isKnown ? table.insert(set, hash: hash) : SeriesTable.overflow
    }
}
