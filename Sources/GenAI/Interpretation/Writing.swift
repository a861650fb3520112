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

    func write(_ account: Account, _ sighting: Sighting, retryOf attempt: UInt64, _ prices: PriceList?, _ batch: inout Batch) {
        batch.set(slots.role, Value(Text(sighting.role.word)))
        if let failure = sighting.failure { batch.set(slots.errorClass, Value(Text(failure.word))) }
        writeConversation(account, &batch)
        guard sighting.role == .call else { return }
        writeFacts(account, &batch)
        if let degraded = account.degraded { batch.set(slots.degraded, Value(Text(degraded.word))) }
        if attempt != 0 { writeRetry(attempt, &batch) }
        writeCost(account, sighting, prices, &batch)
    }

    // MARK: - Canonical attributes

    private func writeFacts(_ account: Account, _ batch: inout Batch) {
        guard normalization != .off else { return }
        if let operation = account.operation { put(slots.operation, Text(operation.word), &batch) }
        if let provider = account.provider.text { put(slots.provider, provider, &batch) }
        if let model = account.requestModel.text { put(slots.requestModel, model, &batch) }
        if let model = account.responseModel.text { put(slots.responseModel, model, &batch) }
        if let seconds = account.firstChunk { put(slots.firstChunk, seconds, &batch) }
        put(slots.input, account.usage.input, &batch)
        put(slots.output, account.usage.output, &batch)
        put(slots.cacheRead, account.usage.cacheRead, &batch)
        put(slots.cacheWrite, account.usage.cacheWrite, &batch)
        put(slots.reasoning, account.usage.reasoning, &batch)
    }

    private func put(_ place: Slots.Canonical, _ text: Text, _ batch: inout Batch) {
        let sent = batch.value(place.slot)
        if sent.text == text { return }
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

    private func writeConversation(_ account: Account, _ batch: inout Batch) {
        guard !account.conversation.isAbsent else {
            if account.stitched != 0 { return writeStitched(account.stitched, &batch) }
            guard account.refusesConversation, normalization == .canonical else { return }
            return dropAsOriginal(batch.value(slots.conversation.slot), slots.conversation, &batch)
        }
        put(slots.conversation, batch.identifier(account.conversation), &batch)
        if account.conversationSlot < 0 {
            batch.set(slots.conversationSource, Value(Text("inherited")))
        } else {
            batch.set(slots.conversationSource, Value(batch.keys.name(of: Slot(number: Int(account.conversationSlot)))))
        }
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

    private func writeCost(_ account: Account, _ sighting: Sighting, _ prices: PriceList?, _ batch: inout Batch) {
        guard let prices else {
            return write(.unpriced(account.usage.isEmpty ? .noUsage : .modelUnknown), account, &batch) { _ in }
        }
        let priced = price(account, sighting, prices, batch)
        write(priced, account, &batch) { batch in
            if case .computed(let cost) = priced { prices.book.withTitle(cost.entry) { batch.set(slots.costPrice, Value(batch.keep($0))) } }
        }
    }

    /// The cost that wins; `writeTitle` names the price where the computed one does.
    @inline(__always)
    private func write(_ priced: PricedCall, _ account: Account, _ batch: inout Batch, _ writeTitle: (inout Batch) -> Void) {
        if let reported = account.reported, case .computed(let cost) = priced {
            compared.withLock { $0.add(reported: reported.total, computed: cost.usd) }
        }
        if let reported = account.reported, preference == .reported || !priced.isComputed {
            write(total: reported.total, input: reported.input, output: reported.output, &batch)
            batch.set(slots.costSource, Value(Text("reported")))
            return
        }
        switch priced {
        case .computed(let cost):
            write(total: cost.usd, input: cost.inputUSD, output: cost.outputUSD, &batch)
            batch.set(slots.costSource, Value(Text("computed")))
            writeTitle(&batch)
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

    private func price(_ account: Account, _ sighting: Sighting, _ prices: PriceList, _ batch: borrowing Batch) -> PricedCall {
        var context = PriceContext(
            provider: account.provider.text ?? .empty, requestModel: account.requestModel.text ?? .empty,
            responseModel: account.responseModel.text ?? .empty, startNanos: sighting.start, endNanos: sighting.end)
        context.host = account.host.text ?? .empty
        context.servedTier = account.tier.text ?? .empty
        context.requestedTier = account.requestedTier.text ?? .empty
        context.speed = account.speed.text ?? .empty
        context.geo = account.geo.text ?? .empty
        return prices.book.price(BillableUsage(account.usage), context) { index in
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
