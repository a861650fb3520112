/// How one SDK is told to send to us.
struct Snippet: Sendable {
    /// Where the receiver of this run listens.
    struct Host: Sendable, Equatable {
        /// `http://127.0.0.1:4318`
        var http: String
        /// `http://127.0.0.1:4317`
        var grpc: String

        init(http: String = "http://127.0.0.1:4318", grpc: String = "http://127.0.0.1:4317") {
            self.http = http
            self.grpc = grpc
        }
    }

    let id, title: String
    /// What is run and written; `{http}` and `{grpc}` stand for the host.
    private let text: String
    /// How prompts and answers come along.
    let content: String?
    /// How a call says which conversation it belongs to.
    let conversation: String

    init(_ id: String, _ title: String, _ text: String, content: String?, conversation: String) {
        self.id = id
        self.title = title
        self.text = text
        self.content = content
        self.conversation = conversation
    }

    func text(for host: Host) -> String {
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "{") {
            result += rest[..<mark]
            rest = rest[mark...]
            if rest.hasPrefix("{http}") {
                result += host.http
                rest = rest.dropFirst("{http}".count)
            } else if rest.hasPrefix("{grpc}") {
                result += host.grpc
                rest = rest.dropFirst("{grpc}".count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}
