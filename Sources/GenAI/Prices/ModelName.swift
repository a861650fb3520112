/// The closed grammar of what gateways and providers hang around a model's name (`prices.md` 3.3).
///
/// Names are lower-case ASCII here. Nothing is ever cut at a place this file does not list: a name is not its prefix.
enum ModelName {
    /// A longer name is rejected, and nothing about it is remembered.
    static let maxBytes = 200

    /// The name trimmed and in lower case; nil where it is empty, too long, or not printable ASCII.
    static func normalized(_ bytes: some BidirectionalCollection<UInt8>) -> String? {
        guard bytes.count <= maxBytes + 64 else { return nil }
        var slice = bytes[...]
        while let first = slice.first, first == 32 || 9...13 ~= first { slice.removeFirst() }
        while let last = slice.last, last == 32 || 9...13 ~= last { slice.removeLast() }
        guard !slice.isEmpty, slice.count <= maxBytes, slice.allSatisfy({ 32...126 ~= $0 }) else { return nil }
        return String(decoding: slice.map { $0 &- 65 < 26 ? $0 | 32 : $0 }, as: UTF8.self)
    }

    // MARK: - Wrappers

    /// A name without one wrapper, and the region the wrapper told.
    struct Unwrapped {
        var name: String
        var region: String?
        var wrapper: String
    }

    /// Takes one resource path or ARN off the front, if there is one.
    static func unwrapped(_ name: String) -> Unwrapped? {
        if name.hasPrefix("arn:") { return fromARN(name) }
        if name.hasPrefix("projects/") { return fromProject(name) }
        for wrapper in ["models/", "tunedmodels/"] where name.hasPrefix(wrapper) { return cut(name, wrapper) }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count >= 4, parts[0] == "publishers" || parts[0] == "accounts", parts[2] == "models" {
            return cut(name, parts[0...2].joined(separator: "/") + "/")
        }
        return nil
    }

    private static func cut(_ name: String, _ wrapper: String) -> Unwrapped? {
        let rest = String(name.dropFirst(wrapper.count))
        return rest.isEmpty ? nil : Unwrapped(name: rest, region: nil, wrapper: wrapper)
    }

    /// `arn:aws:bedrock:us-east-1:123:inference-profile/us.anthropic.claude…`
    private static func fromARN(_ name: String) -> Unwrapped? {
        let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[1].hasPrefix("aws"), parts[2].hasPrefix("bedrock"), let slash = parts[5].firstIndex(of: "/") else {
            return nil
        }
        let kinds = ["inference-profile", "foundation-model", "default-prompt-router"]
        guard kinds.contains(String(parts[5][..<slash])) else { return nil }
        let rest = String(parts[5][parts[5].index(after: slash)...])
        let region = parts[3].isEmpty ? nil : String(parts[3])
        return rest.isEmpty ? nil : Unwrapped(name: rest, region: region, wrapper: String(name.dropLast(rest.count)))
    }

    /// `projects/p/locations/us-central1/…`
    private static func fromProject(_ name: String) -> Unwrapped? {
        let parts = name.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[2] == "locations", !parts[4].isEmpty else { return nil }
        return Unwrapped(name: String(parts[4]), region: String(parts[3]), wrapper: String(name.dropLast(parts[4].count)))
    }

    /// What stands before the first slash, and after it.
    static func prefix(_ name: String) -> (prefix: String, rest: String)? {
        guard let slash = name.firstIndex(of: "/") else { return nil }
        let rest = name[name.index(after: slash)...]
        return slash == name.startIndex || rest.isEmpty ? nil : (String(name[..<slash]), String(rest))
    }

    /// Route words that gateways put between `bedrock/` and the model, regions among them.
    static func isRoute(_ word: String) -> Bool {
        ["converse", "invoke", "converse_like", "chat", "responses", "mantle"].contains(word) || isCloudRegion(word)
    }

    /// `us-east-1`, `us-gov-west-1`
    static func isCloudRegion(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count), parts[0].utf8.count == 2, let last = parts.last?.utf8, last.count == 1 else { return false }
        return last.allSatisfy { 48...57 ~= $0 }
    }

    /// Bedrock's places of a cross-region profile.
    static let bedrockPlaces = ["global", "us-gov", "us", "eu", "apac", "au", "jp", "ca", "sa", "in"]
    /// What Azure deployments are filed under.
    static let azurePlaces = ["global-standard", "global", "eu", "us", "apac"]

    /// `us.anthropic…` or `eu/o4-mini` in two.
    static func place(_ name: String, _ places: [String], separator: Character) -> (place: String, rest: String)? {
        for place in places where name.hasPrefix(place) {
            let rest = name.dropFirst(place.count)
            if rest.first == separator, rest.count > 1 { return (place, String(rest.dropFirst())) }
        }
        return nil
    }

    // MARK: - Fine-tuned models

    /// `ft:gpt-4o-mini:org::id` and `gpt-4o-mini.ft-0123` as `ft:gpt-4o-mini`; nil for other names.
    static func fineTuned(_ name: String) -> String? {
        if name.hasPrefix("ft:") {
            let parts = name.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            return parts.count == 3 && !parts[1].isEmpty ? "ft:\(parts[1])" : nil
        }
        let bytes = Array(name.utf8)
        let mark = Array(".ft-".utf8)
        guard bytes.count > 5, let at = (1..<(bytes.count - 4)).first(where: { bytes[$0..<($0 + 4)].elementsEqual(mark) }) else {
            return nil
        }
        return "ft:" + String(decoding: bytes[..<at], as: UTF8.self)
    }
}
