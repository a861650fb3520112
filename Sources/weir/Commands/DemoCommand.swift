import ArgumentParser
import Components
import Glibc
import OTLP
import Pipeline
import Settings
import View

/// `weir demo [--to URL]`: sends realistic sample traffic, so that there is something to look at.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Sends realistic sample traffic.",
        discussion: """
            Five invented agents with tools, retries, failures, cached tokens and a model nobody has a price for, as OTLP/HTTP with the names
            of the semantic conventions. The same --seed gives the same traffic. With --every it goes on until it is interrupted.
            """
    )

    @Option(help: "Where to; /v1/traces is put behind it.")
    var to = "http://127.0.0.1:4318"

    @Option(help: "How many conversations.")
    var conversations = 60

    @Option(help: "How far back they reach, such as 24h or 7d.")
    var over = "24h"

    @Option(help: "Traffic of another kind for another number.")
    var seed: UInt64 = 1

    @Option(help: "Then one conversation more each time this has passed, such as 5s.")
    var every: String?

    @Flag(help: "Print OTLP/JSON lines instead of sending them.")
    var printed = false

    func run() async throws {
        guard let endpoint = Endpoint(to) else { throw ValidationError("--to: '\(to)' is not a URL such as http://127.0.0.1:4318") }
        let over = try duration(over, of: "--over")
        let pause = try every.map { try duration($0, of: "--every") }
        guard (0...100_000).contains(conversations) else { throw ValidationError("--conversations: 0 to 100000") }
        var traffic = SampleTraffic(seed: seed)
        let now = Clock.system.unixNanoseconds()
        let start = now &- UInt64(clamping: Int64(over / .nanoseconds(1)))
        let past = traffic.conversations(conversations, from: Int64(clamping: start), to: Int64(clamping: now))
        guard !printed else { return past.joined().forEach { print($0.json) } }
        try await send(past, to: endpoint)
        while let pause {
            try await Clock.system.sleep(pause)
            let end = Int64(clamping: Clock.system.unixNanoseconds())
            try await send(traffic.conversations(1, from: end, to: end), to: endpoint)
        }
    }

    private func duration(_ text: String, of option: String) throws -> Duration {
        guard let duration = DurationText.duration(text), duration > .zero else {
            throw ValidationError("\(option): '\(text)' is not a duration such as 24h")
        }
        return duration
    }

    /// The replay sends files, so the traffic becomes one.
    private func send(_ conversations: [[SampleTraffic.Request]], to endpoint: Endpoint) async throws {
        let file = try DemoFile(lines: conversations.joined().map(\.json))
        defer { file.remove() }
        var options = Replay.Options(to: endpoint)
        options.signal = .traces
        options.tries = 3
        let outcome: Replay.Outcome
        do { outcome = try await Replay(options, complain: complain).run([file.path]) } catch {
            complain("weir demo: \(error)")
            throw ExitCode(1)
        }
        let spans = conversations.joined().reduce(0) { $0 + $1.spans }
        print("\(conversations.count) conversations, \(outcome.requests) turns, \(spans) spans, \(outcome.refused) refused")
        guard outcome.refused == 0 else { throw ExitCode(1) }
    }
}
