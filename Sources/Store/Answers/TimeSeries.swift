/// A chart's lines over common buckets.
package struct TimeSeries: Sendable, Equatable {
    package enum Unit: String, Sendable {
        case count, nanodollars, tokens, nanoseconds
        case milliTokensPerSecond = "milli_tokens_per_second"
    }

    package struct Line: Sendable, Equatable {
        /// The dimension's value; `p50` … `p99`; a kind of token; empty for the one line of a plain series.
        package var label: String
        /// Whether it is the sum of what did not fit.
        package var isOther: Bool
        /// One for each bucket; nil where there is nothing.
        package var values: [Int64?]

        package init(label: String, isOther: Bool = false, values: [Int64?]) {
            self.label = label
            self.isOther = isOther
            self.values = values
        }

        /// The value of a bucket; nil where there is nothing, or no such bucket.
        package subscript(bucket: Int) -> Int64? { values.indices.contains(bucket) ? values[bucket] : nil }
    }

    package var unit: Unit
    package var step: Int64
    /// Where each bucket begins.
    package var starts: [Int64]
    package var lines: [Line]
    /// The last bucket is still filling.
    package var isLastIncomplete: Bool
}
