/// Why the store could not do what it was asked.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    /// A question took longer than its two seconds.
    case tooSlow
    /// The folder was written by a newer Weir.
    case newer(version: Int)
    /// More amounts than one answer may hold.
    case tooMuch(limit: Int)
    case closed
    case folder(path: String, problem: String)

    package var description: String {
        switch self {
        case .tooSlow: "the question took too long; narrow the time range or the filters"
        case .newer(let version): "the store was written by a newer Weir (schema \(version))"
        case .tooMuch(let limit): "the answer is made of more than \(limit) amounts; narrow the time range or the filters"
        case .closed: "the store is closed"
        case .folder(let path, let problem): "\(path): \(problem)"
        }
    }
}
