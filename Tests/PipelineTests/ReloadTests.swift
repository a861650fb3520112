import Testing

@testable import Pipeline

@Suite struct ReloadTests {
    private struct Trouble: Error {}

    @Test func `all are reloaded, whoever fails`() async {
        let context = Context(name: "weir")
        let reloaded = Shared<[String]>([])
        context.named("receivers.a").onReload { throw Trouble() }
        context.named("processors.b").onReload { reloaded.change { $0.append("b") } }
        let outcomes = await context.reloads.run()
        #expect(outcomes.map(\.name) == ["receivers.a", "processors.b"])
        #expect(outcomes.map { $0.failure == nil } == [false, true])
        #expect(reloaded.value == ["b"])
    }
}
