import Store

/// A conversation as it was read by those who had it: what is new in each call, the answers, the tools and what they gave.
struct Transcript: Sendable {
    struct Turn: Sendable {
        /// From 1, in the whole conversation.
        let number: Int
        let trace: TraceRow
        /// Its LLM spans in order of start.
        let steps: [Step]
        fileprivate(set) var blocks: [Block] = []

        var calls: [Step] { steps.filter { $0.role == .call } }
        var hasFailures: Bool { steps.contains(where: \.isFailed) }
    }

    enum Block: Sendable {
        /// Somebody speaks to the model; `earlier` messages before it were heard in an earlier call.
        case heard(Message, earlier: Int)
        case answered(Answer)
        case tool(ToolUse)
    }

    /// A model call: what it said and the attempts it took.
    struct Answer: Sendable {
        let step: Step
        /// Failed calls that this one repeated, oldest first.
        let attempts: [Step]
        /// What was said beside the tool calls, which are blocks of their own.
        let parts: [Message.Part]
        /// Why there is nothing to read.
        let silence: Silence?
    }

    enum Silence: Sendable, Equatable {
        /// The sender keeps prompts and answers to itself.
        case contentOff
        case failed
        /// The answer was nothing but tool calls.
        case onlyTools
    }

    struct ToolUse: Sendable {
        let id: String?
        let name: String
        var arguments: JSONTree?
        var result: JSONTree?
        var isError = false
        var step: Step?
    }

    private(set) var turns: [Turn]
    /// Whether any call came with content.
    private(set) var hasContent = false

    /// From a conversation's turns, oldest first, those that came before them, and what is known of their spans' contents.
    init(_ turns: [ConversationDetail.Turn], after earlier: Int = 0, contents: [SpanAddress: SpanFacts]) {
        var reading = TranscriptReading()
        self.init(turns, after: earlier, contents: contents, &reading)
    }

    /// The same of a part, where `reading` remembers the parts before it.
    init(_ turns: [ConversationDetail.Turn], after earlier: Int, contents: [SpanAddress: SpanFacts], _ reading: inout TranscriptReading) {
        self.turns = turns.enumerated().map { index, turn in
            var turn = Turn(
                number: earlier + index + 1, trace: turn.trace, steps: turn.spans.map { Step($0, facts: contents[$0.address]) })
            turn.blocks = reading.blocks(of: turn.steps)
            return turn
        }
        hasContent = reading.hasContent
    }

    /// Only the turns in which something failed.
    var failures: Transcript {
        var transcript = self
        transcript.turns.removeAll { !$0.hasFailures }
        return transcript
    }
}
