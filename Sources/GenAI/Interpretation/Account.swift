import OTLP
import Wire

/// What one GenAI span turned out to be: everything that is written on it, but for its role, which its relatives decide.
struct Account: BitwiseCopyable {
    var item: Int32
    /// Its place among the sightings.
    var sighting: Int32
    var dialect: UInt8
    var operation: Operation?
    /// Nothing is to be written of these.
    var hasOperation = false
    var hasProvider = false
    /// The conversation is the span's own, and a text without quotes.
    var isConversationPlain = false
    /// Empty where nobody knows.
    var provider = Text.empty
    var requestModel = Text.empty
    var responseModel = Text.empty
    /// Of those three and the host.
    var priceName = PriceName.none
    var usage = Usage()
    var reported: ReportedCost?
    var degraded: FinishReason?
    var conversation = Value.absent
    /// The key the conversation came from; -1 where it was inherited.
    var conversationSlot: Int32 = -1
    /// Seconds to the first chunk of a stream.
    var firstChunk: Double?
    /// The input messages as JSON, only where calls are stitched.
    var messages = Text.empty
    /// Hashed; 0 where there is none.
    var previousResponse: UInt64 = 0
    /// Written where no span of the trace names a conversation.
    var stitched: UInt64 = 0
    var host = Text.empty
    var tier = Text.empty
    var requestedTier = Text.empty
    /// `fast`, where the request asked for it.
    var speed = Text.empty
    /// Where inference was asked to happen.
    var geo = Text.empty
}

/// A span that names a conversation, GenAI or not: its relatives belong there too.
struct Mention: BitwiseCopyable {
    var trace: UInt64
    var span: UInt64
    var start: UInt64
    var conversation: Value
    /// Came from an earlier request.
    var isPast = false
}

extension Mention {
    init(_ sighting: borrowing Sighting, _ conversation: Value) {
        self.init(trace: sighting.trace, span: sighting.span, start: sighting.start, conversation: conversation)
    }
}
