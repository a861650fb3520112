import GenAI
import Synchronization

/// Prices that are set on the page Models while Weir runs (view.md 3.7).
extension PriceShelf {
    /// Nil where no file for them is named.
    var editing: PriceEditing? {
        edits.map { _ in
            PriceEditing(
                current: { self.currentEdits }, isEdited: { entry in self.state.withLock { $0.edited.contains(entry) } }, check: check,
                set: set, remove: remove)
        }
    }

    /// The edits that are in force.
    var currentEdits: [PriceEdit] { state.withLock { $0.edits } }

    /// Whether an edit would be taken.
    func check(_ edit: PriceEdit) throws(PriceEditMistake) {
        _ = try draft { (file, layers) throws(PriceEditMistake) in try file.set(edit, over: layers) }
    }

    /// Writes an edit and takes it over at once.
    func set(_ edit: PriceEdit) throws(PriceEditMistake) {
        try change { (file, layers) throws(PriceEditMistake) in try file.set(edit, over: layers) }
    }

    /// Takes an edit back.
    func remove(_ edit: PriceEdit) throws(PriceEditMistake) {
        try change { (file, _) throws(PriceEditMistake) in
            guard file.remove(edit) else { throw PriceEditMistake("model", "there is no such price of yours") }
        }
    }

    private typealias Change = (inout PriceFile, [PriceFile]) throws(PriceEditMistake) -> Void

    /// One change at a time, and none beside a look at the files.
    private func change(_ change: Change) throws(PriceEditMistake) {
        let outcome = state.withLock { state -> Result<Void, PriceEditMistake> in
            Result { () throws(PriceEditMistake) in
                let draft = try draft(change)
                do { try FileStamp.replace(draft.path, with: draft.text) } catch {
                    throw PriceEditMistake("file", "'\(draft.path)' cannot be written: \(error)")
                }
                state.seen = stamps()
                if case .kept(let fault) = renew(&state, state.seen) {
                    throw PriceEditMistake("model", fault.mistakes.first?.message ?? "the table stays as it was")
                }
            }
        }
        try outcome.get()
    }

    /// What a change would write, read back and put over everything else: what would not hold is never written.
    private func draft(_ change: Change) throws(PriceEditMistake) -> (path: String, text: String) {
        guard let path = edits else {
            throw PriceEditMistake("file", "no file for edits is named", hint: "[processors.genai] edits = \"…\"")
        }
        let layers = try reading { () throws(PriceMistakes) -> [PriceFile] in try self.layers() }
        var file = try reading { () throws(PriceMistakes) -> PriceFile? in try readEdits() } ?? .edits(name: path)
        try change(&file, layers)
        let text = "# Written by Weir's page Models. Comments are not kept.\n" + PriceWriter.write(file)
        _ = try reading { () throws(PriceMistakes) -> PriceTable in
            try table(layers + [try PriceParser.parse(Array(text.utf8), name: path).fitted(over: layers)])
        }
        return (path, text)
    }

    /// What is wrong with a file is what is wrong with the edit.
    private func reading<R>(_ body: () throws(PriceMistakes) -> R) throws(PriceEditMistake) -> R {
        do { return try body() } catch {
            throw PriceEditMistake("model", error.mistakes.first?.message ?? "it would not hold", hint: error.mistakes.first?.hint)
        }
    }
}
