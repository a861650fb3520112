import Metrics
import OTLP
import Wire

/// What is kept in hand while one batch is measured.
struct GenAIPass: ~Copyable {
    let callDimensions: GenAIDimensions
    var resource = -1
    var call: LabelSet
    var agent: LabelSet
    var tool: LabelSet
    var workflow: LabelSet
    var conversation: LabelSet
    /// The roles, as bits, whose labels hold what the current resource decides.
    var filled: UInt64 = 0
    /// Conversations of different environments are different.
    var environment: UInt64 = 0
    var wanted = SDKMetrics.Wanted.all

    init(_ plan: GenAIMetricsPlan) {
        callDimensions = plan[.call]
        call = LabelSet(dimensions: plan[.call].keys.count)
        agent = LabelSet(dimensions: plan[.agent].keys.count)
        tool = LabelSet(dimensions: plan[.tool].keys.count)
        workflow = LabelSet(dimensions: plan[.workflow].keys.count)
        conversation = LabelSet(dimensions: plan[.conversation].keys.count)
    }
}

/// The selected span's numbers, as far as they are numbers.
extension Batch {
    /// Its duration; -1 where it ends before it begins. Divided, not multiplied: 60 s must not become a little more than the bound 60.
    @inline(__always)
    var seconds: Double {
        let (from, to) = (start, end)
        return to >= from && from != 0 ? Double(to &- from) / 1e9 : -1
    }

    /// A count that is there and not negative.
    @inline(__always)
    func count(_ slot: Slot) -> Int64? {
        guard let int = value(slot).int, int >= 0 else { return nil }
        return int
    }

    /// A size that is there, finite and not negative.
    @inline(__always)
    func amount(_ slot: Slot) -> Double? {
        let value = value(slot)
        guard let amount = value.double ?? value.int.map(Double.init), amount.isFinite, amount >= 0 else { return nil }
        return amount
    }

    /// Whether the call succeeded and did not end in tool calls: its answer is a message to the user.
    func isFinalAnswer(_ slots: GenAISlots) -> Bool {
        guard status != 2 else { return false }
        let reasons = value(slots.finishReasons)
        if let one = reasons.text ?? reasons.onlyText { return !Self.isToolCall(one) }
        for reason in reasons.elements {
            if let text = reason.text, Self.isToolCall(text) { return false }
        }
        return true
    }

    private static func isToolCall(_ reason: Text) -> Bool {
        if reason == "stop" { return false }
        return reason.containsIgnoringCase("tool") || reason.equalsIgnoringCase("function_call")
    }
}
