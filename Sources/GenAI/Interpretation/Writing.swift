import OTLP
import Synchronization
import Wire

/// The third step: what is known of a span is written on it (pipelines.md, "What `genai` writes on spans").
final class Writing: Sendable {
    private let slots: Slots
    private let normalization: Normalization
    private let preference: CostPreference
    /// Calls whose cost is both computed and reported.
    let compared = Mutex(ComparedCosts())

    init(_ slots: Slots, _ options: InterpreterOptions) {
        self.slots = slots
        normalization = options.normalization
        preference = options.preference
    }

    /// Writes account `i` of the desk on its item, which must be selected.
    func write(
        _ i: Int, of desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ additions: inout Additions,
        _ batch: inout Batch
    ) {
        let role = desk.sighting(of: i).role
        set(slots.role, Text(role.word), &additions, &batch)
        if let failure = desk.sighting(of: i).failure { set(slots.errorClass, Text(failure.word), &additions, &batch) }
        writeConversation(i, desk, &additions, &batch)
        if role == .call {
            if normalization != .off { writeFacts(i, desk, &additions, &batch) }
            if let degraded = desk.accounts[i].degraded { set(slots.degraded, Text(degraded.word), &additions, &batch) }
            let attempt = desk.retried(i)
            if attempt != 0 { writeRetry(attempt, &additions, &batch) }
            writeCost(i, desk, prices, &memory, &additions, &batch)
        }
        batch.append(&additions)
    }

    /// Our own attributes: whatever stood there is overwritten.
    @inline(__always)
    private func set(_ slot: Slot, _ text: Text, _ additions: inout Additions, _ batch: inout Batch) {
        if batch.known(slot) != nil { batch.set(slot, Value(text)) } else { additions.add(slot, Value(text)) }
    }

    // MARK: - Canonical attributes

    private func writeFacts(_ i: Int, _ desk: borrowing Desk, _ additions: inout Additions, _ batch: inout Batch) {
        if let operation = desk.accounts[i].operation, !desk.accounts[i].hasOperation {
            put(slots.operation, Text(operation.word), &additions, &batch)
        }
        if !desk.accounts[i].hasProvider { put(slots.provider, desk.accounts[i].provider, &additions, &batch) }
        put(slots.requestModel, desk.accounts[i].requestModel, &additions, &batch)
        put(slots.responseModel, desk.accounts[i].responseModel, &additions, &batch)
        if let seconds = desk.accounts[i].firstChunk { put(slots.firstChunk, seconds, &additions, &batch) }
        put(slots.input, desk.accounts[i].usage.input, &additions, &batch)
        put(slots.output, desk.accounts[i].usage.output, &additions, &batch)
        put(slots.cacheRead, desk.accounts[i].usage.cacheRead, &additions, &batch)
        put(slots.cacheWrite, desk.accounts[i].usage.cacheWrite, &additions, &batch)
        put(slots.reasoning, desk.accounts[i].usage.reasoning, &additions, &batch)
    }

    /// An empty text is not known.
    @inline(__always)
    private func put(_ place: Slots.Canonical, _ text: Text, _ additions: inout Additions, _ batch: inout Batch) {
        if text.isEmpty { return }
        guard let sent = batch.known(place.slot) else { return additions.add(place.slot, Value(text)) }
        if !sent.says(text) { replace(sent, at: place, by: Value(text), &batch) }
    }

    @inline(__always)
    private func put(_ place: Slots.Canonical, _ count: Int64?, _ additions: inout Additions, _ batch: inout Batch) {
        guard let sent = batch.known(place.slot) else {
            if let count { additions.add(place.slot, .int(count)) }
            return
        }
        if let count {
            if sent.int != count { replace(sent, at: place, by: .int(count), &batch) }
        } else if normalization == .canonical {
            // A failed call's zeros are no usage.
            dropAsOriginal(sent, place, &batch)
        }
    }

    @inline(never)
    private func replace(_ sent: Value, at place: Slots.Canonical, by value: Value, _ batch: inout Batch) {
        if sent.isAbsent {
            batch.set(place.slot, value)
        } else if normalization == .canonical {
            batch.set(place.original, sent)
            batch.set(place.slot, value)
        }
    }

    @inline(never)
    private func dropAsOriginal(_ sent: Value, _ place: Slots.Canonical, _ batch: inout Batch) {
        if sent.isAbsent { return }
        batch.set(place.original, sent)
        batch.drop(place.slot)
    }

    // MARK: - Conversation

    private func writeConversation(_ i: Int, _ desk: borrowing Desk, _ additions: inout Additions, _ batch: inout Batch) {
        let conversation = desk.accounts[i].conversation
        guard !conversation.isAbsent else {
            if desk.accounts[i].stitched != 0 { return writeStitched(desk.accounts[i].stitched, &additions, &batch) }
            // What stands there, if anything, is none.
            let refused = batch.value(slots.conversation.slot)
            if refused.saysSomething, normalization == .canonical { dropAsOriginal(refused, slots.conversation, &batch) }
            return
        }
        let plain = desk.accounts[i].isConversationPlain ? conversation.text : nil
        put(slots.conversation, plain ?? batch.identifier(conversation), &additions, &batch)
        let slot = desk.accounts[i].conversationSlot
        let source = slot < 0 ? Text("inherited") : batch.keys.name(of: Slot(number: Int(slot)))
        set(slots.conversationSource, source, &additions, &batch)
    }

    private func writeStitched(_ conversation: UInt64, _ additions: inout Additions, _ batch: inout Batch) {
        put(slots.conversation, Self.hex(conversation, after: "stitched-", &batch), &additions, &batch)
        set(slots.conversationSource, Text("stitched"), &additions, &batch)
    }

    /// The failed attempt's span id in hex.
    private func writeRetry(_ attempt: UInt64, _ additions: inout Additions, _ batch: inout Batch) {
        set(slots.retryOf, Self.hex(attempt, after: "", &batch), &additions, &batch)
    }

    private static func hex(_ number: UInt64, after prefix: String, _ batch: inout Batch) -> Text {
        let digits = String(number, radix: 16)
        return batch.keep(Array((prefix + String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8))
    }

    // MARK: - Cost

    private func writeCost(
        _ i: Int, _ desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ additions: inout Additions,
        _ batch: inout Batch
    ) {
        let priced = price(i, desk, prices, &memory, batch)
        guard let reported = desk.accounts[i].reported else { return write(priced, prices, &additions, &batch) }
        if case .computed(let cost) = priced { compared.withLock { $0.add(reported: reported.total, computed: cost.usd) } }
        if priced.isComputed, preference == .computed { return write(priced, prices, &additions, &batch) }
        write(total: reported.total, input: reported.input, output: reported.output, &additions, &batch)
        set(slots.costSource, Text("reported"), &additions, &batch)
    }

    private func write(_ priced: PricedCall, _ prices: PriceList, _ additions: inout Additions, _ batch: inout Batch) {
        switch priced {
        case .computed(let cost):
            write(total: cost.usd, input: cost.inputUSD, output: cost.outputUSD, &additions, &batch)
            set(slots.costSource, Text("computed"), &additions, &batch)
            set(slots.costPrice, prices.book.title(cost.entry, &batch), &additions, &batch)
            if cost.detail != .none { set(slots.costDetail, batch.keep(Array(cost.detail.text.utf8)), &additions, &batch) }
        case .unpriced(let reason):
            set(slots.costSource, Text("unpriced"), &additions, &batch)
            set(slots.costDetail, Text(reason.word), &additions, &batch)
        }
    }

    @inline(__always)
    private func write(total: Double, input: Double?, output: Double?, _ additions: inout Additions, _ batch: inout Batch) {
        put(slots.costUSD, total, &additions, &batch)
        put(slots.cost, total, &additions, &batch)
        if let input { put(slots.costInput, input, &additions, &batch) }
        if let output { put(slots.costOutput, output, &additions, &batch) }
    }

    @inline(__always)
    private func put(_ place: Slots.Canonical, _ amount: Double, _ additions: inout Additions, _ batch: inout Batch) {
        guard let sent = batch.known(place.slot) else { return additions.add(place.slot, .double(amount)) }
        replace(sent, at: place, by: amount, &batch)
    }

    @inline(never)
    private func replace(_ sent: Value, at place: Slots.Canonical, by amount: Double, _ batch: inout Batch) {
        if sent.double == amount { return }
        if !sent.isAbsent { batch.set(place.original, sent) }
        batch.set(place.slot, .double(amount))
    }

    private func price(
        _ i: Int, _ desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ batch: borrowing Batch
    ) -> PricedCall {
        let moment = (desk.sighting(of: i).start, desk.sighting(of: i).end)
        if desk.accounts[i].isPlain, let usage = TextUsage(desk.accounts[i].usage),
            let cost = prices.book.cost(usage, desk.accounts[i].priceName, moment, &memory)
        {
            return .computed(cost)
        }
        return prices.book.price(BillableUsage(desk.accounts[i].usage), desk.accounts[i].context(moment), &memory) { index in
            index < prices.attributes.count ? batch.value(prices.attributes[index]).text ?? .empty : .empty
        }
    }
}

extension Account {
    /// Nothing was asked for that some prices depend on.
    fileprivate var isPlain: Bool { tier.count | requestedTier.count | speed.count | geo.count == 0 }

    fileprivate func context(_ moment: (start: UInt64, end: UInt64)) -> PriceContext {
        var context = PriceContext(
            provider: provider, requestModel: requestModel, responseModel: responseModel, startNanos: moment.start, endNanos: moment.end)
        context.name = priceName
        context.host = host
        context.servedTier = tier
        context.requestedTier = requestedTier
        context.speed = speed
        context.geo = geo
        return context
    }
}

extension PriceBook {
    /// What a price is called, kept by the batch: the book may go.
    @inline(__always)
    fileprivate func title(_ entry: Int32, _ batch: inout Batch) -> Text {
        var title = Text.empty
        withTitle(entry) { title = batch.keep($0) }
        return title
    }
}

extension PricedCall {
    fileprivate var isComputed: Bool {
        if case .computed = self { true } else { false }
    }
}

extension BillableUsage {
    /// The counts of a call, where they were said.
    init(_ usage: Usage) {
        self.init(input: usage.input, output: usage.output)
        cacheRead = usage.cacheRead ?? 0
        // A part that is told is at least as much as the whole.
        cacheWrite = usage.cacheWrite ?? usage.cacheWrite1h ?? 0
        cacheWrite1h = usage.cacheWrite1h ?? 0
        reasoning = usage.reasoning ?? 0
        inputAudio = usage.parts.inputAudio
        cacheReadAudio = usage.parts.cacheReadAudio
        inputImage = usage.parts.inputImage
        outputAudio = usage.parts.outputAudio
        outputImage = usage.parts.outputImage
    }
}
