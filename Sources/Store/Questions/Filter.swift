/// Which telemetry a question is about: the filter bar of every page (view.md 3.1).
///
/// Dimensions select LLM spans on Overview, Models, Errors and Traces; a conversation or trace matches if one of its LLM spans does.
package struct Filter: Sendable, Equatable, Hashable {
    package var range: TimeRange
    package var environment = Choice()
    package var service = Choice()
    package var provider = Choice()
    package var model = Choice()
    package var agent = Choice()
    package var operation = Choice()
    /// `ok`, `error`, or one class of errors such as `rate_limited`.
    package var status = Choice()
    package var user = Choice()
    /// Words to find in ids, users and titles of conversations, in names and routes of traces.
    package var text: String?
    /// Which requests the latencies are of; nothing else is narrowed by it. In the address `latency=ok`.
    package var latency = LatencyScope.all
    /// By which names models are grouped; both find them. In the address `names=reported`.
    package var naming = ModelNaming.table

    package init(range: TimeRange) { self.range = range }

    /// Whether only the dimensions of series decide, so that rollups can answer.
    package var isAnsweredByRollups: Bool { user.isAll && (text ?? "").isEmpty }

    package func over(_ range: TimeRange) -> Filter {
        var filter = self
        filter.range = range
        return filter
    }
}

/// The requests whose durations, times to the first chunk and speeds are told (view.md 3.3, Latency).
package enum LatencyScope: String, Sendable, CaseIterable {
    /// Whatever their outcome: the default.
    case all
    /// Successful ones only: failures that return at once make latencies look better than they are, timeouts worse.
    case ok
}

/// What models are called where they are counted together (view.md 3.2, "model").
package enum ModelNaming: String, Sendable, CaseIterable {
    /// As the price table calls them: one row for `gpt-4o` and `gpt-4o-2024-11-20`.
    case table
    /// As calls report them.
    case reported
}

/// Values to include and to exclude; none of both means all.
package struct Choice: Sendable, Equatable, Hashable {
    package var include: [String]
    package var exclude: [String]

    package init(include: [String] = [], exclude: [String] = []) {
        self.include = include
        self.exclude = exclude
    }

    package var isAll: Bool { include.isEmpty && exclude.isEmpty }

    package func admits(_ value: String) -> Bool {
        (include.isEmpty || include.contains(value)) && !exclude.contains(value)
    }

    /// The same of something that has two names.
    func admits(_ value: String, or other: String) -> Bool {
        (include.isEmpty || include.contains(value) || include.contains(other)) && !exclude.contains(value) && !exclude.contains(other)
    }
}

/// What a chart is broken down by, and what facets list.
package enum Dimension: String, Sendable, CaseIterable {
    case environment, service, provider, model, agent, operation, user
    /// `ok` or the class of the error.
    case status
}
