import OTLP
import Testing
import Wire

struct AnswerTests {
    @Test(arguments: Signal.allCases)
    func `a partial success in and out`(_ signal: Signal) throws {
        let partial = PartialSuccess(rejected: 3, message: "no \"room\"")
        let response = partial.response()
        #expect(try response.withUnsafeBytes { try PartialSuccess(response: $0) } == partial)
        let json = partial.responseJSON(signal)
        let name = [Signal.traces: "rejectedSpans", .metrics: "rejectedDataPoints", .logs: "rejectedLogRecords"][signal] ?? ""
        let expected = #"{"partialSuccess":{"\#(name)":"3","errorMessage":"no \"room\""}}"#
        #expect(String(decoding: json, as: UTF8.self) == expected)
        #expect(try json.withUnsafeBytes { try PartialSuccess(responseJSON: $0, signal) } == partial)
    }

    @Test func `full success is no bytes, and an empty object`() throws {
        #expect(PartialSuccess().response().isEmpty)
        #expect(String(decoding: PartialSuccess().responseJSON(.logs), as: UTF8.self) == "{}")
        #expect(try PartialSuccess(response: UnsafeRawBufferPointer(start: nil, count: 0)).isEmpty)
    }

    @Test func `a status in and out`() throws {
        let details: [StatusDetail] = [.badRequest(field: "body", description: "wrong at byte 7"), .retry(after: .milliseconds(1_500))]
        let status = Status(code: 14, message: "busy", details: details)
        #expect(try status.encoded().withUnsafeBytes { try Status($0) } == status)
        #expect(status.retryDelay == .milliseconds(1_500))
        let json = String(decoding: status.json(), as: UTF8.self)
        #expect(json.hasPrefix(#"{"code":14,"message":"busy","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","#))
        #expect(json.contains(#""fieldViolations":[{"field":"body","description":"wrong at byte 7"}]"#))
        #expect(json.hasSuffix(#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1.500s"}]}"#))
    }

    @Test func `a status as other libraries write it`() throws {
        // code 8, message "x", one RetryInfo of 2 s: written by hand from the contract.
        let info: [UInt8] = [0x0A, 0x02, 0x08, 0x02]
        let type = Array("type.googleapis.com/google.rpc.RetryInfo".utf8)
        let any = [0x0A, UInt8(type.count)] + type + [0x12, UInt8(info.count)] + info
        let bytes: [UInt8] = [0x08, 8, 0x12, 1, 0x78, 0x1A, UInt8(any.count)] + any
        let status = Status(code: 8, message: "x", details: [.retry(after: .seconds(2))])
        #expect(try bytes.withUnsafeBytes { try Status($0) } == status)
        #expect(status.encoded() == bytes)
    }

    @Test func `absurd delays and foreign details do no harm`() throws {
        var writer = WireWriter()
        writer.field(3) {
            $0.field(1, string: "type.googleapis.com/google.rpc.RetryInfo")
            $0.field(2) { $0.field(1) { $0.field(1, int: .max) } }
        }
        writer.field(3) { $0.field(1, string: "example.org/Other") }
        let status = try writer.bytes.withUnsafeBytes { try Status($0) }
        #expect(status.details.count == 1)
        #expect(status.retryDelay.map { $0 > .seconds(86_400 * 365) } == true)
        #expect(throws: WireError.self) { try [UInt8]([0x1A, 9]).withUnsafeBytes { try Status($0) } }
    }
}
