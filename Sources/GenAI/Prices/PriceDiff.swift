/// What changed between two tables, in the words of the tables.
package enum PriceDiff {
    /// `+` new, `-` gone, `~` changed with the lines that differ; empty where nothing did.
    package static func lines(_ old: PriceTable, _ new: PriceTable) -> [String] {
        let before = byTitle(old)
        let after = byTitle(new)
        var lines: [String] = []
        for key in Set(before.keys).union(after.keys).sorted() {
            switch (before[key], after[key]) {
            case (nil, let added?): lines += added.split(separator: "\n").map { "+ \($0)" }
            case (let gone?, nil): lines += gone.split(separator: "\n").map { "- \($0)" }
            case (let was?, let now?) where was != now: lines += changes(was, now)
            default: break
            }
        }
        return lines
    }

    private static func byTitle(_ table: PriceTable) -> [String: String] {
        Dictionary(table.records.map { ($0.title.lowercased(), $0.canonical) }, uniquingKeysWith: { first, _ in first })
    }

    private static func changes(_ was: String, _ now: String) -> [String] {
        let old = was.split(separator: "\n")
        let new = now.split(separator: "\n")
        let title = now.prefix { $0 != " " && $0 != "\n" }
        return ["~ \(title)"] + old.filter { !new.contains($0) }.map { "  - \($0)" } + new.filter { !old.contains($0) }.map { "  + \($0)" }
    }
}

extension PriceRecord {
    /// The record as a canonical file has it, with the rules of a `like` written out.
    package var canonical: String {
        var whole = self
        whole.like = nil
        whole.action = .define
        return PriceWriter.write(whole)
    }

    /// What holds for a plain request.
    package var firstLine: String { rules.first.map { PriceWriter.write($0.steps) } ?? "" }

    package var ruleCount: Int { rules.count }
}
