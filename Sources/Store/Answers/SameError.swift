/// Failures of one group, seen from one of them.
package struct SameError: Sendable, Equatable {
    /// The group's `id` among those of the Errors page.
    package var group: Int64
    /// In the range, the span that was asked about among them where it is in it.
    package var count: Int64
    /// Of them those in other traces.
    package var elsewhere: Int64
    /// Of the range; nil where there is none in it.
    package var firstSeen: Int64?
    package var lastSeen: Int64?
}
