import Testing
import Wire

@testable import OTLP

/// What the random runs cannot say in one sentence each.
@Suite struct EditTests {
    private static let keys = KeyTable(["k", "l"])
    private let k = Slot(index: 0)
    private let l = Slot(index: 1)

    /// `field KeyValue{key, value}` with the key behind the value.
    private func pair(_ field: Int, _ key: String, _ value: UInt8) -> [UInt8] {
        [UInt8(field << 3 | 2), UInt8(6 + key.utf8.count), 18, 2, 24, value, 10, UInt8(key.utf8.count)] + Array(key.utf8)
    }

    private func wrapped(_ spans: [[UInt8]]) -> [UInt8] {
        let scope: [UInt8] = spans.reduce(into: []) { $0 += [18, UInt8($1.count)] + $1 }
        return [10, UInt8(scope.count + 2), 18, UInt8(scope.count)] + scope
    }

    private func splice(_ request: [UInt8], _ edit: (inout Batch) -> Void) throws -> [UInt8]? {
        let bench = Workbench(keys: Self.keys)
        return try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            edit(&bench.batch)
            return bench.splice()?.array
        }
    }

    @Test func `a repeated key is replaced once, where its last occurrence stood`() throws {
        let request = wrapped([pair(9, "k", 1) + pair(9, "x", 2) + pair(9, "k", 3) + pair(9, "y", 4)])
        let output = try splice(request) {
            $0.select(0)
            #expect($0.value(k).int == 3)
            $0.set(k, .int(9))
            #expect($0.value(k).int == 9)
        }
        let written: [UInt8] = [74, 7, 10, 1, 107, 18, 2, 24, 9]
        #expect(output == wrapped([pair(9, "x", 2) + written + pair(9, "y", 4)]))
    }

    @Test func `a repeated key is dropped everywhere in its item, nowhere else`() throws {
        let other = pair(9, "k", 7)
        let output = try splice(wrapped([pair(9, "k", 1) + pair(9, "x", 2) + pair(9, "k", 3), other])) {
            $0.select(0)
            $0.drop(k)
            #expect($0.value(k).isAbsent)
            $0.drop(k)
        }
        #expect(output == wrapped([pair(9, "x", 2), other]))
    }

    @Test func `dropped and set again, an attribute is there once`() throws {
        let output = try splice(wrapped([pair(9, "k", 1)])) {
            $0.select(0)
            $0.drop(k)
            $0.set(k, .bool(true))
            $0.set(k, .bool(false))
            $0.select(0)
            #expect($0.value(k).bool == false)
        }
        #expect(output == wrapped([[74, 7, 10, 1, 107, 18, 2, 16, 0]]))
    }

    @Test func `an attribute that was set and dropped leaves no trace`() throws {
        let request = wrapped([pair(9, "x", 1)])
        let output = try splice(request) {
            $0.select(0)
            $0.set(k, .int(1))
            $0.drop(k)
            $0.select(0)
            #expect($0.value(k).isAbsent)
        }
        #expect(output == request)
    }

    @Test func `a copied value may be the one that is replaced`() throws {
        let output = try splice(wrapped([pair(9, "k", 1) + pair(9, "l", 2)])) {
            $0.select(0)
            let before = $0.value(k)
            $0.set(k, $0.value(l))
            $0.set(l, before)
            #expect($0.value(k).int == 2 && $0.value(l).int == 1)
        }
        #expect(output == wrapped([[74, 7, 10, 1, 107, 18, 2, 24, 2, 74, 7, 10, 1, 108, 18, 2, 24, 1]]))
    }

    @Test func `a scope and a resource go with their last item, empty ones stay`() throws {
        let request = wrapped([pair(9, "k", 1)]) + wrapped([]) + wrapped([pair(9, "k", 2), pair(9, "k", 3)])
        let output = try splice(request) {
            for item in [0, 2] {
                $0.select(item)
                $0.dropItem()
                $0.dropItem()
                let isDropped = $0.isDropped
                #expect(isDropped)
            }
            let weight = $0.weight
            #expect(weight == 1)
        }
        #expect(output == wrapped([]) + wrapped([pair(9, "k", 2)]))
    }

    @Test func `nothing is left of a request that lost all its items`() throws {
        let output = try splice(wrapped([[], []])) { batch in
            for item in 0..<2 {
                batch.select(item)
                batch.dropItem()
            }
        }
        #expect(output == [])
    }

    @Test func `two resource messages are joined by an edit, with all they hold`() throws {
        let unknown: [UInt8] = [160, 6, 1]
        let first = pair(1, "k", 1) + unknown
        let second = pair(1, "k", 2) + pair(1, "l", 3)
        let request: [UInt8] = [10, 39, 26, 1, 115, 10, 12] + first + [18, 0, 10, 18] + second
        let output = try splice(request) {
            #expect($0.resourceValue(0, k).int == 2)
            $0.setResource(0, k, .int(5))
            #expect($0.resourceValue(0, k).int == 5)
            $0.setResource(0, l, .int(9), onlyIfAbsent: true)
        }
        let message = unknown + pair(1, "l", 3) + [10, 7, 10, 1, 107, 18, 2, 24, 5]
        #expect(output == [10, 28, 10, 21] + message + [26, 1, 115, 18, 0])
    }

    @Test func `reads of one item never see another's edits`() throws {
        _ = try splice(wrapped([pair(9, "k", 1), pair(9, "k", 2), []])) {
            $0.select(0)
            $0.set(k, .int(8))
            $0.select(1)
            #expect($0.value(k).int == 2)
            $0.select(2)
            #expect($0.value(k).isAbsent)
            $0.select(0)
            #expect($0.value(k).int == 8)
        }
    }

    @Test func `a workbench forgets the request before`() throws {
        let bench = Workbench(keys: Self.keys)
        let first = wrapped([pair(9, "k", 1)])
        try first.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            bench.batch.set(k, .int(2))
        }
        let second = wrapped([pair(9, "x", 1)])
        try second.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            #expect(bench.batch.value(k).isAbsent)
            #expect(bench.splice() == nil)
        }
    }
}
