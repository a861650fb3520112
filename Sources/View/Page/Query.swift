/// The parameters of an address, in order; a key may be repeated.
struct Query: Sendable, Equatable {
    private(set) var pairs: [(key: String, value: String)] = []

    /// What one query string may bring.
    private static let mostPairs = 256
    private static let mostBytes = 16 << 10

    init() {}

    /// Reads `a=1&b=2` (application/x-www-form-urlencoded). What is malformed stands for itself; what is beyond the limits is left out.
    init(_ text: String?) {
        guard let text, text.utf8.count <= Self.mostBytes else { return }
        for part in text.split(separator: "&").prefix(Self.mostPairs) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : ""))
        }
    }

    static func == (left: Query, right: Query) -> Bool { left.pairs.elementsEqual(right.pairs) { $0 == $1 } }

    /// The last value of a key; nil where it is absent or empty.
    subscript(_ key: String) -> String? { pairs.last { $0.key == key && !$0.value.isEmpty }?.value }

    func all(_ key: String) -> [String] { pairs.filter { $0.key == key && !$0.value.isEmpty }.map(\.value) }

    /// The same with other values; nil takes a key out.
    func changing(_ changes: [(String, String?)]) -> Query {
        var query = self
        for (key, value) in changes {
            let place = query.pairs.firstIndex { $0.key == key }
            query.pairs.removeAll { $0.key == key }
            guard let value else { continue }
            query.pairs.insert((key, value), at: min(place ?? query.pairs.count, query.pairs.count))
        }
        return query
    }

    func adding(_ key: String, _ value: String) -> Query {
        var query = self
        query.pairs.append((key, value))
        return query
    }

    /// Only these keys.
    func keeping(_ keys: Set<String>) -> Query {
        var query = self
        query.pairs.removeAll { !keys.contains($0.key) || $0.value.isEmpty }
        return query
    }

    /// `path?a=1&b=2`
    func href(_ path: String) -> String {
        guard !pairs.isEmpty else { return path }
        return path + "?" + pairs.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// Everything but unreserved characters as `%XX` (RFC 3986 section 2.3).
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return out
    }

    static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), digits.count == 2, let code = UInt8(String(Substring(digits)), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
