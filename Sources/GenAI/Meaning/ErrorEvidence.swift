import OTLP
import Wire

/// What speaks for each error class in one span's texts, gathered first and weighed at the end.
struct ErrorEvidence {
    /// An HTTP status that an attribute states.
    private var stated: Int64?
    /// One that a message states in a fixed form, such as `Error code: 429`.
    private var quoted: Int64?
    /// Classes named by a code, an exception's name or a phrase.
    private var named: Set = Set()

    private struct Set {
        var bits: UInt32 = 0
        mutating func insert(_ one: ErrorClass) { bits |= 1 << UInt32(one.rawValue) }
        func contains(_ one: ErrorClass) -> Bool { bits & 1 << UInt32(one.rawValue) != 0 }
    }

    // MARK: - Gathering

    mutating func note(_ one: ErrorClass) { named.insert(one) }

    /// An HTTP status or a provider's code in an attribute.
    mutating func readStatus(_ value: Value) {
        if let status = value.count, (400..<600).contains(status) {
            stated = stated ?? status
        } else if let text = value.text {
            readWords(text)
        }
    }

    /// `error.type`, `exception.type`: a class name, a code, or a status.
    mutating func readName(_ value: Value) {
        if let status = value.count, (400..<600).contains(status) {
            quoted = quoted ?? status
        } else if let text = value.text {
            readWords(text)
        }
    }

    mutating func readMessage(_ text: Text) {
        guard !text.isEmpty else { return }
        let text = text.withoutTraceback.prefix(4096)
        quoted = quoted ?? ErrorPhrases.status(in: text)
        readWords(text)
        for (phrase, meaning) in ErrorPhrases.all where text.containsIgnoringCase(phrase) { named.insert(meaning) }
    }

    /// Looks up each word: codes and class names are words that no prose contains.
    private mutating func readWords(_ text: Text) {
        var start = 0
        for end in 0...text.count where end == text.count || !Self.isWordByte(text[end]) {
            if end - start > 2, let meaning = ErrorWords.all[text.slice(start, end)] { named.insert(meaning) }
            start = end + 1
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || Text.lower(byte) &- 97 < 26 || byte == UInt8(ascii: "_")
    }

    // MARK: - Weighing

    var verdict: ErrorClass {
        let status = stated ?? quoted
        // The last three are what a status says as well.
        for one in ErrorClass.byTelling.dropLast(3) where named.contains(one) && Self.allows(status, one) { return one }
        if let status, let family = Self.family(of: status) { return family }
        if named.contains(.invalidRequest) { return .invalidRequest }
        return named.contains(.serverError) ? .serverError : .other
    }

    /// The class a status stands for by itself.
    private static func family(of status: Int64) -> ErrorClass? {
        switch status {
        case 401: .authentication
        case 402: .quotaExhausted
        case 403: .permission
        case 404: .notFound
        case 408, 504: .timeout
        case 429: .rateLimited
        case 499: .cancelled
        case 503, 529: .overloaded
        case 400..<500: .invalidRequest
        case 500..<600: .serverError
        default: nil
        }
    }

    /// Whether a status can be refined to a class: prompts are echoed in messages, so a word there does not overrule everything.
    private static func allows(_ status: Int64?, _ one: ErrorClass) -> Bool {
        switch status {
        case nil: true
        case 401?: one == .authentication || one == .permission
        case 402?: one == .quotaExhausted
        case 403?: [.permission, .quotaExhausted, .contentFiltered, .authentication].contains(one)
        case 404?: one == .notFound
        case 408?: [.timeout, .connection, .cancelled].contains(one)
        case 429?: one == .quotaExhausted || one == .rateLimited
        case 503?, 529?: one == .overloaded || one == .timeout
        case 504?: one == .timeout
        case 400?, 409?, 413?, 422?: one != .overloaded && one != .connection && one != .cancelled && one != .timeout
        default: true
        }
    }
}

extension Text {
    /// A message without the stack trace behind it; of one that is nothing else, the end.
    fileprivate var withoutTraceback: Text {
        guard let end = endIgnoringCase(of: "traceback (most recent call last)") else { return self }
        let start = end - 33
        return start > 8 ? prefix(start) : suffix(300)
    }
}
