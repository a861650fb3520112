/// `${env:NAME}`, `${env:NAME:-default}` and `${file:PATH}` inside string values; `$${` stands for `${`.
///
/// As in a shell the default also replaces an empty variable. A file's last line end is dropped.
enum Expansion {
    static func expand(_ raw: String, at place: Place, _ spot: Spot) -> (value: String, isExpanded: Bool)? {
        guard raw.utf8.contains(UInt8(ascii: "$")) else { return (raw, false) }
        var result = ""
        var isExpanded = false
        var isGood = true
        var rest = raw[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                guard let end = rest.firstIndex(of: "}") else {
                    complain("'${' without '}'", hint: "$${ stands for ${ itself", String(rest), place, spot)
                    return nil
                }
                let whole = rest[...end]
                rest = rest[rest.index(after: end)...]
                isExpanded = true
                if let text = resolve(whole, place, spot) { result += text } else { isGood = false }
                guard result.utf8.count <= SettingsFile.limitBytes else {
                    spot.mistake(place, "expands to more than \(SizeText.string(SettingsFile.limitBytes))")
                    return nil
                }
            } else {
                result += "$"
                rest = rest.dropFirst()
            }
        }
        return isGood ? (result + rest, isExpanded) : nil
    }

    /// What one `${…}` stands for; `nil` and a mistake where it stands for nothing.
    private static func resolve(_ whole: Substring, _ place: Place, _ spot: Spot) -> String? {
        let inside = whole.dropFirst(2).dropLast()
        guard let colon = inside.firstIndex(of: ":") else {
            let hint = isName(inside) ? "did you mean ${env:\(inside)}?" : "write ${env:NAME} or ${file:PATH}"
            complain("'\(whole.clipped)' is neither ${env:…} nor ${file:…}", hint: hint, String(whole), place, spot)
            return nil
        }
        let argument = inside[inside.index(after: colon)...]
        switch inside[..<colon] {
        case "env": return variable(argument, whole, place, spot)
        case "file": return file(argument, whole, place, spot)
        default:
            let message = "'\(whole.clipped)' is neither ${env:…} nor ${file:…}"
            complain(message, hint: "write ${env:NAME} or ${file:PATH}", String(whole), place, spot)
            return nil
        }
    }

    private static func variable(_ argument: Substring, _ whole: Substring, _ place: Place, _ spot: Spot) -> String? {
        var name = argument
        var standard: Substring?
        if let colon = argument.firstIndex(of: ":"), argument[colon...].hasPrefix(":-") {
            name = argument[..<colon]
            standard = argument[colon...].dropFirst(2)
        }
        guard isName(name) else {
            complain("'\(name.clipped)' is not the name of a variable", hint: "write ${env:NAME:-default}", String(whole), place, spot)
            return nil
        }
        let value = spot.scope.environment.variable(String(name))
        if let standard, value?.isEmpty ?? true { return String(standard) }
        if value == nil {
            let hint = "set it, or give a default: ${env:\(name):-default}"
            complain("environment variable \(name.clipped) is not set", hint: hint, String(whole), place, spot)
        }
        return value
    }

    private static func file(_ path: Substring, _ whole: Substring, _ place: Place, _ spot: Spot) -> String? {
        let reason: String
        do {
            var bytes = try spot.scope.environment.file(String(path))[...]
            if bytes.last == UInt8(ascii: "\n") { bytes = bytes.dropLast() }
            if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
            if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
            reason = "not UTF-8 text"
        } catch {
            reason = error.reason
        }
        complain("file \(path.clipped) cannot be read: \(reason)", hint: nil, String(whole), place, spot)
        return nil
    }

    /// Marks the one `${…}` where it stands in the file just so.
    private static func complain(_ message: String, hint: String?, _ text: String, _ place: Place, _ spot: Spot) {
        spot.mistake(spot.scope.mistakes.source.place(of: text, in: place), message, hint: hint)
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return text.utf8.allSatisfy(\.isWord)
    }
}
