/// Something wrong in a settings file, and where.
package struct Mistake: Sendable, Hashable {
    package let file: String
    /// `nil`: it is about the file as a whole.
    package let place: Place?
    /// The section or key it is about, such as `exporters.backend`; empty where it is neither.
    package let subject: String
    package let message: String
    /// What to do instead.
    package let hint: String?

    package var line: Int? { place?.line }
    package var column: Int? { place?.column }

    /// `FILE:L:C: error: SUBJECT: MESSAGE`
    var headline: String {
        let at = place.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file)\(at): error: \(subject.isEmpty ? "" : "\(subject): ")\(message)"
    }
}
