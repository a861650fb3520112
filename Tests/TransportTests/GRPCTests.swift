import NIOCore
import Testing

@testable import Transport

@Suite struct GRPCTests {
    private let grant = Echo.Grant(limit: 1000)

    private func gather(_ parts: [[UInt8]], limit: Int = 1000) throws -> [UInt8] {
        var message = GRPCMessage()
        for part in parts { try message.take(ByteBuffer(bytes: part), limit: limit, grant: grant) }
        return try message.finished().array
    }

    @Test func `a message is gathered however its bytes arrive`() throws {
        let bytes: [UInt8] = [0, 0, 0, 0, 3, 7, 8, 9]
        #expect(try gather([bytes]) == [7, 8, 9])
        #expect(try gather(bytes.map { [$0] }) == [7, 8, 9])
        #expect(try gather([[0, 0, 0, 0, 0]]) == [])
    }

    @Test(arguments: [
        ([0, 0, 0, 0, 4, 1], GRPCMessage.Fault.truncated), ([0, 0, 0], .truncated), ([0, 0, 0, 0, 1, 1, 2], .severalMessages),
        ([0, 0, 0, 9, 9, 1], .tooLarge), ([0, 0, 0, 4, 0, 1], .noRoom), ([2, 0, 0, 0, 1, 1], .badFlag),
    ])
    func `a wrong prefix is a fault`(bytes: [UInt8], fault: GRPCMessage.Fault) {
        #expect(throws: fault) { try gather([bytes], limit: 2000) }
    }

    @Test func `messages in trailers are percent-encoded`() {
        #expect(GRPCText.percentEncoded("100 % größe\n") == "100 %25 gr%C3%B6%C3%9Fe%0A")
    }

    @Test func `binary trailers are base64 without padding`() {
        #expect(GRPCText.base64([1]) == "AQ")
        #expect(GRPCText.base64([1, 2]) == "AQI")
        #expect(GRPCText.base64([251, 255, 254]) == "+//+")
        #expect(GRPCText.base64([]) == "")
    }

    @Test func `timeouts have a unit`() {
        #expect(GRPCTimeout.nanoseconds("5S") == 5_000_000_000)
        #expect(GRPCTimeout.nanoseconds("250m") == 250_000_000)
        for bad in [nil, "", "5", "S", "-1S", "123456789S", "1x"] { #expect(GRPCTimeout.nanoseconds(bad) == nil) }
    }
}
