/// Makes a list of spellings out of foreign match clauses: exact ones only, none twice, none that hides a model.
enum AliasReview {
    /// A piece of a pattern without the separators at its ends.
    static func trimmed(_ text: String) -> String {
        var slice = text[...]
        while let last = slice.last, "-@:/.".contains(last) { slice.removeLast() }
        while let first = slice.first, "-/.".contains(first) { slice.removeFirst() }
        return String(slice)
    }

    static func reviewed(_ records: [PriceRecord], provider: String) -> [PriceRecord] {
        let names = Set(records.map { $0.name.lowercased() })
        var taken: Set<String> = []
        return records.map { record in
            var record = record
            record.aliases = record.aliases.filter { alias in
                let key = alias.lowercased()
                return PriceParser.isName(alias) && key.utf8.count >= 2 && !names.contains(key) && !isCutDate(key)
                    && !isOtherPlace(key, provider)
                    && taken.insert(key).inserted
            }
            return record
        }
    }

    /// Drops models that cost the same as the one whose name is left when a date or the like is taken off theirs.
    static func dropRedundant(_ records: inout [PriceRecord]) {
        let rules = Dictionary(records.map { ($0.key, $0.rules) }, uniquingKeysWith: { first, _ in first })
        records.removeAll { record in
            var name = record.name.lowercased()
            for _ in 0..<3 {
                guard let shorter = ModelSuffix.stripped(name) else { return false }
                name = shorter.name
                if let other = rules["\(record.provider)/\(name)"] { return other == record.rules }
            }
            return false
        }
    }

    /// `claude-sonnet-4-2025` is the beginning of a date, which nobody sends.
    private static func isCutDate(_ name: String) -> Bool {
        let year = name.suffix(5)
        return year.first == "-" && Int(year.dropFirst()).map { (2020...2029).contains($0) } == true
    }

    /// Bedrock's `us.` and the like are taken off before a lookup.
    private static func isOtherPlace(_ name: String, _ provider: String) -> Bool {
        guard provider == "aws", let place = ModelName.place(name, ModelName.bedrockPlaces, separator: ".") else { return false }
        return place.place != "global"
    }
}

/// genai-prices writes Bedrock's ordinary ids with `regional.` in front; ours is the bare id, which is what AWS calls an in-region model.
enum BedrockNames {
    static func withoutRegional(_ record: PriceRecord) -> PriceRecord {
        var record = record
        for prefix in ["regional.", "us."] where record.name.hasPrefix(prefix) { record.name.removeFirst(prefix.count) }
        // With its version and date a model is spelled several ways: `x-20250929-v1:0`, `x-20250929-v1`, `x-20250929`, `x`.
        var name = record.name
        while let shorter = ModelSuffix.stripped(name), shorter.suffix.hasPrefix("-v") || shorter.suffix.utf8.count == 9 {
            if let colon = shorter.suffix.firstIndex(of: ":") { record.aliases.append(shorter.name + shorter.suffix[..<colon]) }
            name = shorter.name
            record.aliases.append(name)
        }
        return record
    }
}
