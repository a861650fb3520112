/// Wall time with its idle parts taken out: a conversation of a week is drawn as the minutes in which something happened.
struct BusyTime: Sendable {
    struct Gap: Sendable, Equatable {
        /// Where it is drawn, between 0 and 1.
        let position: Double
        /// Nanoseconds.
        let length: Int64
    }

    /// Idle time longer than this is a gap, in nanoseconds.
    static let longestIdle: Int64 = 30_000_000_000

    private struct Piece {
        let start, end: Int64
        /// Busy nanoseconds before it.
        let before: Double
    }

    private let pieces: [Piece]
    private let busy: Double
    /// What one gap takes, in busy nanoseconds.
    private let gapWidth: Double
    private var width: Double { busy + gapWidth * Double(pieces.count - 1) }

    /// From intervals in any order; ends before beginnings count as no time.
    init(_ intervals: [(start: Int64, end: Int64)]) {
        var merged: [(start: Int64, end: Int64)] = []
        for interval in intervals.sorted(by: { $0.start < $1.start }) {
            let end = max(interval.start, interval.end)
            if let last = merged.last, Double(interval.start) - Double(last.end) <= Double(Self.longestIdle) {
                merged[merged.count - 1].end = max(last.end, end)
            } else {
                merged.append((interval.start, end))
            }
        }
        var pieces: [Piece] = []
        var before = 0.0
        for interval in merged {
            pieces.append(Piece(start: interval.start, end: interval.end, before: before))
            before += max(1, Double(interval.end) - Double(interval.start))
        }
        self.pieces = pieces
        busy = max(1, before)
        gapWidth = busy / 40
    }

    /// Where a moment is drawn, between 0 and 1; moments within a gap stand at its beginning.
    func position(of time: Int64) -> Double {
        guard let index = pieces.lastIndex(where: { $0.start <= time }) else { return 0 }
        let piece = pieces[index]
        let into = Double(min(time, piece.end)) - Double(piece.start)
        return min(1, (piece.before + into + gapWidth * Double(index)) / max(1, width))
    }

    var gaps: [Gap] {
        zip(pieces, pieces.dropFirst()).map { piece, next in
            Gap(position: (position(of: piece.end) + position(of: next.start)) / 2, length: next.start &- piece.end)
        }
    }
}
