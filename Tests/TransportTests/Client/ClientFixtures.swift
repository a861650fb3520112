import NIOCore
import Wire

@testable import Transport

/// What a test of the client asks.
struct Asking {
    var message: [UInt8] = [1, 2, 3]
    var gzip = false
    var metadata: [(String, String)] = []
    var timeout = Duration.seconds(60)
}

extension GRPCClient {
    /// A client for a server on loopback, for the time of a test.
    static func with<R>(
        port: Int, connections: Int = 1, _ change: (inout GRPCTarget) -> Void = { _ in }, _ body: (GRPCClient) async throws -> R
    ) async throws -> R {
        var target = GRPCTarget(host: "127.0.0.1", port: port, authority: "127.0.0.1:\(port)")
        change(&target)
        let client = GRPCClient(target, connections: connections)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }

    func ask(_ asking: Asking = Asking()) async throws -> GRPCReply { try await attempt(asking).get() }

    /// The status code of an answer; nil where there was none.
    func code(_ asking: Asking = Asking()) async -> Int? { try? await ask(asking).status.code }

    /// The message of an answer; nil where there was none.
    func message(_ asking: Asking = Asking()) async -> [UInt8]? { try? await ask(asking).message }

    /// The failure of a call; nil where there was an answer.
    func failure(_ asking: Asking = Asking()) async -> GRPCFailure? {
        guard case .failure(let failure) = await attempt(asking) else { return nil }
        return failure
    }

    /// The first failure, if any, that is not want of a connection: asks again while the client pauses.
    func failureOnceReached(_ asking: Asking = Asking()) async -> GRPCFailure? {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            let failure = await failure(asking)
            guard case .unreachable? = failure else { return failure }
        }
        return .cancelled
    }

    private func attempt(_ asking: Asking) async -> Result<GRPCReply, GRPCFailure> {
        do throws(GRPCFailure) {
            return .success(
                try await call(
                    "/test.Service/Method", Bytes.copy(of: asking.message), gzip: asking.gzip, metadata: asking.metadata,
                    timeout: asking.timeout))
        } catch {
            return .failure(error)
        }
    }
}
