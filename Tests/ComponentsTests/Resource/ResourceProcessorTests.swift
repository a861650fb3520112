import OTLP
import Settings
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct ResourceProcessorTests {
    @Test func `set replaces, default only fills gaps`() throws {
        let request = Captured.traces(resource: ["service.name": "shop", "team": "blue"])
        let changed = try Self.process(request, #"set = { team = "red", tier = 3 }, default = { "service.name" = "x", region = "eu" }"#)
        #expect(Captured.resource(of: changed) == ["service.name": "shop", "team": "red", "tier": "3", "region": "eu"])
    }

    @Test func `a second pass changes nothing, byte for byte`() throws {
        let settings = #"set = { a = "1", b = true, c = 2.5 }, default = { d = -4 }"#
        let once = try Self.process(Captured.traces(resource: [:]), settings)
        #expect(Captured.resource(of: once) == ["a": "1", "b": "true", "c": "2.5", "d": "-4"])
        #expect(try Self.process(once, settings) == once)
    }

    @Test func `what is as it should be passes untouched`() throws {
        let request = Captured.traces(resource: ["a": "x"])
        #expect(try Self.process(request, #"set = { a = "x" }"#) == request)
    }

    @Test func `a resource that was not sent comes to be`() throws {
        let request = Captured.traces(resource: nil)
        #expect(Captured.resource(of: try Self.process(request, #"set = { a = "1" }"#)) == ["a": "1"])
    }

    @Test func `nothing to do is a mistake`() {
        #expect(throws: Mistakes.self) { try Captured.settings(ResourceSettings.self, "{}") }
    }

    private static func process(_ request: [UInt8], _ settings: String) throws -> [UInt8] {
        let context = Context(name: "processors.resource")
        let processor = try ResourceProcessor(try Captured.settings(ResourceSettings.self, "{ \(settings) }"), context)
        let bench = Workbench(keys: context.keys.table)
        return try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            processor.process(&bench.batch)
            return bench.splice()?.array ?? request
        }
    }
}
