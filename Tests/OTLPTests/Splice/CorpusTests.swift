import Foundation
import Testing
import Wire

@testable import OTLP

/// Real bodies of real SDKs: all are read, and edits of them are what libprotobuf-c makes of the same.
@Suite struct CorpusTests {
    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus")
        .resolvingSymlinksInPath()

    /// Every protobuf body of a signal.
    private static func bodies(_ signal: Signal) -> [(name: String, bytes: [UInt8])] {
        let names = FileManager.default.enumerator(atPath: corpus.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".\(signal.name).pb") }.sorted().compactMap { name in
            (try? Data(contentsOf: corpus.appendingPathComponent(name))).map { (name, [UInt8]($0)) }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: corpus.path), "../shared is not here"), arguments: Signal.allCases)
    func `a real body is read whole, and edited as libprotobuf-c would`(signal: Signal) throws {
        let bench = Workbench(keys: KeyTable(RequestMaker.known))
        var dice = Dice(seed: 3)
        for body in Self.bodies(signal) {
            var oracle = try #require(OracleRequest(body.bytes, signal), "\(body.name)")
            defer { oracle.free() }
            let output = try body.bytes.withUnsafeBytes { bytes -> [UInt8] in
                try bench.batch.scan(bytes, as: signal)
                try #require(bench.batch.itemCount == oracle.items.count, "\(body.name)")
                for _ in 0..<6 {
                    guard let wish = Wish.random(&dice, signal, items: oracle.items.count, resources: oracle.resources.count) else { break }
                    wish.ask(of: &bench.batch)
                    oracle.grant(wish)
                }
                return bench.splice()?.array ?? Array(bytes)
            }
            oracle.finish()
            #expect(OracleRequest.normal(output, signal) == oracle.root.packed, "\(body.name)")
        }
    }
}
