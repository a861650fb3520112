import OTLP
import Synchronization
import Wire

/// What is remembered of traces between requests: the spans that may stand for calls, and the conversations.
///
/// Bounded in entries and bytes, forgets by age, and shared by all lanes: sixteen shards by trace, each locked once a request.
final class TraceMemory: Sendable {
    struct Limits: Sendable {
        /// Sightings kept, some 160 bytes each.
        var sightings = 1 << 18
        /// Keys kept under which calls of other traces are found, some 44 bytes each.
        var twins = 1 << 17
        /// Conversations kept, some 70 bytes each and the length of their ids.
        var conversations = 1 << 17
        /// Bytes of conversation ids.
        var textBytes = 8 << 20
        /// Nanoseconds.
        var lifetime: UInt64 = 600_000_000_000

        init() {}

        /// Some two and a half calls for each trace.
        init(traces: Int, seconds: Int) {
            var size = 1024
            while size < max(traces, 1) { size *= 2 }
            sightings = size * 2
            twins = size
            conversations = size
            textBytes = size * 64
            lifetime = UInt64(max(seconds, 1)) &* 1_000_000_000
        }
    }

    struct Mention: BitwiseCopyable {
        var span: UInt64
        /// Place in the shard's texts, counted from the beginning of time.
        var offset: UInt64
        var length: UInt32
    }

    /// Where a call that may have a twin in another trace is found.
    struct Twin: BitwiseCopyable {
        var trace: UInt64
        var span: UInt64
    }

    struct Shard: ~Copyable {
        var sightings: History<Sighting>
        var twins: History<Twin>
        var mentions: History<Mention>
        var texts: TextRing

        init(_ limits: Limits) {
            sightings = History(limit: limits.sightings / TraceMemory.shardCount, lifetime: limits.lifetime)
            twins = History(limit: limits.twins / TraceMemory.shardCount, lifetime: limits.lifetime)
            mentions = History(limit: limits.conversations / TraceMemory.shardCount, lifetime: limits.lifetime)
            texts = TextRing(limit: limits.textBytes / TraceMemory.shardCount)
        }
    }

    static let shardCount = 16
    private let shards: InlineArray<16, Mutex<Shard>>

    init(_ limits: Limits = Limits()) {
        shards = InlineArray { _ in Mutex(Shard(limits)) }
    }

    /// The number of the shard of a trace, or of a resource.
    @inline(__always)
    static func shard(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 40) & (shardCount - 1) }

    func with<R>(shard: Int, _ body: (inout Shard) -> sending R) -> sending R { shards[shard].withLock { body(&$0) } }

    /// Works on the shard of a trace, or of a resource.
    func with<R>(_ key: UInt64, _ body: (inout Shard) -> sending R) -> sending R { with(shard: TraceMemory.shard(of: key), body) }

    /// Entries and bytes held, and how many were forgotten before their time.
    var figures: (sightings: Int, conversations: Int, bytes: Int, evictions: Int) {
        var sum = (sightings: 0, conversations: 0, bytes: 0, evictions: 0)
        for i in shards.indices {
            shards[i].withLock {
                sum.sightings += $0.sightings.count
                sum.conversations += $0.mentions.count
                sum.bytes += $0.sightings.byteCount + $0.twins.byteCount + $0.mentions.byteCount + $0.texts.byteCount
                sum.evictions += $0.sightings.evictions + $0.twins.evictions + $0.mentions.evictions
            }
        }
        return sum
    }
}

/// Texts one after another; the oldest give way. None is split: the rest of the ring is left empty where one does not fit.
struct TextRing: ~Copyable {
    private var bytes = Scratch<UInt8>(capacity: 256)
    private let limit: Int
    /// Where the next text goes, counted from the beginning of time in laps of `limit`.
    private var next: UInt64 = 0

    init(limit: Int) { self.limit = max(limit, 2 * Conversation.longest) }

    var byteCount: Int { bytes.count }

    /// Keeps a text, which must be no longer than an id may be, and says where.
    mutating func keep(_ text: Text) -> UInt64 {
        let text = text.prefix(Conversation.longest)
        var place = Int(next % UInt64(limit))
        if limit - place < text.count {
            next += UInt64(limit - place)
            place = 0
        }
        let over = min(text.count, bytes.count - place)
        bytes.overwrite(at: place, text.prefix(over))
        bytes.append(text.dropFirst(over))
        defer { next += UInt64(text.count) }
        return next
    }

    /// The text kept at `offset`; nil where another lies there now. The view lives until the next change.
    func text(at offset: UInt64, _ length: Int) -> Text? {
        guard offset < next, next - offset <= UInt64(limit) else { return nil }
        let place = Int(offset % UInt64(limit))
        return place + length <= bytes.count ? bytes.text(at: place, count: length) : nil
    }
}
