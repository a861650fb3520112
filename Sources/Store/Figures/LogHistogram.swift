import Glibc

/// A histogram of positive numbers with 32 buckets for each doubling: percentiles are off by at most 2^(1/64) − 1 = 1.1 %.
///
/// Merging is adding, so any period and any filter has its percentiles; those of parts are never averaged.
struct LogHistogram: Sendable, Equatable {
    /// The kinds that are kept.
    enum Kind: Int, CaseIterable, Sendable {
        /// Nanoseconds of an inference call; until its first chunk; thousandths of output tokens a second.
        case latency, firstChunk, speed
    }

    /// An empty one of each kind.
    static let none = Array(repeating: LogHistogram(), count: Kind.allCases.count)

    /// 2^47 ns are 39 hours; longer ones are not latencies.
    static let bucketLimit = 32 * 48

    private(set) var count: Int64 = 0
    private var counts: [Int64] = []
    /// The bucket that `counts[0]` is.
    private var first = 0

    init() {}

    mutating func add(_ value: Int64, times: Int64 = 1) {
        add(bucket: Self.bucket(value), times)
    }

    mutating func add(_ other: LogHistogram) {
        for (i, n) in other.counts.enumerated() where n > 0 { add(bucket: other.first + i, n) }
    }

    private static func bucket(_ value: Int64) -> Int {
        value <= 1 ? 0 : min(Int(log2(Double(value)) * 32), bucketLimit - 1)
    }

    private mutating func add(bucket: Int, _ times: Int64) {
        guard times > 0 else { return }
        if counts.isEmpty {
            first = bucket
            counts = [0]
        } else if bucket < first {
            counts.insert(contentsOf: repeatElement(0, count: first - bucket), at: 0)
            first = bucket
        } else if bucket - first >= counts.count {
            counts.append(contentsOf: repeatElement(0, count: bucket - first - counts.count + 1))
        }
        counts[bucket - first] &+= times
        count &+= times
    }

    /// Thousandths of output tokens a second of a call that took `nanoseconds`.
    static func speed(_ output: Int64?, _ nanoseconds: Int64) -> Int64? {
        guard let output, output > 0, nanoseconds > 0 else { return nil }
        return Int64(min(Double(output) * 1e12 / Double(nanoseconds), 1e15))
    }

    /// What a call of that length adds to the histograms, by kind; nil where it adds nothing.
    static func values(length: Int64, firstChunk: Int64?, output: Int64?) -> [Int64?] {
        [length, firstChunk.flatMap { $0 > 0 ? $0 : nil }, speed(output, length)]
    }

    /// Its values in bins of a quarter of a doubling (`LatencySpread`).
    var quarters: [Int: Int64] {
        var bins: [Int: Int64] = [:]
        for (i, n) in counts.enumerated() where n > 0 { bins[(first + i) / (32 / LatencySpread.binsPerDoubling), default: 0] += n }
        return bins
    }

    /// By nearest rank: the smallest bucket's middle that a share `q` of all values do not exceed; nil without values.
    func quantile(_ q: Double) -> Int64? {
        guard count > 0 else { return nil }
        let rank = max(Int64((q * Double(count)).rounded(.up)), 1)
        var seen: Int64 = 0
        for (i, n) in counts.enumerated() {
            seen &+= n
            if seen >= rank { return Int64(Self.middle(first + i)) }
        }
        return nil
    }

    /// What stands for the values of a bucket; whole, and at most 2^48.
    static func middle(_ bucket: Int) -> Double { exp2((Double(bucket) + 0.5) / 32).rounded() }
}

/// As it is stored: pairs of varints, each the step from the last bucket and a count.
extension LogHistogram {
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var last = 0
        for (i, n) in counts.enumerated() where n > 0 {
            Self.append(UInt64(first + i - last), to: &bytes)
            Self.append(UInt64(n), to: &bytes)
            last = first + i
        }
        return bytes
    }

    /// Adds a stored one.
    mutating func add(stored bytes: UnsafeRawBufferPointer) {
        Self.read(stored: bytes) { add(bucket: $0, $1) }
    }

    /// The buckets of a stored one and how many values are in them. Bytes that make no sense end it.
    static func read(stored bytes: UnsafeRawBufferPointer, _ each: (_ bucket: Int, _ count: Int64) -> Void) {
        var at = 0
        var bucket = 0
        while let step = varint(bytes, &at), let n = varint(bytes, &at) {
            guard step < UInt64(bucketLimit), bucket + Int(step) < bucketLimit else { return }
            bucket += Int(step)
            each(bucket, Int64(clamping: n))
        }
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private static func varint(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
