import AsyncHTTPClient
import Synchronization

/// An HTTP client that is made for its first request: a Weir that does not come to run leaves none open behind it.
final class ClientOnDemand: Sendable {
    private let configuration: HTTPClient.Configuration
    private let client = Mutex<HTTPClient?>(nil)

    init(_ configuration: HTTPClient.Configuration) { self.configuration = configuration }

    var made: HTTPClient {
        client.withLock { client in
            if let client { return client }
            let new = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            client = new
            return new
        }
    }

    func shutdown() async {
        let made = client.withLock { $0.take() }
        try? await made?.shutdown()
    }
}
