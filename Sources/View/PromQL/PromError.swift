/// Why a question has no answer, in the words of Prometheus's HTTP API ("Format overview").
struct PromError: Error, Equatable {
    enum Kind: String, Sendable {
        case badData = "bad_data"
        case execution, timeout, unavailable
        case `internal`
        case notFound = "not_found"
    }

    let kind: Kind
    let text: String

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// What is wrong with the text of a question, and at which character, counted from 1.
    static func bad(_ text: String, at place: Int) -> PromError {
        PromError(.badData, "invalid parameter \"query\": character \(place + 1): \(text)")
    }
}
