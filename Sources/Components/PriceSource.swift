import GenAI

/// The price table that is in use, for whoever works out costs later or shows prices; offered on the board by the component that owns it.
struct PriceSource: Sendable {
    /// Nil where costs are not computed.
    let book: @Sendable () -> PriceBook?
    /// Nil where prices cannot be edited.
    let edits: PriceEditing?
}

/// How prices are edited while Weir runs.
struct PriceEditing: Sendable {
    /// Those in force.
    let current: @Sendable () -> [PriceEdit]
    /// Whether one of them is about an entry of the table, by its title.
    let isEdited: @Sendable (String) -> Bool
    /// Says whether one would be taken; changes nothing.
    let check: @Sendable (PriceEdit) throws(PriceEditMistake) -> Void
    let set: @Sendable (PriceEdit) throws(PriceEditMistake) -> Void
    let remove: @Sendable (PriceEdit) throws(PriceEditMistake) -> Void
}
