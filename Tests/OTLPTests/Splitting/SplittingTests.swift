import Testing
import Wire

@testable import OTLP

@Suite struct SplittingTests {
    /// An item with what stands around it, as it was sent.
    private struct Held: Equatable {
        let request: [UInt8]
        let resource: [UInt8]
        let scope: [UInt8]
        let item: [UInt8]
    }

    /// Every item of a request, found without the splitter's code.
    private func items(_ request: [UInt8]) throws -> [Held] {
        let (outer, resources) = try fields(request, child: 1)
        return try resources.flatMap { resource in
            let (around, scopes) = try fields(resource.content, child: 2)
            return try scopes.flatMap { scope in
                let (beside, items) = try fields(scope.content, child: 2)
                return items.map { Held(request: outer, resource: around, scope: beside, item: $0.content) }
            }
        }
    }

    /// The children of a message, and all its other fields.
    private func fields(_ message: [UInt8], child: UInt64) throws -> (others: [UInt8], children: [(content: [UInt8], size: Int)]) {
        try message.withUnsafeBytes { bytes in
            var reader = WireReader(bytes)
            var others: [UInt8] = []
            var children: [(content: [UInt8], size: Int)] = []
            while !reader.isAtEnd {
                let start = reader.offset
                let tag = try reader.tag()
                if tag == child << 3 | WireType.bytes {
                    let content = Array(try reader.text().buffer)
                    children.append((content, reader.offset - start))
                } else {
                    try reader.skip(tag)
                    others += bytes[start..<reader.offset]
                }
            }
            return (others, children)
        }
    }

    private func split(_ request: [UInt8], _ limit: Int) throws -> [[UInt8]] {
        try request.withUnsafeBytes { bytes in
            let splitter = RequestSplitter(bytes)
            return try splitter.ranges(limitBytes: limit).map { try splitter.part($0).array }
        }
    }

    @Test(arguments: Signal.allCases)
    func `parts hold every item once and in order, with all that stood around it`(signal: Signal) throws {
        var made = 0
        for seed in 0..<400 {
            var maker = RequestMaker(seed: UInt64(seed))
            let request = maker.request(signal)
            let wanted = try items(request)
            for limit in [0, 1, 60, 300, 1000, 5000, request.count, .max / 2] {
                let parts = try split(request, limit)
                #expect(try parts.flatMap { try items($0) } == wanted)
                for part in parts where part.count > limit { #expect(try items(part).count == 1, "seed \(seed), limit \(limit)") }
                #expect(!wanted.isEmpty || parts.isEmpty)
                made += parts.count
            }
        }
        #expect(made > 2000)
    }

    @Test(arguments: Signal.allCases)
    func `parts are requests that a scan accepts`(signal: Signal) throws {
        for seed in 0..<200 {
            var maker = RequestMaker(seed: UInt64(seed), isSloppy: false)
            let request = maker.request(signal)
            for part in try split(request, 200) {
                var batch = Batch(keys: KeyTable([]))
                try part.withUnsafeBytes { try batch.scan($0, as: signal) }
                #expect(batch.itemCount > 0)
            }
        }
    }

    @Test func `parts are as full as they can be`() throws {
        let span: [UInt8] = [18, 10, 42, 8] + Array("12345678".utf8)
        let scope = (0..<10).flatMap { _ in span }
        let resource: [UInt8] = [18, UInt8(scope.count)] + scope
        let request: [UInt8] = [10, UInt8(resource.count)] + resource
        // Two heads of at most six bytes, and three spans of twelve.
        #expect(try split(request, 12 + 36).map { try items($0).count } == [3, 3, 3, 1])
        #expect(try split(request, 12 + 35).map { try items($0).count } == [2, 2, 2, 2, 2])
        #expect(try split(request, 12 + 120).count == 1)
    }

    @Test func `any range of items can be a part, also none`() throws {
        var maker = RequestMaker(seed: 3)
        let request = maker.request(.logs)
        let all = try items(request)
        #expect(all.count > 2)
        for first in 0...all.count {
            for end in first...all.count {
                let part = try request.withUnsafeBytes { try RequestSplitter($0).part(first..<end) }
                #expect(try items(part.array) == Array(all[first..<end]))
            }
        }
        let count = try request.withUnsafeBytes { try RequestSplitter($0).itemCount() }
        #expect(count == all.count)
    }

    @Test func `a request that is cut off is an error, not a part`() throws {
        var maker = RequestMaker(seed: 11)
        let request = maker.request(.traces)
        var errors = 0
        for length in 0..<request.count {
            do { _ = try split(Array(request[..<length]), 100) } catch is WireError { errors += 1 }
        }
        #expect(errors > request.count / 2)
    }
}
