/// Input tokens of a conversation's requests in order: shows a history that runs away (view.md 3.5).
package struct InputGrowth: Sendable, Equatable {
    /// The largest of some requests that follow each other.
    package struct Point: Sendable, Equatable {
        /// Its number among the requests that say their input, from 1.
        package var request: Int
        package var input: Int64
        package var start: Int64
        package var span: SpanAddress
    }

    /// Requests that say their input.
    package var requests: Int
    package var points: [Point]
    /// There are more requests than are read.
    package var isCut: Bool
}
