import NIOCore
import Testing

@testable import Transport

@Suite struct ConnectionTroubleTests {
    @Test func `a refused connection is said in three words`() async throws {
        let port = ReservedPort()
        try await GRPCClient.with(port: port.number) { client in
            guard case .unreachable(let why, _)? = await client.failure() else { throw Unexpected() }
            #expect(why == "127.0.0.1:\(port.number): Connection refused")
        }
    }

    @Test func `a host without an address is named`() async throws {
        let target = GRPCTarget(host: "nowhere.invalid", port: 1, authority: "nowhere.invalid:1")
        let client = GRPCClient(target, connections: 1)
        guard case .unreachable(let why, _)? = await client.failure() else { throw Unexpected() }
        #expect(why.hasPrefix("nowhere.invalid: "))
        await client.close()
    }

    @Test func `other errors are what they say, within limits`() {
        struct Long: Error, CustomStringConvertible { let description = String(repeating: "x", count: 1000) }
        #expect(ConnectionTrouble(Long()).description.count == 300)
        let error = IOError(errnoCode: 104, reason: "read(descriptor:pointer:size:)")
        #expect(ConnectionTrouble(error).description == "Connection reset by peer")
    }
}
