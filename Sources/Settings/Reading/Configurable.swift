/// What a table of a settings file can be read as.
///
/// ```swift
/// struct FileSettings: Configurable {
///     let path: String
///     let format: Format
///     let rotate: Rotation?
///
///     init(from keys: inout KeyReader) {
///         path = keys.string("path", help: "file to write")
///         format = keys.choice("format", default: .json, help: "one request a line, or length-delimited messages")
///         rotate = keys.table(optional: "rotate", help: "when to begin a new file")
///     }
/// }
/// ```
///
/// Reading never fails: what is wrong is recorded, a placeholder takes its place, and all mistakes of a file are shown in one run. The
/// same calls tell `weir components` which keys there are, so ask for every key, whatever the others say.
package protocol Configurable: Sendable {
    init(from keys: inout KeyReader)
}

/// For what has nothing to set.
package struct NoSettings: Configurable {
    package init() {}
    package init(from keys: inout KeyReader) {}
}

/// What reading needs from outside the table.
struct Scope {
    let environment: Environment
    let mistakes: Mistakes
    /// Reading nothing, only to learn which keys there are.
    var isDescribing = false
}
