import Foundation
import GRDB

/// GRDB speaks of bytes as Foundation's `Data`; the store speaks of arrays and looks at histograms in place.
extension LogHistogram {
    /// Adds the one that stands in a column.
    mutating func add(storedIn row: Row, _ column: Int) throws {
        try row.withUnsafeData(atIndex: column) { data in data?.withUnsafeBytes { add(stored: $0) } }
    }
}

extension Row {
    /// A column's bytes; empty for NULL.
    func bytes(_ column: Int) throws -> [UInt8] { try withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] } }
}
