import OTLP
import Wire

/// What a span's words say it is, and whose: all that its ids, counts and times cannot change.
struct Judgement: BitwiseCopyable, Equatable {
    var sense = Sense.other
    /// How good a witness it is.
    var standing = Standing.client
    /// Several instrumentations speak this dialect, each a witness of its own standing.
    var isOneOfSeveral = false
    var isFailed = false
    var vendor: Vendor?
    /// Empty where nobody knows.
    var provider = Text.empty
    var models = Models()
    /// Of the models; 0 where they are unknown.
    var requestHash: UInt64 = 0
    var answerHash: UInt64 = 0
    var finish: FinishReason?
    var priceName = PriceName.none
    /// The canonical attributes of these already say so: they need not be read again when the span is written.
    var hasOperation = false
    var hasProvider = false

    /// Nothing is known.
    init() {}

    init(_ facts: borrowing Facts, _ batch: borrowing Batch, _ dialect: Dialect, _ interpreter: Interpreter) {
        sense = Classification.sense(facts, batch, dialect)
        standing = dialect.standingOf?(facts, batch) ?? dialect.standing
        isOneOfSeveral = dialect.standingOf != nil
        isFailed =
            Failure.happened(facts, batch, interpreter.failureKeys, isCall: sense.role == .call)
            && !Failure.isLeftover(facts, batch, standing)
        readCall(facts, batch, dialect, interpreter)
    }

    /// Of a log record, which says what it is by its kind.
    init(
        record sense: Sense, isFailed: Bool, _ facts: borrowing Facts, _ batch: borrowing Batch, _ dialect: Dialect,
        _ interpreter: Interpreter
    ) {
        self.sense = sense
        self.isFailed = isFailed
        standing = dialect.standingOf?(facts, batch) ?? dialect.standing
        isOneOfSeveral = dialect.standingOf != nil
        readCall(facts, batch, dialect, interpreter)
    }

    private mutating func readCall(
        _ facts: borrowing Facts, _ batch: borrowing Batch, _ dialect: Dialect, _ interpreter: Interpreter
    ) {
        guard sense.operation != nil else { return }
        models = Models.read(facts, batch, sense.operation, answered: !isFailed)
        models.readStream(batch, interpreter.streamChunk)
        let provider = Provider.read(facts, batch, dialect, models)
        vendor = provider.vendor
        self.provider = provider.name
        refine()
        if let operation = sense.operation {
            hasOperation = facts.says(Text(operation.word), .operation, interpreter.slots.operation.slot)
        }
        hasProvider = facts.says(self.provider, .provider, interpreter.slots.provider.slot)
        requestHash = models.request.modelHash
        answerHash = models.response.modelHash
        if facts.has(.finishReason) { finish = FinishReason.named(facts[.finishReason].firstText) }
        priceName = PriceName(
            NameParts(
                provider: self.provider, response: models.response, request: models.request, host: facts.text(.serverAddress)))
    }

    /// Embedding models are called through generic methods too.
    private mutating func refine() {
        let model = models.request.isEmpty ? models.response : models.request
        guard sense.operation != .embeddings, model.namesEmbeddings else { return }
        sense = sense.role == .duplicate ? .repeats(.embeddings) : .call(.embeddings)
    }
}
