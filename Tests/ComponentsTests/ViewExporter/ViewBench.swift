import Foundation
import OTLP
import Pipeline
import Settings
import Wire

@testable import Components
@testable import Store

/// A view exporter with its store in a folder of its own.
struct ViewBench {
    let path = NSTemporaryDirectory() + "weir-view-" + UUID().uuidString
    let exporter: ViewExporter
    /// 2023-11-14T22:14:00Z: a little after what `Captured` makes.
    static let now: UInt64 = 1_700_000_040_000_000_000

    init(_ settings: String = "", now: UInt64 = ViewBench.now) throws {
        var clock = Clock.system
        clock.unixNanoseconds = { now }
        exporter = try ViewExporter(
            try Captured.settings(ViewSettings.self, "{ directory = \"\(path)\"\(settings.isEmpty ? "" : ", " + settings) }"),
            Context(name: "exporters.view", clock: clock))
    }

    /// Runs the exporter while `body` uses it.
    func run<R: Sendable>(_ body: @escaping @Sendable (ViewExporter, Store) async throws -> R) async throws -> R {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let exporter = exporter
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await exporter.run() }
            guard let store = await exporter.door.store() else { throw StoreError.closed }
            let result = try await body(exporter, store)
            group.cancelAll()
            return result
        }
    }

    static let all = Filter(range: TimeRange(from: 0, to: Int64(now) + 1))

    static let call = [
        "weir.role": "call", "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
        "gen_ai.response.model": "gpt-4o-2024-08-06", "gen_ai.usage.input_tokens": "1234", "gen_ai.usage.output_tokens": "567",
        "gen_ai.usage.cost_usd": "0.012345", "weir.cost.source": "computed", "weir.cost.price": "openai/gpt-4o",
        "gen_ai.conversation.id": "c-1", "user.id": "ada", "gen_ai.response.time_to_first_chunk": "0.25",
        "gen_ai.input.messages":
            #"[{"role":"system","parts":[{"type":"text","content":"Be kind."}]},{"role":"user","parts":[{"type":"text","content":"How\ndo  I say \"hi\"?"}]}]"#,
    ]
}
