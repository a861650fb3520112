/// The answer to one request, given after every queue has it or nobody has.
package enum Verdict: Sendable, Equatable {
    /// It is the pipeline's now. `refused` says what of it was not taken (OTLP partial success).
    case accepted(refused: Refusal?)
    /// No room now; nothing of it was taken.
    case busy(retryAfter: Duration)
    /// It cannot be read; sending it again is of no use. The text says what and where.
    case invalid(String)
}

/// Items of an accepted request that were refused one by one.
package struct Refusal: Sendable, Equatable {
    package let items: Int
    package let message: String

    package init(items: Int, message: String) {
        self.items = items
        self.message = message
    }
}
