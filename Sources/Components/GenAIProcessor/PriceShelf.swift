import GenAI
import Synchronization

/// The price table of one `[processors.genai]`: read once for all pipelines that name it, and again when one of its files has changed.
///
/// A table is replaced as a whole or not at all: mistakes in a file leave what was there.
final class PriceShelf: Sendable {
    /// What became of a look at the files.
    enum Look: Sendable {
        case same
        case renewed(PriceBook)
        case kept(PriceMistakes)
    }

    struct State {
        var isOpen = false
        var book: PriceBook?
        /// What of it was set on the page Models, and the titles of its entries that were.
        var edits: [PriceEdit] = []
        var edited: Set<String> = []
        /// The files when the table was last read, well or not, and at the last look.
        var read: [FileStamp?] = []
        var seen: [FileStamp?] = []
        var status = PriceStatus()
        var readers: [@Sendable (PriceBook) -> Void] = []

        fileprivate mutating func take(_ made: Made) {
            (book, edits, edited) = (made.book, made.edits?.edits ?? [], Set(made.fitted?.records.map(\.title) ?? []))
        }
    }

    /// A table, and its layer of edits as their file has it and as it lies over the others.
    fileprivate struct Made {
        let book: PriceBook
        var edits: PriceFile?
        var fitted: PriceFile?
    }

    let files: [String]
    /// The file that the page Models writes, above all others; made when there is something to write.
    let edits: String?
    let coverage = PriceCoverage()
    let state = Mutex(State())

    init(_ files: [String], edits: String? = nil) {
        self.files = files
        self.edits = edits
    }

    /// Whether a file of the user's is among them: only those can have mistakes, or change.
    var hasFiles: Bool { edits != nil || files.contains { $0 != "builtin" } }

    /// The table, read at the first call. Nil where none was asked for.
    func open() throws(PriceMistakes) -> PriceBook? {
        let opened = state.withLock { state -> Result<PriceBook?, PriceMistakes> in
            if state.isOpen { return .success(state.book) }
            let stamps = stamps()
            return Result { () throws(PriceMistakes) in try makeBook() }.map { made in
                state.isOpen = true
                if let made { state.take(made) }
                (state.read, state.seen) = (stamps, stamps)
                return made?.book
            }
        }
        return try opened.get()
    }

    /// Hands every later table to `reader`. True for the first one who asks: that one watches the files and speaks for the shelf.
    func subscribe(_ reader: @escaping @Sendable (PriceBook) -> Void) -> Bool {
        state.withLock { state in
            state.readers.append(reader)
            return state.readers.count == 1
        }
    }

    /// Reads again where a file has changed. One that is still being written is left alone: two looks must find the same.
    func look() -> Look {
        let now = stamps()
        return state.withLock { state in
            let isSteady = state.seen == now
            state.seen = now
            guard isSteady, state.read != now else { return .same }
            return renew(&state, now)
        }
    }

    /// Reads again whether or not a file has changed.
    func reread() -> Look {
        let now = stamps()
        return state.withLock { state in
            state.seen = now
            return renew(&state, now)
        }
    }

    func renew(_ state: inout State, _ stamps: [FileStamp?]) -> Look {
        state.read = stamps
        do {
            guard let made = try makeBook() else { return .same }
            let book = made.book
            try check(book, readable: state.book?.attributeKeys ?? [])
            state.take(made)
            state.status.reloads += 1
            state.status.mistake = nil
            coverage.forgetUnknown()
            for reader in state.readers { reader(book) }
            return .renewed(book)
        } catch {
            state.status.failures += 1
            state.status.mistake = error.mistakes.first?.inOneLine
            return .kept(error)
        }
    }

    /// Attributes are found in requests by a table that is made once: a new one takes a new start.
    private func check(_ book: PriceBook, readable: [String]) throws(PriceMistakes) {
        guard let key = book.attributeKeys.first(where: { !readable.contains($0) }) else { return }
        let message = "a rule asks for the attribute '\(key)', which Weir reads only after a new start"
        throw PriceMistakes(mistakes: [PriceMistake(file: files.last ?? "", message)])
    }

    /// Nil where no table was asked for.
    private func makeBook() throws(PriceMistakes) -> Made? {
        let layers = try layers()
        guard let edits = try readEdits() else { return layers.isEmpty ? nil : Made(book: try book(layers)) }
        let fitted = edits.fitted(over: layers)
        return Made(book: try book(layers + [fitted]), edits: edits, fitted: fitted)
    }

    private func book(_ layers: [PriceFile]) throws(PriceMistakes) -> PriceBook { PriceBook(try table(layers), coverage: coverage) }

    func table(_ layers: [PriceFile]) throws(PriceMistakes) -> PriceTable {
        try PriceTable(layers, builtin: PriceBook.builtinLayerCount(in: files))
    }

    /// Everything below the edits.
    func layers() throws(PriceMistakes) -> [PriceFile] {
        var layers: [PriceFile] = []
        for file in files {
            if file == "builtin" {
                layers += try PriceBook.builtinLayers()
            } else if let bytes = FileStamp.read(file) {
                layers.append(try PriceParser.parse(bytes, name: file))
            } else {
                throw PriceMistakes(mistakes: [PriceMistake(file: file, "price file '\(file)' cannot be read")])
            }
        }
        return layers
    }

    /// Nil where nobody has edited anything yet.
    func readEdits() throws(PriceMistakes) -> PriceFile? {
        guard let edits, FileStamp(edits) != nil else { return nil }
        guard let bytes = FileStamp.read(edits) else {
            throw PriceMistakes(mistakes: [PriceMistake(file: edits, "price file '\(edits)' cannot be read")])
        }
        return try PriceParser.parse(bytes, name: edits)
    }

    func stamps() -> [FileStamp?] { (files + [edits].compactMap { $0 }).map { $0 == "builtin" ? nil : FileStamp($0) } }

    /// How it stands.
    var status: PriceStatus {
        state.withLock { state in
            var status = state.status
            status.book = state.book
            return status
        }
    }
}

/// How a shelf stands.
struct PriceStatus: Sendable {
    var book: PriceBook?
    var reloads: UInt64 = 0
    var failures: UInt64 = 0
    /// Where the files have a mistake that keeps an older table in use, and which.
    var mistake: String?
}
