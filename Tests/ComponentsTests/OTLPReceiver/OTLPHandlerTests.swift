import OTLP
import Settings
import Testing
import Transport
import Wire

@testable import Components
@testable import Pipeline

/// What is decided by the head. What becomes of bodies is tried over sockets, in the acceptance tests.
@Suite struct OTLPHandlerTests {
    private let counts = TransportCounts()
    private let refusals: RefusedRequests

    init() { refusals = RefusedRequests(counts, clock: .system) }

    /// A handler in front of no pipelines.
    private func handler(_ text: String = "") throws -> OTLPHandler {
        let document = try SettingsFile.load(text: "[receivers.otlp]\nhttp = \"127.0.0.1:4318\"\n\(text)", name: "test.toml")
        let settings = try #require(document.sections(of: "receivers").first).read(as: OTLPReceiverSettings.self)
        let outlet = Outlet(
            lanes: [:], counts: ReceiverCounts(receiver: "otlp", meters: Meters()), context: Context(name: "receivers.otlp"))
        return OTLPHandler(outlet: outlet, budget: Budget(limitBytes: 1 << 20), settings: settings, counts: counts, refusals: refusals)
    }

    private func refusal(_ handler: OTLPHandler, _ method: String, _ path: String, isGRPC: Bool = false, _ fields: [String: String] = [:])
        -> Answer?
    {
        let head = RequestHead(method: method, target: path, isGRPC: isGRPC) { fields[$0] }
        guard case .refuse(let answer) = handler.admit(head, from: handler.greet()) else { return nil }
        return answer
    }

    @Test func `credentials come before everything else, but health asks for none`() throws {
        let handler = try handler("auth = { bearer = \"token\" }")
        let refused = try #require(refusal(handler, "GET", "/nowhere"))
        #expect(refused.status == 401)
        #expect(refused.headers.contains { $0.0 == "www-authenticate" && $0.1.hasPrefix("Bearer") })
        #expect(refusal(handler, "POST", "/a.Service/Do", isGRPC: true)?.grpc?.code == 16)
        #expect(refusal(handler, "POST", "/a.Service/Do", isGRPC: true, ["authorization": "Bearer token"])?.grpc?.code == 12)
        #expect(refusal(handler, "POST", "/grpc.health.v1.Health/Check", isGRPC: true) == nil)
        #expect(counts.refusals == [.unauthenticated: 2, .notFound: 1])
    }

    @Test func `a path's own text is cut and cannot break a line`() throws {
        let answer = try #require(refusal(try handler(), "POST", "/\u{7}" + String(repeating: "x", count: 500)))
        let message = try answer.body.withUnsafeBytes { try OTLP.Status($0).message }
        #expect(message.hasPrefix("nothing is at /?xxx"))
        #expect(message.utf8.count < 300)
    }

    @Test func `a refusal speaks the sender's encoding`() throws {
        let json = try handler().answer(
            to: .bodyTooLarge, RequestHead(method: "POST", target: "/v1/traces") { $0 == "content-type" ? "application/json" : nil })
        #expect(json.status == 413)
        #expect(json.headers.contains { $0 == ("content-type", "application/json") })
        #expect(String(decoding: json.body, as: UTF8.self).hasPrefix("{\"code\":8"))
    }

    @Test(arguments: TransportRefusal.allCases)
    func `every refusal has a status and a reason, whoever is refused`(refusal: TransportRefusal) throws {
        let handler = try handler()
        for head in [nil, RequestHead(method: "POST", target: "/", isGRPC: true) { _ in nil }] {
            let answer = handler.answer(to: refusal, head)
            #expect((400..<600).contains(answer.status))
            #expect(answer.grpc.map { $0.code != 0 && !$0.message.isEmpty } == true)
        }
    }

    @Test(arguments: [([], "0"), ([0x0A, 0x00], "0"), ([0x0A, 0x01, 0x78], "5"), ([0x0A, 0x09], "3"), ([0x10, 0x01], "0")])
    func `health is of the server, or of a service by its name`(body: [UInt8], code: String) {
        #expect(HealthCheck.answer(Bytes.copy(of: body)).grpc.map { "\($0.code)" } == code)
    }

    @Test func `the services of OTLP are healthy`() {
        for signal in Signal.allCases {
            let name = Array(signal.collectorService.utf8)
            #expect(HealthCheck.answer(Bytes.copy(of: [0x0A, UInt8(name.count)] + name)).body == [0x08, 0x01])
        }
    }
}
