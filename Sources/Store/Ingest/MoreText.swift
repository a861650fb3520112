/// What only some spans have, packed into one column: a letter, the text, and a separator that no text may hold.
struct MoreText: Sendable, Equatable {
    enum Field: Character {
        case message = "m", errorType = "e", tool = "t", toolCallID = "i", requestModel = "q", finishReasons = "f", degraded = "d"
        case route = "r", database = "b", costSource = "c", costDetail = "x", price = "p", user = "u"
    }

    private static let separator: Character = "\u{1F}"
    private static let limit = 512
    private(set) var packed = ""

    /// Adds a field, cut to 512 characters.
    mutating func add(_ field: Field, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        if !packed.isEmpty { packed.append(Self.separator) }
        packed.append(field.rawValue)
        let isClean = text.utf8.count <= Self.limit && !text.utf8.contains(0x1F)
        packed += isClean ? text : String(text.prefix(Self.limit).map { $0 == Self.separator ? " " : $0 })
    }

    init() {}

    init(_ span: SpanRecord) {
        add(.message, span.statusMessage)
        add(.errorType, span.errorType)
        add(.tool, span.tool)
        add(.toolCallID, span.toolCallID)
        if span.requestModel != span.series.model { add(.requestModel, span.requestModel) }
        add(.finishReasons, span.finishReasons.joined(separator: ","))
        add(.degraded, span.degraded)
        add(.route, span.route)
        add(.database, span.database)
        add(.costSource, span.costSource)
        add(.costDetail, span.costDetail)
        add(.price, span.price)
        add(.user, span.user)
    }

    init(_ fields: [Field: String]) {
        for (field, text) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { add(field, text) }
    }

    static func unpacked(_ packed: String) -> [Field: String] {
        var fields: [Field: String] = [:]
        for part in packed.split(separator: separator) {
            if let letter = part.first, let field = Field(rawValue: letter) { fields[field] = String(part.dropFirst()) }
        }
        return fields
    }
}

/// The small facts in a span's `flags`.
struct SpanFlags: OptionSet {
    let rawValue: Int64

    static let finalAnswer = SpanFlags(rawValue: 1)
    static let late = SpanFlags(rawValue: 2)
    static let content = SpanFlags(rawValue: 4)
}
