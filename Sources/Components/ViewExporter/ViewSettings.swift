import Pipeline
import Settings
import Store

/// What `[exporters.view]` may say.
struct ViewSettings: Configurable {
    let directory: String
    let retention: RetentionSettings
    let content: ContentPolicy

    init(from keys: inout KeyReader) {
        directory = keys.string(
            "directory", default: "weir-data", help: "the folder of the store; made where it is missing, for its owner only")
        retention = keys.table("retention", help: "what is kept, such as { age = \"30d\", size = \"10GiB\" }")
        content = keys.choice(
            "content", default: .keep, help: "what was said: kept, dropped, or a short hash of it that tells equal from different")
    }

    func store(_ clock: Clock) -> Store.Settings {
        Store.Settings(
            folder: Folder(directory), maximumAge: Int64(retention.age / .nanoseconds(1)), maximumBytes: Int64(retention.sizeBytes)
        ) { Int64(clamping: clock.unixNanoseconds()) }
    }
}

/// `retention = { age = "30d", size = "10GiB" }`.
struct RetentionSettings: Configurable {
    let age: Duration
    let sizeBytes: Int

    init(from keys: inout KeyReader) {
        age = keys.duration(
            "age", default: .seconds(30 * 86_400), in: .seconds(3600) ... .seconds(3650 * 86_400),
            help: "older spans and conversations go; what was counted stays")
        sizeBytes = keys.size("size", default: 10 << 30, in: 16 << 20 ... .max, help: "where the store is larger, the oldest days go")
    }
}

/// What the store keeps of prompts, answers and tools' arguments.
enum ContentPolicy: String, CaseIterable, Sendable {
    case keep, drop, hash
}
