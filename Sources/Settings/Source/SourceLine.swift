/// One line of a settings file as a terminal shows it: tabs are four columns, CJK and emoji two, combining marks none; control
/// characters show as `�`; secrets as `"***"`, however long they are.
struct SourceLine {
    private struct Cell {
        let text: String
        let width: Int
    }

    /// One for each scalar of the line.
    private let cells: [Cell]

    /// - Parameter secrets: columns from 0 that must not show.
    init(_ line: Substring, hiding secrets: [Range<Int>] = []) {
        cells = line.unicodeScalars.enumerated().map { index, scalar in
            guard let secret = secrets.first(where: { $0.contains(index) }) else { return Cell(text: scalar.shown, width: scalar.columns) }
            // Overlapping secrets show once, at their first scalar.
            let isFirst = secret.lowerBound == index && !secrets.contains { $0.contains(index - 1) }
            return isFirst ? Cell(text: "\"***\"", width: 5) : Cell(text: "", width: 0)
        }
    }

    /// The line, or the part of it around the mark, and the marking line below it.
    /// - Parameter mark: columns from 0.
    func excerpt(marking mark: Range<Int>, columns limit: Int = 120) -> (text: String, carets: String) {
        let start = min(mark.lowerBound, cells.count)
        let end = min(mark.upperBound, cells.count)
        var first = 0
        if width(0..<cells.count) > limit {
            // Leave a quarter of the room to what stands before the mark.
            first = start
            while first > 0, width(first - 1..<start) <= limit / 4 { first -= 1 }
        }
        var last = first
        var used = 0
        while last < cells.count, used + cells[last].width <= limit {
            used += cells[last].width
            last += 1
        }
        let before = first > 0 ? "…" : ""
        let text = before + cells[first..<last].map(\.text).joined() + (last < cells.count ? "…" : "")
        let indent = before.count + width(first..<max(first, start))
        let carets = max(1, width(min(start, last)..<max(min(start, last), min(end, last))))
        return (text, String(repeating: " ", count: indent) + String(repeating: "^", count: carets))
    }

    private func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
}

extension Unicode.Scalar {
    /// What a terminal may be given for it.
    fileprivate var shown: String { self == "\t" ? "    " : isPrintable ? String(Character(self)) : "\u{FFFD}" }

    /// Terminal columns it takes, by Unicode's East Asian Width in coarse blocks.
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case _ where self == "\t": return 4
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
