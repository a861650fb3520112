/// A place in a settings file. Lines and columns start at 1; columns count code points.
package struct Place: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int
    /// Code points that are marked from there on; at least 1.
    package let length: Int

    package init(line: Int, column: Int, length: Int = 1) {
        self.line = line
        self.column = column
        self.length = max(length, 1)
    }

    package static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }

    package static let start = Place(line: 1, column: 1)
}
