import OTLP
import Settings
import Testing
import Wire

@testable import Pipeline

/// `received = accepted + refused` and `accepted + recovered = delivered + queued + dropped + dead_lettered`, at any moment.
@Suite struct AccountTests {
    private let folder = TemporaryFolder()

    private func plan(_ exporters: String) throws -> Plan {
        let text = """
            [receivers.fake]
            \(exporters)
            [pipelines.traces]
            receivers = ["fake"]
            exporters = ["disk", "memory"]
            """
        let document = try SettingsFile.load(text: text, name: "p.toml")
        return try #require(Planner(.fake).plan(document), "\(document.mistakes)")
    }

    /// An assembly that delivers, with its parts.
    private struct Works {
        let assembly: Assembly
        let context: Context
        let outlet: Outlet
        var books: [Books] { assembly.deliveries.map(\.books) }

        init(_ plan: Plan) throws {
            context = Context(name: "weir")
            assembly = try Assembly(plan, context)
            for delivery in assembly.deliveries { try delivery.queue.open() }
            outlet = try #require(assembly.receivers.first?.outlet)
        }

        func deliver() async {
            await withTaskGroup(of: Void.self) { group in
                for delivery in assembly.deliveries { group.addTask { await delivery.run() } }
            }
        }

        func close() { for delivery in assembly.deliveries { delivery.queue.close() } }
    }

    @Test func `the books balance at any moment, whatever happens at once`() async throws {
        let works = try Works(
            try plan(
                """
                [exporters.disk]
                kind = "keep"
                queue = { directory = "\(folder.path)", size = "1MiB" }
                dead_letter = "\(folder.path)/dead.pb"
                refuses = true
                [exporters.memory]
                kind = "keep"
                queue = { size = "2KiB", when_full = "drop_oldest" }
                """))
        let isDone = Shared(false)
        async let delivering: Void = works.deliver()
        async let looking = looks(at: works, until: isDone)
        let answers = await withTaskGroup(of: Verdict.self) { group in
            for number in 0..<400 { group.addTask { await works.outlet.submit(Spans.request(count: number % 20), .traces) } }
            return await group.reduce(into: [Verdict]()) { $0.append($1) }
        }
        works.close()
        await delivering
        isDone.change { $0 = true }
        let (looks, unbalanced) = await looking
        #expect(looks > 0)
        #expect(unbalanced == 0)
        #expect(answers.contains(.accepted(refused: nil)))
        let sent = (0..<400).reduce(0) { $0 + $1 % 20 }
        let received = works.context.meters.samples.filter { $0.name == "weir_receiver_received_items_total" }.reduce(0) { $0 + $1.value }
        #expect(Int(received) == sent)
        let accounts = works.books.map { $0.snapshot[0] }
        #expect(accounts.allSatisfy { $0.isBalanced && $0.queued == 0 })
        #expect(accounts[0].deadLettered == accounts[0].accepted)
        #expect(!folder.contents(folder.path + "/dead.traces.pb").isEmpty)
    }

    private func looks(at works: Works, until isDone: Shared<Bool>) async -> (looks: Int, unbalanced: Int) {
        var (looks, unbalanced) = (0, 0)
        repeat {
            looks += 1
            for books in works.books where !books.snapshot.allSatisfy(\.isBalanced) { unbalanced += 1 }
            await Task.yield()
        } while !isDone.value
        return (looks, unbalanced)
    }

    @Test func `a sender is answered when the disk has it, and told to wait where a disk has no room`() async throws {
        let works = try Works(
            try plan(
                """
                [exporters.disk]
                kind = "keep"
                failures = 1000000
                queue = { directory = "\(folder.path)", size = "1MiB" }
                retry = { initial = "1h", max = "1h" }
                [exporters.memory]
                kind = "keep"
                queue = { size = "64MiB" }
                """))
        let working = Task { await works.deliver() }
        var accepted = 0
        while case .accepted = await works.outlet.submit(Spans.request(count: 250), .traces) { accepted += 250 }
        #expect(accepted > 10_000)
        #expect(works.books[0].snapshot[0].queued == accepted)
        #expect(works.books[1].snapshot[0].accepted == accepted, "nobody got what one had no room for")
        works.close()
        working.cancel()
        await working.value
        #expect(works.books[0].lostItems == 0, "it is on disk")
        let next = try Works(
            try plan(
                "[exporters.disk]\nkind = \"keep\"\nqueue = { directory = \"\(folder.path)\", size = \"1MiB\" }\n[exporters.memory]\nkind = \"keep\""
            ))
        next.close()
        await next.deliver()
        #expect(next.books[0].snapshot[0].recovered == accepted)
        #expect(next.books[0].snapshot[0].delivered == accepted)
    }
}
