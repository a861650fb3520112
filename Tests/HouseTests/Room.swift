/// A Swift target, and what it may import. Arrows only point to rooms that stand above it here.
///
/// The table of the design, with what the code taught: who reads or writes a message without a whole request imports Wire
/// (GenAI, Metrics, Transport); Admin asks Pipeline nothing; the executable puts everything together.
struct Room {
    let name: String
    let ours: [String]
    let outside: [String]

    /// Free for all rooms.
    static let system = ["Glibc", "Synchronization"]

    static let all = [
        Room(name: "Wire", ours: [], outside: []),
        Room(name: "OTLP", ours: ["Wire", "OTLPSchema", "CProtobufC"], outside: []),
        Room(name: "GenAI", ours: ["OTLP", "Wire"], outside: []),
        Room(name: "Metrics", ours: ["OTLP", "Wire", "CSnappy"], outside: []),
        Room(name: "Settings", ours: ["CTOML"], outside: []),
        Room(name: "Pipeline", ours: ["OTLP", "Wire", "Settings"], outside: ["Logging", "ServiceLifecycle"]),
        Room(
            name: "Transport", ours: ["Wire", "CZlib", "CDeflate"],
            outside: ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTP2", "NIOHPACK", "NIOSSL", "NIOTLS", "NIOConcurrencyHelpers"]),
        Room(
            name: "Admin", ours: ["Metrics"],
            outside: ["Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOHTTPTypes", "NIOPosix"]),
        // GRDB's blobs are Foundation's Data.
        Room(name: "Store", ours: [], outside: ["GRDB", "Foundation"]),
        Room(name: "View", ours: ["Store", "Admin"], outside: []),
        Room(
            name: "Components",
            ours: ["Wire", "OTLP", "GenAI", "Metrics", "Settings", "Pipeline", "Transport", "Store", "Admin", "View"],
            outside: ["AsyncHTTPClient", "Logging", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL"]),
        Room(
            name: "weir",
            ours: ["Wire", "OTLP", "GenAI", "Metrics", "Settings", "Pipeline", "Transport", "Store", "Admin", "View", "Components"],
            outside: ["ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals"]),
    ]

    /// Foundation costs memory and start-up time: only tools that come and go may use it, each named here.
    static let mayUseFoundation: [String] = []
}

/// One `import` line.
struct Import: Hashable {
    let module: String

    /// The imports of a source file; attributes and access levels before the word, and submodules behind, do not matter.
    static func all(in text: String) -> [Import] {
        // Longer literals may show programs.
        text.replacing(#/"""[\s\S]*?"""/#, with: "").split(separator: "\n").compactMap { line in
            let code = line.prefix(while: { $0 != "/" })
            let words = code.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place + 1 < words.count, words[..<place].allSatisfy(isModifier) else {
                return nil
            }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
            let name = kinds.contains(words[place + 1]) && place + 2 < words.count ? words[place + 2] : words[place + 1]
            return Import(module: String(name.prefix(while: { $0 != "." })))
        }
    }

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["package", "internal", "private", "fileprivate", "public"].contains(word)
    }
}
