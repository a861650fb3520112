/// How much the series of calls had counted by some moments: what counters and rates are made of (view.md 3.9, `/api/v1/query`).
package struct CounterQuestion: Sendable {
    /// What is counted, in parts that have numbers from 0 on.
    package enum Subject: Sendable, Hashable {
        /// Each counter is a part, in their order.
        case sums([Counter])
        /// A part for the calls of at most each bound (nanoseconds, ascending) that are above the one before; then those above the last
        /// bound; then the sum of all in nanoseconds. A call that lies within 1.1 % of a bound may count on its other side.
        case histogram(Timing, bounds: [Int64])
    }

    /// What is summed up for each bucket and series.
    package enum Counter: Sendable, Hashable, CaseIterable {
        case input, output, cacheRead, cacheWrite, reasoning
        /// Nanodollars, and the calls that have a price.
        case cost, priced
        /// The same of calls that belong to a conversation.
        case conversationCost, conversationPriced
        case turns, messages
    }

    /// What histograms are kept of: inference calls, not embeddings.
    package enum Timing: Sendable, Hashable { case duration, firstChunk }

    package var subject: Subject
    /// Unix nanoseconds, ascending; each must be one that `CounterMoments` gave.
    package var moments: [Int64]
    /// Whether what was counted before the first moment is wanted too, from the beginning of the store.
    package var isFromBeginning: Bool
    /// What tells the series of the answer apart; what is told apart by nothing else is summed up.
    package var by: Set<Dimension>
    /// What `admits` looks at.
    package var narrowing: Set<Dimension>
    package var admits: @Sendable (SeriesKey) -> Bool

    package init(
        _ subject: Subject, moments: [Int64], isFromBeginning: Bool, by: Set<Dimension> = Set(Dimension.allCases),
        narrowing: Set<Dimension> = Set(Dimension.allCases), admits: @escaping @Sendable (SeriesKey) -> Bool = { _ in true }
    ) {
        self.subject = subject
        self.moments = moments
        self.isFromBeginning = isFromBeginning
        self.by = by
        self.narrowing = narrowing
        self.admits = admits
    }
}

/// A series and what was added to it.
package struct CounterSeries: Sendable, Equatable {
    package struct Growth: Sendable, Equatable {
        /// The moment by which it had been counted, and not by the one before; 0 also for all that was counted before the first moment.
        package let moment: Int
        package let part: Int
        package let amount: Double
    }

    /// Empty in what was not asked for.
    package let key: SeriesKey
    /// A moment and a part may occur more than once.
    package let growth: [Growth]
}
