@testable import Settings

/// Settings with a key of every kind.
struct Everything: Configurable {
    enum Compression: String, CaseIterable, Sendable { case gzip, none }

    struct Rotation: Configurable {
        let size: Int
        let age: Duration?
        init(from keys: inout KeyReader) {
            size = keys.size("size", in: 1024 ... .max, help: "largest file")
            age = keys.duration(optional: "age", help: "oldest file")
        }
    }

    struct Queue: Configurable {
        let size: Int
        init(from keys: inout KeyReader) { size = keys.size("size", default: 64 << 20, help: "bytes that may wait") }
    }

    let path: String
    let note: String?
    let workers: Int
    let ratio: Double
    let isFollowing: Bool
    let compression: Compression
    let interval: Duration
    let giveUp: Duration?
    let maxBody: Int
    let http: Address
    let endpoint: Endpoint?
    let prices: [String]
    let token: Secret?
    let headers: [Pair<Secret>]
    let metadata: [Pair<Secret>]
    let labels: [Pair<String>]
    let set: [Pair<Scalar>]
    let queue: Queue
    let rotate: Rotation?
    let rules: [Rotation]

    init(from keys: inout KeyReader) {
        path = keys.string("path", help: "file to write")
        note = keys.string(optional: "note", help: "a remark")
        workers = keys.int("workers", default: 4, in: 1...64, help: "how many at once")
        ratio = keys.number("ratio", default: 0.5, in: 0...1, help: "share to keep")
        isFollowing = keys.bool("follow", default: false, help: "go on at the end")
        compression = keys.choice("compression", default: .gzip, help: "of bodies")
        interval = keys.duration("interval", default: .seconds(15), in: .seconds(1) ... .seconds(3600), help: "between sends")
        giveUp = keys.duration(orNever: "give_up_after", default: .seconds(300), help: "since the first try")
        maxBody = keys.size("max_body", default: 16 << 20, help: "largest request")
        http = keys.address("http", default: Address(host: "127.0.0.1", port: 4318), help: "where to listen")
        endpoint = keys.url(optional: "endpoint", help: "where to send")
        prices = keys.strings("prices", default: ["builtin"], help: "price tables")
        token = keys.secret(optional: "token", help: "a password")
        headers = keys.secretPairs("headers", help: "HTTP headers")
        metadata = keys.secretPairs("metadata", help: "gRPC metadata")
        labels = keys.pairs("labels", help: "plain pairs")
        set = keys.scalars("set", help: "attributes")
        queue = keys.table("queue", help: "what waits")
        rotate = keys.table(optional: "rotate", help: "when to begin a new file")
        rules = keys.tables("rules", help: "several")
    }
}

/// Takes the text as a whole section `[exporters.all]`, with `path` given, and shows what is wrong.
func complaints(_ lines: String, environment: Environment = Environment(variables: [:])) -> String {
    read("[exporters.all]\npath = \"x\"\n" + lines, environment: environment).complaints
}

/// What one section is read as. `lines` begin at line 3.
func settings(_ lines: String, environment: Environment = Environment(variables: [:])) -> Everything? {
    read("[exporters.all]\npath = \"x\"\n" + lines, environment: environment).settings
}

func read(_ text: String, environment: Environment = Environment(variables: [:])) -> (settings: Everything?, complaints: String) {
    do throws(Mistakes) {
        let document = try SettingsFile.load(text: text, name: "a.toml", environment: environment)
        document.expectTopLevel(["exporters", "pipelines", "admin"])
        let settings = document.sections(of: "exporters").map { $0.read(as: Everything.self) }
        return (settings.first, document.mistakes.description)
    } catch {
        return (nil, error.description)
    }
}

/// The first mistake without its source line and mark: what was said, and the hint.
func said(_ lines: String, environment: Environment = Environment(variables: [:])) -> String {
    let all = complaints(lines, environment: environment).split(separator: "\n")
    guard all.count == 3 else { return all.joined(separator: "\n") }
    let hint = all[2].drop { $0 != "^" }.drop { $0 == "^" }
    return all[0].dropFirst("a.toml:".count) + (hint.isEmpty ? "" : " |" + hint)
}
