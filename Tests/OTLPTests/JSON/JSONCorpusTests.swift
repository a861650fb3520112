import Foundation
import OTLP
import Testing
import Wire

@Suite(.enabled(if: Corpus.isThere, "../shared/corpus is not here"))
struct JSONCorpusTests {
    @Test func `recorded protobuf comes back from JSON as it was`() throws {
        let bodies = Corpus.bodies("pb")
        #expect(bodies.count > 100)
        for body in bodies {
            let bytes = try body.bytes()
            let json = try Transcoding.json(bytes, body.signal)
            #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any], "\(body.url.path)")
            let back = try Transcoding.protobuf(json, body.signal)
            let normal = try #require(OracleRequest.normal(bytes, body.signal))
            #expect(OracleRequest.normal(back, body.signal) == normal, "\(body.url.path)")
        }
    }

    @Test func `recorded JSON keeps its meaning`() throws {
        let bodies = Corpus.bodies("json")
        #expect(bodies.count > 50)
        for body in bodies {
            let text = try body.bytes()
            let once = try Transcoding.protobuf(text, body.signal)
            #expect(OracleRequest.normal(once, body.signal) != nil, "\(body.url.path)")
            let json = try Transcoding.json(once, body.signal)
            #expect(try Transcoding.protobuf(json, body.signal) == OracleRequest.normal(once, body.signal), "\(body.url.path)")
            let (ours, theirs) = (try Leaves(Data(json.utf8)), try Leaves(Data(text)))
            #expect(ours.differences(from: theirs) == [], "\(body.url.path)")
        }
    }
}

/// All values of a JSON text with their paths, in one spelling, without zeros: two texts of one meaning have the same.
struct Leaves {
    private(set) var all: [String: String] = [:]

    init(_ text: Data) throws { add(try JSONSerialization.jsonObject(with: text), "") }

    func differences(from other: Leaves) -> [String] {
        Set(all.keys).union(other.all.keys).filter { all[$0] != other.all[$0] }.sorted().map {
            "\($0): \(all[$0] ?? "absent"), there \(other.all[$0] ?? "absent")"
        }
    }

    private mutating func add(_ value: Any, _ path: String) {
        switch value {
        case let object as [String: Any]: for (key, member) in object { add(member, "\(path).\(key)") }
        case let list as [Any]: for (index, element) in list.enumerated() { add(element, "\(path)[\(index)]") }
        case let number as NSNumber: if number != 0 { all[path] = number.doubleValue.description }
        case let string as String: if !string.isEmpty, string != "0" { all[path] = string }
        default: break
        }
    }
}
