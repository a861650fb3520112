/// What `match` may say about a name: `ft:gpt-4o*`, `*claude-v2*`, or `/^gpt-6-sol-\d{4}-\d{2}-\d{2}$/`.
///
/// The built-in table has none: a pattern prices models nobody has seen. Matching takes no longer than the name times the pattern,
/// whatever both say.
struct NamePattern: Equatable, Sendable {
    private enum Atom: Equatable, Sendable {
        /// One byte out of these.
        case one([UInt8])
        /// Any bytes, or none.
        case any
    }

    /// As written.
    let text: String
    private var atoms: [Atom] = []

    /// How much of the name it says; of two patterns the one that says more is tried first.
    var weight: Int { atoms.count { $0 != .any } }

    /// Nil where it says more than a pattern may, or too little: three letters at least.
    init?(_ text: String) {
        self.text = text
        let bytes = Array(text.lowercased().utf8)
        let slash = UInt8(ascii: "/")
        let isExpression = bytes.count > 2 && bytes.first == slash && bytes.last == slash
        guard isExpression ? readExpression(Array(bytes[1..<(bytes.count - 1)])) : readGlob(bytes), weight >= 3,
            atoms.contains(.any) || isExpression
        else { return nil }
    }

    private mutating func readGlob(_ bytes: [UInt8]) -> Bool {
        for byte in bytes { atoms.append(byte == UInt8(ascii: "*") ? .any : .one([byte])) }
        return true
    }

    /// Letters, `\d`, escapes, `[…]` and `{n}` between `^` and `$`.
    private mutating func readExpression(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "^") { rest.removeFirst() } else { atoms.append(.any) }
        let isEnded = rest.last == UInt8(ascii: "$")
        if isEnded { rest.removeLast() }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return false }
                if escaped == UInt8(ascii: "d") {
                    atoms.append(.one(Array(48...57)))
                } else if 97...122 ~= escaped || 48...57 ~= escaped {
                    return false
                } else {
                    atoms.append(.one([escaped]))
                }
            case UInt8(ascii: "["):
                guard let end = rest.firstIndex(of: UInt8(ascii: "]")), readChoice(Array(rest[..<end])) else { return false }
                rest = rest[(end + 1)...]
            case UInt8(ascii: "{"):
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")), let last = atoms.last, last != .any,
                    let count = Int(String(decoding: rest[..<end], as: UTF8.self)), (1...64).contains(count)
                else { return false }
                atoms += Array(repeating: last, count: count - 1)
                rest = rest[(end + 1)...]
            case _ where "*+?()|.^$".utf8.contains(byte): return false
            default: atoms.append(.one([byte]))
            }
        }
        if !isEnded { atoms.append(.any) }
        return true
    }

    /// The inside of `[…]`: single bytes, no ranges.
    private mutating func readChoice(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, bytes[0] != UInt8(ascii: "^"), !bytes.dropFirst().dropLast().contains(UInt8(ascii: "-")) else { return false }
        atoms.append(.one(bytes))
        return true
    }

    func matches(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        var at = 0
        var atom = 0
        // Where to go on after the last star if what follows it does not fit.
        var retry: (at: Int, atom: Int)?
        while at < bytes.count {
            if atom < atoms.count, atoms[atom] == .any {
                retry = (at, atom)
                atom += 1
            } else if atom < atoms.count, case .one(let choices) = atoms[atom], choices.contains(bytes[at]) {
                at += 1
                atom += 1
            } else if let last = retry {
                retry = (last.at + 1, last.atom)
                at = last.at + 1
                atom = last.atom + 1
            } else {
                return false
            }
        }
        return atoms[atom...].allSatisfy { $0 == .any }
    }
}
