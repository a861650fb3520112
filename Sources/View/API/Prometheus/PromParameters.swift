import Admin

/// What a request to the Prometheus API asks. Times are Unix milliseconds.
struct PromParameters {
    /// Steps of one range, as Prometheus has it.
    static let mostSteps: Int64 = 11_000
    /// Seconds around 1970: with offsets and ranges, nanoseconds of it fit into 64 bits.
    private static let farthest = 7e9

    let path: String
    private let query: Query

    init(_ request: AdminRequest) throws(PromError) {
        path = request.path
        query = Query(request.query)
        guard query.pairs.isEmpty, let text = request.query, !text.isEmpty else { return }
        throw PromError(.badData, "the address is too long or has no parameters")
    }

    subscript(key: String) -> String? { query[key] }

    func all(_ key: String) -> [String] { query.all(key) }

    /// How many at most, by `limit=`; 0 and none are the usual.
    func limit(usual: Int) throws(PromError) -> Int {
        guard let text = query["limit"] else { return usual }
        guard let limit = Int(text), limit >= 0 else { throw Self.bad("limit", text, "not a number of entries") }
        return limit == 0 ? usual : min(limit, usual)
    }

    /// Unix seconds, which may have a fraction, or RFC 3339.
    func time(_ key: String) throws(PromError) -> Int64? {
        guard let text = query[key] else { return nil }
        if let seconds = Double(text) {
            guard abs(seconds) <= Self.farthest else { throw Self.bad(key, text, "too far away") }
            return Int64((seconds * 1_000).rounded())
        }
        guard let time = Moment.read(text) else { throw Self.bad(key, text, "neither Unix seconds nor a time of RFC 3339") }
        return time / 1_000_000 + Self.fraction(text)
    }

    /// Milliseconds of what follows the point; `Moment` reads whole seconds.
    private static func fraction(_ text: String) -> Int64 {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return 0 }
        let digits = parts[1].utf8.prefix { $0 &- 48 < 10 }.prefix(3)
        return (0..<3).reduce(0) { sum, place in
            sum * 10 + (place < digits.count ? Int64(digits[digits.index(digits.startIndex, offsetBy: place)]) - 48 : 0)
        }
    }

    /// `start`, `end` and `step`, as the times of the steps.
    func steps() throws(PromError) -> [Int64] {
        guard let start = try time("start") else { throw PromError(.badData, "start= is needed") }
        guard let end = try time("end") else { throw PromError(.badData, "end= is needed") }
        guard end >= start else { throw PromError(.badData, "invalid parameter \"end\": end timestamp must not be before start time") }
        let step = try self.step()
        guard (end - start) / step < Self.mostSteps else {
            throw PromError(
                .badData,
                "exceeded maximum resolution of \(Self.mostSteps) points per timeseries. Try decreasing the query resolution (?step=XX)")
        }
        return Array(stride(from: start, through: end, by: Int(step)))
    }

    /// Seconds, or a duration.
    private func step() throws(PromError) -> Int64 {
        guard let text = query["step"] else { throw PromError(.badData, "step= is needed") }
        var step = PromDuration.milliseconds(text)
        if let seconds = Double(text), abs(seconds) <= Self.farthest { step = Int64((seconds * 1_000).rounded()) }
        guard let step, step > 0 else { throw Self.bad("step", text, "not seconds or a duration above 0") }
        return step
    }

    static func bad(_ key: String, _ text: String, _ problem: String) -> PromError {
        PromError(.badData, "invalid parameter \"\(key)\": \"\(Show.clipped(text, to: 80))\" is \(problem)")
    }
}
