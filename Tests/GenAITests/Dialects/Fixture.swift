import Foundation
import OTLP
import Wire

@testable import GenAI

/// A dialect's story as OTLP/JSON (`NAME.json`, log records in `NAME.logs.json`), and what must stand on its spans afterwards
/// (`NAME.expect.json`: span id, or a record's place, to attributes; null is an attribute that must not be there).
struct Fixture {
    typealias Expectation = [String: [String: Datum?]]

    let pieces: [[UInt8]]
    let expected: Expectation
    let signal: Signal

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures").path

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".expect.json") }.map { String($0.dropLast(5)) }

    init(_ name: String) throws {
        let signal: Signal = name.hasSuffix(".logs") ? .logs : .traces
        let text = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).json"))
        let request = try text.withUnsafeBytes { try JSONDecoding.protobuf($0, signal, limit: 1 << 20) }
        pieces = Pieces.each(request)
        let expectation = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).expect.json"))
        expected = try JSONDecoder().decode(Expectation.self, from: expectation)
        self.signal = signal
    }

    /// What stands on each span or record after these requests, the pieces in the order of `places`.
    func read(_ requests: [[UInt8]], places: [Int]) throws -> [String: Written] {
        let reader = try Reader()
        let after = try requests.flatMap { Pieces.each(try reader.pass($0, as: signal)) }
        var all: [String: Written] = [:]
        for (place, piece) in zip(places, after) {
            guard let (id, written) = Outcome.spans(piece, as: signal).first else { continue }
            all[signal == .logs ? String(place) : Self.hex(id)] = written
        }
        return all
    }

    private static func hex(_ id: UInt64) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Datum: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let int = try? value.decode(Int64.self) {
            self = .int(int)
        } else if let double = try? value.decode(Double.self) {
            self = .double(double)
        } else {
            self = .text(try value.decode(String.self))
        }
    }
}
