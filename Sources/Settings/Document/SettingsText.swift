/// Makes text of a settings file's bytes: a byte order mark is dropped; NUL and what is not UTF-8 are mistakes with their place.
enum SettingsText {
    struct Trouble: Error {
        let message: String
        let place: Place
        /// The text with the bad bytes replaced, for showing the place.
        let shown: String
    }

    static func decode(_ bytes: [UInt8]) throws(Trouble) -> String {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Trouble(message: "not UTF-8", place: firstInvalid(body), shown: String(decoding: body, as: UTF8.self))
        }
        if let index = text.utf8.firstIndex(of: 0) {
            throw Trouble(message: "a NUL character", place: place(after: text.unicodeScalars[..<index]), shown: text)
        }
        return text
    }

    private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Place {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var scalars = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&rest) { scalars.append(scalar) }
        return place(after: scalars)
    }

    private static func place(after scalars: some BidirectionalCollection<Unicode.Scalar>) -> Place {
        let line = scalars.count { $0 == "\n" } + 1
        let column = scalars.distance(
            from: scalars.lastIndex(of: "\n").map(scalars.index(after:)) ?? scalars.startIndex, to: scalars.endIndex)
        return Place(line: line, column: column + 1)
    }
}
