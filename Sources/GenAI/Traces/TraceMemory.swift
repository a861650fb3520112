import OTLP
import Synchronization
import Wire

/// What is remembered of traces between requests: the spans that may stand for calls, and the conversations.
///
/// Bounded in entries and bytes, forgets by age, and shared by all lanes: sixteen shards by trace, one lock for each trace in a request.
final class TraceMemory: Sendable {
    struct Limits: Sendable {
        /// Sightings kept, some 140 bytes each.
        var sightings = 1 << 18
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

    struct Shard: ~Copyable {
        var sightings: History<Sighting>
        var mentions: History<Mention>
        var texts: TextRing

        init(_ limits: Limits) {
            sightings = History(limit: limits.sightings / TraceMemory.shardCount, lifetime: limits.lifetime)
            mentions = History(limit: limits.conversations / TraceMemory.shardCount, lifetime: limits.lifetime)
            texts = TextRing(limit: limits.textBytes / TraceMemory.shardCount)
        }
    }

    private final class Box: Sendable {
        let shard: Mutex<Shard>
        init(_ limits: Limits) { shard = Mutex(Shard(limits)) }
    }

    private static let shardCount = 16
    private let shards: [Box]

    init(_ limits: Limits = Limits()) {
        shards = (0..<TraceMemory.shardCount).map { _ in Box(limits) }
    }

    /// Works on the shard of a trace, or of a resource.
    func with<R>(_ key: UInt64, _ body: (inout Shard) -> sending R) -> sending R {
        shards[Int(truncatingIfNeeded: key >> 40) & (TraceMemory.shardCount - 1)].shard.withLock { body(&$0) }
    }

    /// Entries and bytes held, and how many were forgotten before their time.
    var figures: (sightings: Int, conversations: Int, bytes: Int, evictions: Int) {
        shards.reduce(into: (0, 0, 0, 0)) { sum, box in
            box.shard.withLock {
                sum.0 += $0.sightings.count
                sum.1 += $0.mentions.count
                sum.2 += $0.sightings.byteCount + $0.mentions.byteCount + $0.texts.byteCount
                sum.3 += $0.sightings.evictions + $0.mentions.evictions
            }
        }
    }
}

/// Texts one after another; the oldest give way.
struct TextRing: ~Copyable {
    private var bytes = Scratch<UInt8>(capacity: 256)
    private let limit: Int
    private var written: UInt64 = 0

    init(limit: Int) { self.limit = max(limit, 2048) }

    var byteCount: Int { bytes.count }

    /// Keeps a text and says where.
    mutating func keep(_ text: Text) -> UInt64 {
        let start = written
        for byte in text.buffer {
            if bytes.count < limit { bytes.append(byte) } else { bytes[Int(written % UInt64(limit))] = byte }
            written += 1
        }
        return start
    }

    /// The text kept at `offset`; nil where it was overwritten.
    func text(at offset: UInt64, _ length: Int) -> [UInt8]? {
        guard offset + UInt64(length) <= written, written - offset <= UInt64(bytes.count) else { return nil }
        return (0..<length).map { bytes[Int((offset + UInt64($0)) % UInt64(limit))] }
    }
}
