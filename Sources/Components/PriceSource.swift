import GenAI

/// The price table that is in use, for whoever works out costs later; offered on the board by the component that owns it.
struct PriceSource: Sendable {
    /// Nil where costs are not computed.
    let book: @Sendable () -> PriceBook?
}
