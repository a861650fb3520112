import Admin

@testable import View

/// Somebody who asks the pages for addresses, at a time of their own.
struct Visitor: Sendable {
    static let now: Int64 = 1_795_086_400_000_000_000

    let store: SampleStore
    var prices: (any PriceDesk)?

    /// The answer to a GET.
    func get(
        _ address: String, headers: [String: String] = [:], send: (@Sendable ([String]) async throws -> Void)? = nil
    ) async -> AdminAnswer {
        let pages = ViewPages(queries: store, http: "http://127.0.0.1:4318", grpc: "http://127.0.0.1:4317", prices: prices) { Self.now }
            .everything(send: send)
        let parts = address.split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        let request = AdminRequest(path: path, query: parts.count > 1 ? String(parts[1]) : nil) { headers[$0.lowercased()] }
        let below = pages.filter { $0.path.hasSuffix("/*") && path.hasPrefix($0.path.dropLast()) }
        guard let page = pages.last(where: { $0.path == path }) ?? below.max(by: { $0.path.count < $1.path.count }) else {
            return .text("not found", status: 404)
        }
        var answer = await page.answer(request)
        if let rest = answer.rest {
            answer.rest = nil
            while let piece = try? await rest() { answer.body += piece }
        }
        return answer
    }
}

extension AdminAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(_ header: String) -> String? { headers.first { $0.0 == header }?.1 }
}
