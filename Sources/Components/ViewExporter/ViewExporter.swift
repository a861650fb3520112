import OTLP
import Pipeline
import Settings
import Store
import Wire

/// Keeps telemetry in the embedded store, for the pages of the admin listener: `[exporters.view]`.
///
/// An export is done when its rows are committed; exports that wait for the writer meanwhile are committed together.
struct ViewExporter: Exporter {
    static let kind = "view"
    static let summary = "keeps spans, conversations and what they cost in an embedded store, for the pages of the admin listener"
    static let signals: Set<Signal> = [.traces, .logs]

    /// How long between two looks at what is too old.
    private static let retentionInterval = Duration.seconds(60)

    /// Where the pages find the store once it is open.
    let door: StoreDoor
    private let settings: ViewSettings
    private let context: Context
    private let intake: Intake

    init(_ settings: ViewSettings, _ context: Context) throws {
        self.settings = settings
        self.context = context
        door = StoreDoor()
        intake = Intake(content: settings.content)
        let door = door
        context.board.publish(context.name) { door.facts }
        context.board.offer(door)
        context.opens()
    }

    /// So many exports may wait for one commit.
    var deliveries: Int { 8 }

    func export(_ payload: Payload) async throws(ExportError) {
        guard let store = await door.store() else { throw .retry(after: .seconds(1), StoreError.closed) }
        let load: Load
        do throws(WireError) { load = try intake.load(payload) } catch { throw .refused(error) }
        do { try await store.append(load) } catch { throw .retry(after: nil, error) }
    }

    /// Opens the store, and takes out what is too old until cancelled.
    func run() async throws {
        let store: Store
        do {
            store = try Store(settings.store(context.clock), content: BlockReader())
        } catch {
            door.shut()
            throw error
        }
        door.open(store)
        context.ready()
        while !Task.isCancelled {
            await expire(store)
            do { try await context.clock.sleep(Self.retentionInterval) } catch { break }
        }
        door.shut()
        store.close()
    }

    private func expire(_ store: Store) async {
        do {
            let days = try await store.expire()
            if !days.isEmpty { context.log.info("\(context.name): \(days.count) day(s) of spans went, as retention says") }
        } catch {
            context.log.warning("\(context.name): \(error)")
        }
    }
}
