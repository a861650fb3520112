/// One span that may stand for a call, as far as its relatives matter: plain numbers, so that it can outlive its request.
struct Sighting: BitwiseCopyable {
    struct Marks: OptionSet, BitwiseCopyable {
        let rawValue: UInt16
        static let failed = Marks(rawValue: 1)
        /// May stand for a call; others only link spans to each other.
        static let candidate = Marks(rawValue: 2)
        /// Came with an earlier request: its role is written and cannot change.
        static let past = Marks(rawValue: 4)
        /// An agent unless it is alone.
        static let loose = Marks(rawValue: 8)
        /// A candidate below it says what it says, or more.
        static let wrapper = Marks(rawValue: 16)
        /// Was found to be the same call as another instrumentation's without a link.
        static let mated = Marks(rawValue: 32)
        /// Has no parent of any kind.
        static let root = Marks(rawValue: 64)
        /// Its trace has calls below it.
        static let outer = Marks(rawValue: 128)
        /// Came before and was not taken: the same span again, with the role it had.
        static let repeated = Marks(rawValue: 256)
        /// Is one call with another sighting.
        static let joined = Marks(rawValue: 1024)
        /// A log record.
        static let record = Marks(rawValue: 512)
    }

    /// Both halves of the trace id, mixed.
    var trace: UInt64 = 0
    var span: UInt64 = 0
    /// 0 for a root.
    var parent: UInt64 = 0
    /// What siblings share: the trace and parent of the outermost span of the same call, or the resource where that is a root.
    var place: UInt64 = 0
    var resource: UInt64 = 0
    /// The response id hashed; 0 where there is none.
    var response: UInt64 = 0
    /// The models asked and answering, hashed without dates; 0 where unknown.
    var model: UInt64 = 0
    var answer: UInt64 = 0
    /// -1 where unknown.
    var input: Int64 = -1
    var output: Int64 = -1
    /// The input without its cached part, where it has one: what a witness says that leaves it out. Else -1.
    var uncached: Int64 = -1
    /// The call's time in Unix nanoseconds, also where the span's own is only its end.
    var start: UInt64 = 0
    var end: UInt64 = 0
    /// The instrumentation scope, hashed.
    var scope: UInt32 = 0
    var role = Role.other
    var standing = Standing.client
    var marks: Marks = []
    /// Why it failed; nil where it did not.
    var failure: ErrorClass?
    /// Another sighting of the same call; its own index where there is none.
    var leader: Int32 = 0
    /// Of a leader: the best witness of its family; -1 before it is elected.
    var best: Int32 = -1
    /// Of a leader: the most telling reason that its family gives.
    var told: ErrorClass?

    /// The place of spans that nobody called: all those of one resource.
    var outside: UInt64 { Mix.pair(resource, 7) }

    var isCandidate: Bool { marks.contains(.candidate) }
    var isPast: Bool { marks.contains(.past) }
    var failed: Bool { marks.contains(.failed) }
    var hasTokens: Bool { input > 0 || output > 0 }
}

extension Sighting {
    /// Whether two token counts can be of one call. An aborted stream's output, and Anthropic's stream counted from 1, may differ.
    func agrees(with other: Sighting) -> Bool {
        guard input == other.input || uncached > 0 && uncached == other.input || other.uncached > 0 && other.uncached == input else {
            return false
        }
        return output == other.output || output <= 1 || other.output <= 1 || abs(output - other.output) <= 1
    }

    /// Whether nothing they say of the model speaks against one call.
    func namesModel(like other: Sighting) -> Bool {
        if model == 0 && answer == 0 || other.model == 0 && other.answer == 0 { return true }
        if model != 0 && (model == other.model || model == other.answer) { return true }
        return answer != 0 && (answer == other.answer || answer == other.model)
    }

    func overlaps(_ other: Sighting) -> Bool { start <= other.end && other.start <= end }

    /// One lies within the other, give or take a millisecond.
    func nests(with other: Sighting) -> Bool {
        let slack: UInt64 = 1_000_000
        let inside = start &+ slack >= other.start && end <= other.end &+ slack
        let around = other.start &+ slack >= start && other.end <= end &+ slack
        return inside || around
    }

    /// Whether a client's call that began in this framework's call, or just behind it, can be the same one.
    func mayContain(_ other: Sighting) -> Bool {
        guard !other.failed, model | answer != 0, namesModel(like: other),
            response == 0 || other.response == 0 || response == other.response
        else {
            return false
        }
        return other.start &+ 1_000_000 >= start && other.start <= end &+ 20_000_000
    }
}
