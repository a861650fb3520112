import Settings
import Testing

@testable import Pipeline

@Suite struct PlannerTests {
    private func plan(_ text: String) -> (plan: Plan?, mistakes: String) {
        do throws(Mistakes) {
            let document = try SettingsFile.load(text: text, name: "p.toml")
            return (Planner(.fake).plan(document), "\(document.mistakes)")
        } catch {
            return (nil, "\(error)")
        }
    }

    private let good = """
        [receivers.fake]
        [processors.mark]
        [connectors.count]
        [exporters.keep]
        [exporters.drop]
        [pipelines.traces]
        receivers = ["fake"]
        processors = ["mark"]
        exporters = ["keep", "count"]
        [pipelines.metrics]
        receivers = ["count"]
        exporters = ["drop"]
        """

    @Test func `a right file makes a plan`() throws {
        let plan = try #require(plan(good).plan)
        #expect(plan.parts.map(\.name) == ["fake", "mark", "count", "keep", "drop"])
        #expect(plan.pipelines.map(\.name) == ["traces", "metrics"])
        #expect(plan.admin.drain == .seconds(10))
    }

    @Test func `one run shows every mistake of a file, each where it was made`() {
        let text = """
            [receivers.fake]
            prot = 1
            [exporters.kepe]
            [exporters.other]
            kind = "keep"
            queue = { size = "many" }
            [exporters.drop]
            [pipelines.traces]
            receivers = ["fake", "fak"]
            processors = ["mark"]
            exporters = ["kepe", "other"]
            [pipelines.spans]
            receivers = ["fake"]
            exporters = ["other"]
            """
        let expected = """
            p.toml:2:1: error: receivers.fake: unknown key 'prot'
            2 | prot = 1
              | ^^^^ did you mean 'port'?
            p.toml:3:12: error: exporters.kepe: there is no exporter 'kepe'
            3 | [exporters.kepe]
              |            ^^^^ did you mean 'keep'?
            """
        let found = plan(text)
        #expect(found.plan == nil)
        #expect(found.mistakes.hasPrefix(expected), "\(found.mistakes)")
        for part in [
            "p.toml:6:18: error: exporters.other.queue.size: expected a size",
            "exporters.drop: no pipeline uses it",
            "p.toml:9:22: error: pipelines.traces.receivers: there is no 'fak' in [receivers] or [connectors]",
            "did you mean 'fake'?",
            "p.toml:10:15: error: pipelines.traces.processors: there is no 'mark' in [processors]",
            "pipelines.spans: 'spans' is not a signal",
        ] {
            #expect(found.mistakes.contains(part), "\(part)\n\(found.mistakes)")
        }
    }

    @Test func `a signal that a component does not carry is a mistake at its name`() {
        let text = good.replacing(
            "[pipelines.metrics]\nreceivers = [\"count\"]", with: "[pipelines.metrics]\nreceivers = [\"count\", \"fake\"]")
        #expect(plan(text).mistakes.contains("p.toml:11:23: error: pipelines.metrics.receivers: 'fake' does not bring metrics"))
    }

    @Test func `data must not go in a circle`() {
        struct Loop {}
        let check = PlanCheck(
            sections: [.init(role: .connectors, name: "count", entry: .connector(FakeConnector.self))],
            pipelines: [
                .init(name: "a", signal: .traces, receivers: ["count"], processors: [], exporters: ["count"])
            ])
        #expect(
            check.faults.contains(.cycle(Mention(pipeline: "a", list: "exporters", index: 0), path: ["a", "a"])), "\(check.faults)")
    }

    @Test func `a connector must end one pipeline and begin another`() {
        let text = good.replacing(", \"count\"", with: "")
        #expect(plan(text).mistakes.contains("connectors.count: no pipeline names it among its exporters"))
    }

    @Test func `a pipeline needs a receiver and an exporter`() {
        let found = plan("[pipelines.traces]").mistakes
        #expect(found.contains("p.toml:1:12: error: pipelines.traces: it has no receivers"), "\(found)")
        #expect(found.contains("it has no exporters"))
    }

    @Test func `an empty file says what to add`() {
        #expect(plan("").mistakes.contains("add [pipelines.traces]"))
    }

    @Test func `the keys of a queued exporter include those of its queue`() {
        let keys = Catalog.fake.entries.first { $0.kind == "keep" }?.declarations.map(\.key)
        #expect(keys == ["failures", "refuses", "queue", "retry", "dead_letter", "dead_letter_size"])
    }

    @Test func `a queue on disk never gives up unless told, and one in memory does`() throws {
        func retry(_ keys: String) throws -> RetryPolicy {
            let text = "[receivers.fake]\n[exporters.keep]\n\(keys)\n[pipelines.traces]\nreceivers = [\"fake\"]\nexporters = [\"keep\"]"
            let document = try SettingsFile.load(text: text, name: "p.toml")
            return try #require(Planner(.fake).plan(document), "\(document.mistakes)").parts[1].delivery.retry
        }
        #expect(try retry("").giveUpAfter == .seconds(300))
        #expect(try retry("queue = { directory = \"q\" }").giveUpAfter == nil)
        #expect(try retry("queue = { directory = \"q\" }\nretry = { give_up_after = \"1h\" }").giveUpAfter == .seconds(3600))
        #expect(try retry("retry = { give_up_after = \"never\" }").giveUpAfter == nil)
    }

    @Test func `what a queue on disk needs is said at its place`() throws {
        let text = """
            [receivers.fake]
            [exporters.keep]
            queue = { directory = "q", size = "1KiB" }
            [exporters.other]
            kind = "keep"
            queue = { sync = "interval" }
            [exporters.third]
            kind = "keep"
            queue = { directory = "" }
            [pipelines.traces]
            receivers = ["fake"]
            exporters = ["keep", "other", "third"]
            """
        let document = try SettingsFile.load(text: text, name: "p.toml")
        #expect(Planner(.fake).plan(document) == nil)
        let said = "\(document.mistakes)"
        #expect(said.contains("p.toml:3:") && said.contains("at least 1MiB"))
        #expect(said.contains("p.toml:9:") && said.contains("a folder has a name"))
        #expect(said.contains("p.toml:6:") && said.contains("only a queue on disk is synced"))
    }
}
