/// Reads settings files. Whatever is wrong with one comes as `Mistakes`, ready to be shown.
package enum SettingsFile {
    package static let limitBytes = 4 << 20

    /// - Throws: what kept it from being read at all: no such file, not UTF-8, not TOML. Mistakes in what it says are found while its
    ///   sections are read, and stand in `Document.mistakes`.
    package static func load(path: String, environment: Environment = .process) throws(Mistakes) -> Document {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: limitBytes) } catch {
            let mistakes = Mistakes(Source(name: path, text: ""))
            mistakes.add(at: nil, "", "cannot be read: \(error.reason)")
            throw mistakes
        }
        return try load(bytes: bytes, name: path, environment: environment)
    }

    /// The same of a text at hand.
    package static func load(text: String, name: String, environment: Environment = .process) throws(Mistakes) -> Document {
        try load(bytes: Array(text.utf8), name: name, environment: environment)
    }

    package static func load(bytes: [UInt8], name: String, environment: Environment = .process) throws(Mistakes) -> Document {
        let text: String
        do { text = try SettingsText.decode(bytes) } catch {
            let mistakes = Mistakes(Source(name: name, text: error.shown))
            mistakes.hide(Place(line: error.place.line, column: 1, endLine: error.place.line, endColumn: error.place.column))
            mistakes.add(at: error.place, "", error.message, hint: "save the file as UTF-8 text")
            throw mistakes
        }
        let mistakes = Mistakes(Source(name: name, text: text))
        guard let root = SyntaxCheck.parse(text, mistakes) else { throw mistakes }
        SecretName.hide(in: root, mistakes)
        return Document(root: root, environment: environment, mistakes: mistakes)
    }
}
