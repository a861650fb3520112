import OTLP
import Settings
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct FilePipelineTests {
    private let folder = Folder()
    private let catalog = Catalog([
        .receiver(FileReceiver.self), .processor(ResourceProcessor.self), .exporter(FileExporter.self), .sink(DiscardExporter.self),
    ])

    private func run(_ text: String) async throws -> (outcome: Runner.Outcome, meters: Meters) {
        let document = try SettingsFile.load(text: text, name: "p.toml")
        let plan = try #require(Planner(catalog).plan(document), "\(document.mistakes)")
        let readiness = Readiness()
        let context = Context(name: "weir", readiness: readiness)
        let runner = try Runner(plan, context: context, readiness: readiness)
        let outcome = await runner.run { try? await Task.sleep(for: .seconds(60)) }
        return (outcome, context.meters)
    }

    private func total(_ meters: Meters, _ name: String) -> Double {
        meters.samples.filter { $0.name == name }.reduce(0) { $0 + $1.value }
    }

    @Test func `a run with nothing but files converts them and ends`() async throws {
        let lines = try (0..<50).flatMap { try RecordFormat.line(Captured.payload(Captured.traces(name: "span \($0)"))) }
        folder.write("in.jsonl", lines)
        let (outcome, meters) = try await run(
            """
            [receivers.file]
            path = "\(folder.file("in.jsonl"))"
            [processors.resource]
            set = { "deployment.environment.name" = "test" }
            [exporters.file]
            path = "\(folder.file("out.pb.gz"))"
            format = "proto"
            compression = "gzip"
            [exporters.discard]
            [pipelines.traces]
            receivers = ["file"]
            processors = ["resource"]
            exporters = ["file", "discard"]
            """)
        #expect(outcome.lostItems == 0 && outcome.failure == nil)
        #expect(total(meters, "weir_receiver_accepted_items_total") == 50)
        #expect(total(meters, "weir_exporter_delivered_items_total") == 50)
        #expect(total(meters, "weir_exporter_discarded_items_total") == 50)
        let source = try CaptureSource(folder.file("out.pb.gz"))
        var joined: [UInt8] = []
        while case .request(let request) = try source.next() { joined += request.bytes.array }
        // Waiting requests are joined end to end, which makes one request; its spans are all there, in their order.
        let bench = Workbench(keys: KeyTable(["deployment.environment.name"]))
        let names = try joined.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            return (0..<bench.batch.itemCount).map { item in
                bench.batch.select(item)
                #expect(bench.batch.resourceValue(bench.batch.resource, Slot(number: 0)).text.map { String($0) } == "test")
                return String(bench.batch.name)
            }
        }
        #expect(names == (0..<50).map { "span \($0)" })
    }

    @Test func `a file that cannot be read fails the run, with its name`() async throws {
        let (outcome, _) = try await run(
            """
            [receivers.file]
            path = "\(folder.file("none.jsonl"))"
            [exporters.discard]
            [pipelines.traces]
            receivers = ["file"]
            exporters = ["discard"]
            """)
        #expect(outcome.failure == "receivers.file: \(folder.file("none.jsonl")): cannot open: No such file or directory")
    }
}
