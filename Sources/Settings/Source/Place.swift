/// A stretch of a settings file: lines and columns count from 1, columns in Unicode scalars, the end is exclusive.
package struct Place: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int
    package let endLine: Int
    package let endColumn: Int

    package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// Some scalars of one line.
    package init(line: Int, column: Int, length: Int = 1) {
        self.init(line: line, column: column, endLine: line, endColumn: column + length)
    }

    /// How many scalars it marks in its first line, at least 1; `Int.max` where it goes on in the next line.
    package var length: Int { endLine > line ? .max : max(1, endColumn - column) }

    package static func < (a: Place, b: Place) -> Bool {
        (a.line, a.column, a.endLine, a.endColumn) < (b.line, b.column, b.endLine, b.endColumn)
    }
}

/// A value that remembers where it was written, so that a mistake found later can still be shown there.
package struct Placed<Value: Sendable>: Sendable {
    package let value: Value
    package let place: Place

    package init(_ value: Value, _ place: Place) {
        self.value = value
        self.place = place
    }
}

extension Placed: Equatable where Value: Equatable {}
