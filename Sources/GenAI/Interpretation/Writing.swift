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
    func write(_ i: Int, of desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ batch: inout Batch) {
        let role = desk.sighting(of: i).role
        batch.set(slots.role, Value(Text(role.word)))
        if let failure = desk.sighting(of: i).failure { batch.set(slots.errorClass, Value(Text(failure.word))) }
        writeConversation(i, desk, &batch)
        guard role == .call else { return }
        if normalization != .off { writeFacts(i, desk, &batch) }
        if let degraded = desk.accounts[i].degraded { batch.set(slots.degraded, Value(Text(degraded.word))) }
        let attempt = desk.retried(i)
        if attempt != 0 { writeRetry(attempt, &batch) }
        writeCost(i, desk, prices, &memory, &batch)
    }

    // MARK: - Canonical attributes

    private func writeFacts(_ i: Int, _ desk: borrowing Desk, _ batch: inout Batch) {
        if let operation = desk.accounts[i].operation { put(slots.operation, Text(operation.word), &batch) }
        put(slots.provider, desk.accounts[i].provider, &batch)
        put(slots.requestModel, desk.accounts[i].requestModel, &batch)
        put(slots.responseModel, desk.accounts[i].responseModel, &batch)
        if let seconds = desk.accounts[i].firstChunk { put(slots.firstChunk, seconds, &batch) }
        put(slots.input, desk.accounts[i].usage.input, &batch)
        put(slots.output, desk.accounts[i].usage.output, &batch)
        put(slots.cacheRead, desk.accounts[i].usage.cacheRead, &batch)
        put(slots.cacheWrite, desk.accounts[i].usage.cacheWrite, &batch)
        put(slots.reasoning, desk.accounts[i].usage.reasoning, &batch)
    }

    /// An empty text is not known.
    private func put(_ place: Slots.Canonical, _ text: Text, _ batch: inout Batch) {
        let sent = batch.value(place.slot)
        if text.isEmpty || sent.text == text { return }
        replace(sent, at: place, by: Value(text), &batch)
    }

    private func put(_ place: Slots.Canonical, _ count: Int64?, _ batch: inout Batch) {
        let sent = batch.value(place.slot)
        guard let count else {
            // A failed call's zeros are no usage.
            if !sent.isAbsent, normalization == .canonical { dropAsOriginal(sent, place, &batch) }
            return
        }
        if sent.int == count { return }
        replace(sent, at: place, by: .int(count), &batch)
    }

    private func replace(_ sent: Value, at place: Slots.Canonical, by value: Value, _ batch: inout Batch) {
        if sent.isAbsent {
            batch.set(place.slot, value)
        } else if normalization == .canonical {
            batch.set(place.original, sent)
            batch.set(place.slot, value)
        }
    }

    private func dropAsOriginal(_ sent: Value, _ place: Slots.Canonical, _ batch: inout Batch) {
        batch.set(place.original, sent)
        batch.drop(place.slot)
    }

    // MARK: - Conversation

    private func writeConversation(_ i: Int, _ desk: borrowing Desk, _ batch: inout Batch) {
        let conversation = desk.accounts[i].conversation
        guard !conversation.isAbsent else {
            if desk.accounts[i].stitched != 0 { return writeStitched(desk.accounts[i].stitched, &batch) }
            guard desk.accounts[i].refusesConversation, normalization == .canonical else { return }
            return dropAsOriginal(batch.value(slots.conversation.slot), slots.conversation, &batch)
        }
        put(slots.conversation, batch.identifier(conversation), &batch)
        let slot = desk.accounts[i].conversationSlot
        batch.set(slots.conversationSource, Value(slot < 0 ? Text("inherited") : batch.keys.name(of: Slot(number: Int(slot)))))
    }

    private func writeStitched(_ conversation: UInt64, _ batch: inout Batch) {
        Self.withHex(conversation, after: "stitched-") { put(slots.conversation, batch.keep($0), &batch) }
        batch.set(slots.conversationSource, Value(Text("stitched")))
    }

    /// The failed attempt's span id in hex.
    private func writeRetry(_ attempt: UInt64, _ batch: inout Batch) {
        Self.withHex(attempt, after: "") { batch.set(slots.retryOf, Value(batch.keep($0))) }
    }

    private static func withHex(_ number: UInt64, after prefix: String, _ body: (Text) -> Void) {
        let digits = String(number, radix: 16)
        var hex = prefix + String(repeating: "0", count: 16 - digits.utf8.count) + digits
        hex.withUTF8 { body(Text(UnsafeRawBufferPointer($0))) }
    }

    // MARK: - Cost

    private func writeCost(
        _ i: Int, _ desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ batch: inout Batch
    ) {
        let priced = price(i, desk, prices, &memory, batch)
        guard let reported = desk.accounts[i].reported else { return write(priced, prices, &batch) }
        if case .computed(let cost) = priced { compared.withLock { $0.add(reported: reported.total, computed: cost.usd) } }
        if priced.isComputed, preference == .computed { return write(priced, prices, &batch) }
        write(total: reported.total, input: reported.input, output: reported.output, &batch)
        batch.set(slots.costSource, Value(Text("reported")))
    }

    private func write(_ priced: PricedCall, _ prices: PriceList, _ batch: inout Batch) {
        switch priced {
        case .computed(let cost):
            write(total: cost.usd, input: cost.inputUSD, output: cost.outputUSD, &batch)
            batch.set(slots.costSource, Value(Text("computed")))
            prices.book.withTitle(cost.entry) { batch.set(slots.costPrice, Value(batch.keep($0))) }
            if cost.detail != .none { writeDetail(cost.detail, &batch) }
        case .unpriced(let reason):
            batch.set(slots.costSource, Value(Text("unpriced")))
            batch.set(slots.costDetail, Value(Text(reason.word)))
        }
    }

    private func writeDetail(_ detail: PricedCall.Detail, _ batch: inout Batch) {
        var words = detail.text
        words.withUTF8 { batch.set(slots.costDetail, Value(batch.keep(Text(UnsafeRawBufferPointer($0))))) }
    }

    private func write(total: Double, input: Double?, output: Double?, _ batch: inout Batch) {
        put(slots.costUSD, total, &batch)
        put(slots.cost, total, &batch)
        if let input { put(slots.costInput, input, &batch) }
        if let output { put(slots.costOutput, output, &batch) }
    }

    private func put(_ place: Slots.Canonical, _ amount: Double, _ batch: inout Batch) {
        let sent = batch.value(place.slot)
        if sent.double == amount { return }
        if !sent.isAbsent { batch.set(place.original, sent) }
        batch.set(place.slot, .double(amount))
    }

    private func price(
        _ i: Int, _ desk: borrowing Desk, _ prices: PriceList, _ memory: inout PriceMemory, _ batch: borrowing Batch
    ) -> PricedCall {
        var context = PriceContext(
            provider: desk.accounts[i].provider, requestModel: desk.accounts[i].requestModel, responseModel: desk.accounts[i].responseModel,
            startNanos: desk.sighting(of: i).start, endNanos: desk.sighting(of: i).end)
        context.host = desk.accounts[i].host
        context.servedTier = desk.accounts[i].tier
        context.requestedTier = desk.accounts[i].requestedTier
        context.speed = desk.accounts[i].speed
        context.geo = desk.accounts[i].geo
        return prices.book.price(BillableUsage(desk.accounts[i].usage), context, &memory) { index in
            index < prices.attributes.count ? batch.value(prices.attributes[index]).text ?? .empty : .empty
        }
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
