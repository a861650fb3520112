import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct DeadLettersTests {
    private let folder = TemporaryFolder()

    private func payload(_ bytes: [UInt8], _ signal: Signal = .traces) -> Payload {
        Payload(signal: signal, bytes: .copy(of: bytes), items: 1, reservation: nil)
    }

    private func letters(size: Int = 1 << 20, _ disk: Disk = .system) throws -> DeadLetters {
        try LogFolder(below: folder.path, exporter: "x").make()
        return DeadLetters(exporter: "x", path: folder.path + "/dead.pb", sizeBytes: size, context: Context(name: "weir"), disk: disk)
    }

    @Test func `each request stands behind its length, in a file for its signal`() throws {
        let letters = try letters()
        let long = [UInt8](repeating: 7, count: 300)
        #expect(letters.keep(payload([1, 2, 3])))
        #expect(letters.keep(payload(long)))
        #expect(letters.keep(payload([9], .logs)))
        #expect(folder.contents(folder.path + "/dead.traces.pb") == [3, 1, 2, 3, 0xAC, 0x02] + long)
        #expect(folder.contents(folder.path + "/dead.logs.pb") == [1, 9])
    }

    @Test func `a full file takes no more`() throws {
        let letters = try letters(size: 10)
        #expect(letters.keep(payload([1, 2, 3, 4])))
        #expect(!letters.keep(payload([1, 2, 3, 4, 5])))
        #expect(letters.keep(payload([1, 2, 3, 4])))
    }

    @Test func `a disk that fails leaves no half request behind`() throws {
        let mood = MoodyDisk()
        let letters = try letters(mood.disk)
        #expect(letters.keep(payload([1, 2])))
        mood.failSyncs(5)
        #expect(!letters.keep(payload([3, 4])))
        mood.failSyncs(0)
        #expect(letters.keep(payload([5])))
        #expect(folder.contents(folder.path + "/dead.traces.pb") == [2, 1, 2, 1, 5])
    }
}
