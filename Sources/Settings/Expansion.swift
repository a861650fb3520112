import Glibc

/// Fills `${env:NAME}`, `${env:NAME:-default}` and `${file:/path}` into a string; `$${` stands for `${`.
struct Expansion {
    let environment: (String) -> String?
    private(set) var faults: [String] = []

    private static let fileLimit = 64 << 10

    init(environment: @escaping (String) -> String?) { self.environment = environment }

    /// The text with its references filled in; nil where one cannot be (see `faults`).
    mutating func expand(_ text: String) -> String? {
        var result = ""
        var rest = Substring(text)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                guard let close = rest.firstIndex(of: "}") else {
                    faults.append("'${' is not closed by '}'")
                    return nil
                }
                guard let value = resolve(rest[rest.index(rest.startIndex, offsetBy: 2)..<close]) else { return nil }
                result += value
                rest = rest[rest.index(after: close)...]
            } else {
                result += "$"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private mutating func resolve(_ reference: Substring) -> String? {
        if reference.hasPrefix("env:") { return variable(reference.dropFirst(4)) }
        if reference.hasPrefix("file:") { return file(String(reference.dropFirst(5))) }
        faults.append("'${\(reference)}' is neither ${env:NAME} nor ${file:/path}")
        return nil
    }

    private mutating func variable(_ reference: Substring) -> String? {
        var name = reference
        var fallback: Substring?
        for start in reference.indices where reference[start...].hasPrefix(":-") {
            name = reference[..<start]
            fallback = reference[start...].dropFirst(2)
            break
        }
        if let value = environment(String(name)), !(value.isEmpty && fallback != nil) { return value }
        if let fallback { return String(fallback) }
        faults.append("the environment variable '\(name)' is not set, and '${env:\(name)}' has no default (${env:\(name):-…})")
        return nil
    }

    private mutating func file(_ path: String) -> String? {
        guard let file = fopen(path, "r") else {
            faults.append("the file '\(path)' cannot be read: \(String(cString: strerror(errno)))")
            return nil
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.fileLimit + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        guard count <= Self.fileLimit else {
            faults.append("the file '\(path)' is larger than 64 KiB")
            return nil
        }
        var text = String(decoding: bytes[..<count], as: UTF8.self)
        while let last = text.last, last.isNewline { text.removeLast() }
        return text
    }
}
