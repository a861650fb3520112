import AsyncHTTPClient
import NIOCore
import OTLP
import Pipeline
import Settings
import Wire

/// Sends captured telemetry again: `weir replay FILE… --to URL`. Bodies go as they are, JSON as JSON, protobuf as protobuf, in their order.
///
/// Answers that mean "later" are waited for (OTLP specification, retryable response codes); others are counted as refused.
package struct Replay: Sendable {
    package struct Options: Sendable {
        /// Where to: `/v1/traces`, `/v1/metrics`, `/v1/logs` are appended, unless the path already ends so.
        package var to: Endpoint
        /// Requests a second; nil = as fast as they are taken.
        package var rate: Double?
        /// Of all requests; nil = what their content and file name say.
        package var signal: Signal?
        package var headers: [(String, String)] = []
        /// How often one request is tried.
        package var tries = 10
        package var timeout = Duration.seconds(30)

        package init(to: Endpoint) { self.to = to }
    }

    /// What became of it all.
    package struct Outcome: Sendable {
        package var requests = 0
        package var bytes = 0
        /// Requests that were answered with a lasting no, or never well.
        package var refused = 0
        /// What was no request and was passed over.
        package var malformed = 0

        package init() {}
    }

    private let options: Options
    private let clock: Clock
    /// Told of everything that went wrong, a line each.
    private let complain: @Sendable (String) -> Void

    package init(_ options: Options, clock: Clock = .system, complain: @escaping @Sendable (String) -> Void) {
        self.options = options
        self.clock = clock
        self.complain = complain
    }

    /// Sends all requests of the files. Throws where a file cannot be read at all; what was sent before stays sent.
    package func run(_ files: [String]) async throws -> Outcome {
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        var pace = Pace(rate: options.rate, clock: clock)
        var outcome = Outcome()
        do {
            for file in files { try await send(file, client, &pace, &outcome) }
        } catch {
            try? await client.shutdown()
            throw error
        }
        try? await client.shutdown()
        return outcome
    }

    private func send(_ file: String, _ client: HTTPClient, _ pace: inout Pace, _ outcome: inout Outcome) async throws {
        let source = try CaptureSource(file)
        while true {
            switch try source.next() {
            case .end: return
            case .silence: try await clock.sleep(.milliseconds(20))
            case .malformed(let reason): passOver(file, reason, &outcome)
            case .request(let request):
                guard let signal = options.signal ?? request.signal else {
                    passOver(file, "it is not clear which signal it is", &outcome)
                    continue
                }
                try await pace.wait()
                outcome.requests += 1
                outcome.bytes += request.bytes.count
                if let refusal = try await post(request, signal, client) {
                    outcome.refused += 1
                    complain("\(file): request \(outcome.requests): \(refusal)")
                }
            }
        }
    }

    private func passOver(_ file: String, _ reason: String, _ outcome: inout Outcome) {
        outcome.malformed += 1
        complain("\(file): passed over: \(reason)")
    }

    // MARK: - One request

    /// Why it was refused; nil = taken.
    private func post(_ body: CaptureRequest, _ signal: Signal, _ client: HTTPClient) async throws -> String? {
        let request = request(body, signal)
        var wait = Duration.milliseconds(250)
        for attempt in 1... {
            let answer = try await answer(to: request, client)
            switch answer {
            case .taken: return nil
            case .refused(let reason): return reason
            case .later(let reason, let asked):
                guard attempt < options.tries else { return "\(reason), after \(attempt) tries" }
                try await clock.sleep(asked ?? wait)
                wait = min(wait * 2, .seconds(10))
            }
        }
        return nil
    }

    private func request(_ body: CaptureRequest, _ signal: Signal) -> HTTPClientRequest {
        let url = "\(options.to)"
        let path = "/v1/\(signal.name)"
        var request = HTTPClientRequest(url: url.hasSuffix(path) ? url : url + path)
        request.method = .POST
        request.headers.add(name: "content-type", value: body.isJSON ? "application/json" : "application/x-protobuf")
        request.headers.add(name: "user-agent", value: "weir-replay")
        for (name, value) in options.headers { request.headers.replaceOrAdd(name: name, value: value) }
        request.body = .bytes(body.bytes.withBytes { ByteBuffer(bytes: $0) })
        return request
    }

    private enum Answer {
        case taken
        case refused(String)
        case later(String, after: Duration?)
    }

    private func answer(to request: HTTPClientRequest, _ client: HTTPClient) async throws -> Answer {
        do {
            let response = try await client.execute(
                request, timeout: .nanoseconds(Int64(clamping: Int64(options.timeout / .nanoseconds(1)))))
            let text = try await response.body.collect(upTo: 1 << 20)
            switch response.status.code {
            case 200..<300: return .taken
            case 429, 502, 503, 504:
                let seconds = response.headers.first(name: "retry-after").flatMap { Int64($0) }
                return .later("\(response.status)", after: seconds.map { .seconds(min(max($0, 0), 60)) })
            default: return .refused("\(response.status) \(Self.shown(text))")
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            try Task.checkCancellation()
            return .later("\(error)", after: nil)
        }
    }

    /// What can be shown of an answer's body.
    private static func shown(_ body: ByteBuffer) -> String {
        String(
            String(decoding: body.readableBytesView.prefix(200), as: UTF8.self).unicodeScalars.filter {
                $0.properties.generalCategory != .control
            })
    }
}

/// Keeps to a rate: the n-th request is not sent before its time.
private struct Pace {
    private let interval: Double
    private let clock: Clock
    private let began: UInt64
    private var sent = 0

    init(rate: Double?, clock: Clock) {
        interval = rate.map { $0 > 0 ? 1e9 / $0 : 0 } ?? 0
        self.clock = clock
        began = clock.monotonicNanoseconds()
    }

    mutating func wait() async throws {
        let due = interval * Double(sent)
        sent += 1
        let passed = Double(clock.monotonicNanoseconds() &- began)
        if due > passed { try await clock.sleep(.nanoseconds(Int64(min(due - passed, 3.6e12)))) }
    }
}
