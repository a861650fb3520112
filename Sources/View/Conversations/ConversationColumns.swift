import Store

/// A column of a list: the page, the CSV and the JSON are made of the same ones.
struct Column<Row: Sendable, Sort: Sendable>: Sendable {
    /// Its name in JSON and CSV.
    let name: String
    let title: String
    /// What a click on its head sorts by.
    let sort: Sort?
    let cell: @Sendable (Row) -> Cell

    init(_ name: String, _ title: String, sort: Sort?, cell: @escaping @Sendable (Row) -> Cell) {
        self.name = name
        self.title = title
        self.sort = sort
        self.cell = cell
    }
}

/// A value in a list, before it is drawn or written.
enum Cell: Sendable, Equatable {
    case text(String?)
    case link(String, href: String)
    case words([String])
    case status(String, isFailed: Bool)
    case count(Int64)
    /// Requests that failed, and those of them that a retry made good.
    case failures(Int64, recovered: Int64)
    case tokens(Int64?)
    /// Nanodollars, and how many requests are not in it.
    case money(Int64?, unpriced: Int64)
    /// Nanoseconds.
    case duration(Int64?)
    /// Nanoseconds since 1970.
    case time(Int64)

    /// Whether it is a number that stands to the right.
    var isFigure: Bool {
        switch self {
        case .count, .failures, .tokens, .money, .duration: true
        case .text, .link, .words, .status, .time: false
        }
    }
}

extension Column where Row == ConversationRow, Sort == ConversationSort {
    /// All columns of view.md 3.5.
    static let conversations: [Column] = [
        Column("last", "Last activity", sort: .last) { .time($0.last) },
        Column("title", "First message", sort: .title) { row in
            .link(row.title.map { Self.title($0) } ?? row.id.key, href: ConversationPath.href(row.id))
        },
        Column("key", "Id", sort: .key) { .text($0.id.key) },
        Column("user", "User", sort: .user) { .text($0.user) },
        Column("agents", "Agents", sort: nil) { .words($0.agents) },
        Column("models", "Models", sort: nil) { .words($0.models) },
        Column("turns", "Turns", sort: .turns) { .count($0.turns) },
        Column("messages", "Messages", sort: .messages) { .count($0.messages) },
        Column("requests", "Requests", sort: .requests) { .count($0.requests) },
        Column("toolCalls", "Tools", sort: .toolCalls) { .count($0.toolCalls) },
        Column("failures", "Errors", sort: .failures) { .failures($0.failures, recovered: $0.recovered) },
        Column("tokens", "Tokens", sort: .tokens) { .tokens($0.tokens.total) },
        Column("cost", "Cost", sort: .cost) { .money($0.costNano, unpriced: $0.unpriced) },
        Column("active", "Active", sort: .active) { .duration($0.activeNanoseconds) },
        Column("wall", "Wall", sort: .wall) { .duration($0.wallNanoseconds) },
    ]

    /// At most 80 characters on one line.
    private static func title(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "…" : line
    }
}

/// `/conversations/{key}?env=…`.
enum ConversationPath {
    static func href(_ id: ConversationID) -> String {
        "/conversations/" + escaped(id.key) + (id.environment.isEmpty ? "" : "?env=" + escaped(id.environment))
    }

    /// The conversation of such a path.
    static func id(of path: String) -> ConversationID? {
        let parts = path.split(separator: "?", maxSplits: 1)
        guard let first = parts.first, first.hasPrefix("/conversations/") else { return nil }
        let key = Query.decoded(first.dropFirst("/conversations/".count))
        return ConversationID(environment: Query(parts.count > 1 ? String(parts[1]) : nil)["env"] ?? "", key: key)
    }

    /// Everything but RFC 3986's unreserved characters as `%XX`.
    static func escaped(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return out
    }
}
