/// How far back one answer looks for what no index has: words and bounds (view.md 4.3).
///
/// It looks through one window of time after the other, newest first. A window is as long as some number of rows last, so that none takes
/// long however dense its time is.
package struct SearchBudget: Sendable {
    /// Rows in the first window; each next one has twice as many as the one before.
    var firstRows: Int
    var mostRows: Int
    /// Asked after each window, with their number and the moment at which the search began.
    var isSpent: @Sendable (_ windows: Int, _ began: ContinuousClock.Instant) -> Bool

    /// 50 ms.
    package static let usual = SearchBudget(firstRows: 512, mostRows: 8_192) { $1.duration(to: .now) >= .milliseconds(50) }

    /// So many windows, however long they take.
    static func windows(_ most: Int, firstRows: Int) -> SearchBudget {
        SearchBudget(firstRows: firstRows, mostRows: 8_192) { windows, _ in windows >= most }
    }
}
