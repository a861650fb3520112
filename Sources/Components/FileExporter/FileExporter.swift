import Glibc
import OTLP
import Pipeline
import Settings
import Synchronization
import Wire

/// Writes OTLP to a file: `[exporters.file]`. Whole records only, so that a reader never meets half of one.
///
/// The file is opened at the first export, and opened again where something else has taken it away. What stands in the way (a full disk,
/// a missing right) is tried again by the pipeline.
struct FileExporter: Exporter {
    static let kind = "file"
    static let summary = "writes OTLP files: JSON lines or length-delimited protobuf"

    private let name: String
    private let settings: FileSettings
    private let clock: Clock
    private let troubles: Troubles
    private let file: RecordFileBox

    init(_ settings: FileSettings, _ context: Context) {
        name = context.name
        self.settings = settings
        clock = context.clock
        troubles = Troubles(log: context.log, clock: context.clock)
        file = RecordFileBox(RecordFile(settings))
    }

    /// Small requests make poor gzip members, so waiting ones are joined.
    var batchBytes: Int { settings.compression == .gzip ? 256 << 10 : 0 }

    func export(_ payload: Payload) async throws(ExportError) {
        let record: Record
        do throws(WireError) {
            record = try RecordFormat.record(payload, settings)
        } catch {
            throw .refused(error)
        }
        do throws(FileTrouble) {
            try file.append(record, now: clock.unixNanoseconds())
        } catch {
            throw .retry(after: nil, error)
        }
    }

    /// With `sync = "second"`: forces what was written onto the disk, each second and at the end.
    func run() async throws {
        guard settings.sync == .second else { return }
        while (try? await clock.sleep(.seconds(1))) != nil { sync() }
        sync()
    }

    private func sync() {
        do throws(FileTrouble) { try file.sync() } catch { troubles.report("\(name): \(error)") }
    }
}

/// A record file behind a lock: exports and the sync of each second may meet.
final class RecordFileBox: Sendable {
    private let file: Mutex<RecordFile>

    init(_ file: consuming sending RecordFile) { self.file = Mutex(file) }

    func append(_ record: Record, now: UInt64) throws(FileTrouble) {
        try file.withLock { (file) throws(FileTrouble) in try file.append(record, now: now) }
    }

    func sync() throws(FileTrouble) { try file.withLock { (file) throws(FileTrouble) in try file.sync() } }
}
