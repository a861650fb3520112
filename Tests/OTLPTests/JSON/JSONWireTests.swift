import OTLP
import Testing
import Wire

/// Protobuf as nobody should write it, but may.
struct JSONWireTests {
    private func bytes(_ fill: (inout WireWriter) -> Void) -> [UInt8] {
        var writer = WireWriter()
        fill(&writer)
        return writer.bytes
    }

    /// A request with one log record.
    private func record(_ fill: (inout WireWriter) -> Void) -> [UInt8] {
        bytes { $0.field(1) { $0.field(2) { $0.field(2, fill) } } }
    }

    private func json(_ fill: (inout WireWriter) -> Void) throws -> String {
        let text = try Transcoding.json(record(fill), .logs)
        return String(text.dropFirst(#"{"resourceLogs":[{"scopeLogs":[{"logRecords":["#.count).dropLast(6))
    }

    @Test func `repeats among other fields become one list`() throws {
        let text = try json {
            $0.field(6) { $0.field(1, string: "a") }
            $0.field(2, varint: 9)
            $0.field(6) { $0.field(1, string: "b") }
            $0.field(99, string: "unknown")
            $0.field(6) { _ in }
        }
        #expect(text == #"{"severityNumber":9,"attributes":[{"key":"a"},{"key":"b"},{}]}"#)
    }

    @Test func `messages that come twice are merged, scalars replaced`() throws {
        let text = try json {
            $0.field(6) {
                $0.field(2) { $0.field(5) { $0.field(1) { $0.field(3, varint: 1) } } }
                $0.field(1, string: "late")
                $0.field(1, string: "key")
                $0.field(2) { $0.field(5) { $0.field(1) { $0.field(3, varint: 2) } } }
                $0.field(2) { _ in }
            }
        }
        #expect(text == #"{"attributes":[{"key":"key","value":{"arrayValue":{"values":[{"intValue":"1"},{"intValue":"2"}]}}}]}"#)
    }

    @Test func `the last alternative holds`() throws {
        let text = try json {
            $0.field(5) {
                $0.field(5) { $0.field(1) { $0.field(3, varint: 1) } }
                $0.field(1, string: "x")
                $0.field(5) { $0.field(1) { _ in } }
            }
        }
        #expect(text == #"{"body":{"arrayValue":{"values":[{}]}}}"#)
    }

    @Test func `packed and single numbers of one list stand together`() throws {
        let request = bytes {
            $0.field(1) {
                $0.field(2) {
                    $0.field(2) {
                        $0.field(10) {
                            $0.field(1) {
                                $0.field(8) { buckets in
                                    buckets.field(2, bytes: [1, 2])
                                    buckets.field(2, varint: 3)
                                    buckets.field(2, bytes: [])
                                    buckets.field(1, varint: 3)
                                }
                            }
                        }
                    }
                }
            }
        }
        let text = try Transcoding.json(request, .metrics)
        #expect(text.contains(#""positive":{"offset":-2,"bucketCounts":["1","2","3"]}"#))
    }

    @Test func `bytes that are not UTF-8 become replacement characters`() throws {
        let text = try json { $0.field(3, bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62, 0xED, 0xA0, 0x80, 0, 0xF0, 0x9F]) }
        #expect(text == "{\"severityText\":\"a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\\u0000\u{FFFD}\"}")
    }

    @Test func `replacement characters are counted`() throws {
        let request = record {
            $0.field(3, bytes: [0x61, 0xFF, 0xC3, 0xA9, 0xE2, 0x82, 0x62])
            $0.field(12, bytes: [0x80])
        }
        var out: [UInt8] = []
        var repairs = 10
        try request.withUnsafeBytes { try JSONEncoding.append($0, .logs, to: &out, repairs: &repairs) }
        #expect(repairs == 13)
        // U+FFFD as the sender's own text is none of ours.
        let own = record { $0.field(3, string: "\u{FFFD}") }
        try own.withUnsafeBytes { try JSONEncoding.append($0, .logs, to: &out, repairs: &repairs) }
        #expect(repairs == 13)
    }

    @Test func `zeros on the wire are left out`() throws {
        let text = try json {
            $0.field(2, varint: 0)
            $0.field(3, string: "")
            $0.field(1, fixed64: 0)
            $0.field(5) { _ in }
        }
        #expect(text == #"{"body":{}}"#)
    }

    @Test func `a value too deep is given as its bytes, and all comes back`() throws {
        var value = bytes { $0.field(1, string: "core") }
        for _ in 0..<5_000 {
            let inner = value
            value = bytes { $0.field(5) { $0.field(1, bytes: inner) } }
        }
        let body = value
        let request = record { $0.field(5, bytes: body) }
        let text = try Transcoding.json(request, .logs)
        #expect(text.contains(#"{"bytesValue":""#))
        let back = try Transcoding.protobuf(text, .logs)
        #expect(try Transcoding.json(back, .logs) == text)
    }

    @Test(arguments: [
        ([0x08, 0x01] as [UInt8], WireError.Reason.wrongWireType), ([0x0A, 0x05], .truncated), ([0x00], .zeroField),
        ([0x0B], .wrongWireType),
        ([0x7F], .reservedWireType), ([0x0A, 0x02, 0x0A, 0x03], .truncated),
    ])
    func `malformed protobuf is refused, and what was there stays`(_ message: [UInt8], _ reason: WireError.Reason) {
        var out: [UInt8] = Array("before".utf8)
        let error = #expect(throws: WireError.self) { try message.withUnsafeBytes { try JSONEncoding.append($0, .traces, to: &out) } }
        #expect(error?.reason == reason)
        #expect(out == Array("before".utf8))
    }
}
