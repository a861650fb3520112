import Foundation
import OTLP
import Testing
import Wire

struct JSONTrapTests {
    @Test(arguments: [
        (#"{"stringValue":"a\u0000b"}"#, #"{"stringValue":"a\u0000b"}"#),
        (#"{"stringValue":""}"#, #"{"stringValue":""}"#),
        (#"{"stringValue":"\ud83d\ude00 \/ \"\\\b\f\n\r\t\u001f"}"#, #"{"stringValue":"😀 / \"\\\b\f\n\r\t\u001f"}"#),
        (#"{"stringValue":"\ud83d x"}"#, #"{"stringValue":"\#u{FFFD} x"}"#),
        (#"{"stringValue":"\ude00\ud83d\ud83d\ude00"}"#, #"{"stringValue":"\#u{FFFD}\#u{FFFD}😀"}"#),
        (#"{"boolValue":false}"#, #"{"boolValue":false}"#),
        (#"{"intValue":0}"#, #"{"intValue":"0"}"#),
        (#"{"intValue":"-9223372036854775808"}"#, #"{"intValue":"-9223372036854775808"}"#),
        (#"{"intValue":9223372036854775807}"#, #"{"intValue":"9223372036854775807"}"#),
        (#"{"intValue":1.5e3}"#, #"{"intValue":"1500"}"#),
        (#"{"doubleValue":0}"#, #"{"doubleValue":0}"#),
        (#"{"doubleValue":-0.0}"#, #"{"doubleValue":-0.0}"#),
        (#"{"doubleValue":"0.1"}"#, #"{"doubleValue":0.1}"#),
        (#"{"doubleValue":5e-324}"#, #"{"doubleValue":5e-324}"#),
        (#"{"doubleValue":"-Infinity"}"#, #"{"doubleValue":"-Infinity"}"#),
        (#"{"doubleValue":"NaN"}"#, #"{"doubleValue":"NaN"}"#),
        (#"{"bytesValue":"-_8"}"#, #"{"bytesValue":"+/8="}"#),
        (#"{"bytesValue":"+\/8="}"#, #"{"bytesValue":"+/8="}"#),
        (#"{"bytesValue":""}"#, #"{"bytesValue":""}"#),
        (#"{}"#, #"{}"#),
        (#"{"string_value":"x"}"#, #"{"stringValue":"x"}"#),
        (#"{"stringValue":"x","intValue":"1"}"#, #"{"intValue":"1"}"#),
        (#"{"later":[{"a":null},true,"x",-1.5E+3],"intValue":null}"#, #"{}"#),
        (#"{"arrayValue":{}}"#, #"{"arrayValue":{}}"#),
        (
            #"{"arrayValue":{"values":[{},null,{"kvlistValue":{"values":[{"key":"a"},{"key":"b","value":{}}]}}]}}"#,
            #"{"arrayValue":{"values":[{},{},{"kvlistValue":{"values":[{"key":"a"},{"key":"b","value":{}}]}}]}}"#
        ),
    ])
    func `a value in and out`(_ given: String, _ expected: String) throws {
        #expect(try Transcoding.body(given) == expected)
    }

    @Test(arguments: [
        (#""traceId":"5B8EFFF798038103D269B633813FC60C""#, #""traceId":"5b8efff798038103d269b633813fc60c""#),
        (#""traceId":"","spanId":null,"flags":0,"name":"""#, ""),
        (#""kind":"SPAN_KIND_CLIENT""#, #""kind":3"#),
        (#""kind":"3""#, #""kind":3"#),
        (#""kind":77"#, #""kind":77"#),
        (#""start_time_unix_nano":18446744073709551615"#, #""startTimeUnixNano":"18446744073709551615""#),
        (#""flags":4294967295,"droppedEventsCount":"7""#, #""droppedEventsCount":7,"flags":4294967295"#),
        (#""name":"a","name":"b""#, #""name":"b""#),
        (#""name":"a","name":"""#, ""),
        (#""status":{"code":2},"status":{"message":"m"}"#, #""status":{"message":"m","code":2}"#),
        (#""links":[{"flags":1}],"name":"n","links":[{"flags":2}]"#, #""name":"n","links":[{"flags":1},{"flags":2}]"#),
        (#""na\u006de":"n""#, #""name":"n""#),
    ])
    func `a span in and out`(_ given: String, _ expected: String) throws {
        #expect(try Transcoding.span(given) == expected)
    }

    @Test func `numbers of points keep their presence`() throws {
        #expect(try Transcoding.point(#""asInt":0"#) == #""asInt":"0""#)
        #expect(try Transcoding.point(#""asDouble":0,"flags":1"#) == #""asDouble":0,"flags":1"#)
        let histogram = #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"exponentialHistogram":{"dataPoints":[{"sum":0,"scale":-3,"#
        let rest = #""positive":{"offset":-7,"bucketCounts":["1","0","300"]},"min":0}]}}]}]}]}"#
        #expect(try Transcoding.json(Transcoding.protobuf(histogram + rest, .metrics), .metrics) == histogram + rest)
        let bounds = #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"histogram":{"dataPoints":[{"bucketCounts":["1","2"],"#
        let more = #""explicitBounds":[0.5,10]}]}}]}]}]}"#
        #expect(try Transcoding.json(Transcoding.protobuf(bounds + more, .metrics), .metrics) == bounds + more)
    }

    @Test(arguments: [
        ("", JSONError.Reason.endsEarly, 0), ("[]", .wrongType, 0), ("{", .endsEarly, 1), ("{} x", .afterEnd, 3),
        ("{\"a\":1,}", .unexpected, 7),
        (#"{"resourceSpans":{}}"#, .wrongType, 17), (#"{"resourceSpans":[1]}"#, .wrongType, 18), (#"{"a":tru}"#, .unexpected, 5),
        (#"{"a":01}"#, .unexpected, 6), (#"{"a":"\x"}"#, .badEscape, 6), (#"{"a":"\u12"}"#, .badEscape, 6),
        ("{\"a\":\"\u{1}\"}", .controlCharacter, 6),
        (#"{"a":-}"#, .badNumber, 6), (#"{"a":"#, .endsEarly, 5), (#"{"a":"\"#, .endsEarly, 7),
        (#"{"resourceSpans":[{"schemaUrl":1}]}"#, .wrongType, 31),
    ])
    func `a mistake is named with its place`(_ json: String, _ reason: JSONError.Reason, _ offset: Int) throws {
        let error = try #require(Transcoding.refusal(json))
        #expect(error.reason == reason)
        #expect(error.offset == offset, "\(json)")
        #expect(error.description == "\(reason.explanation) at byte \(offset)")
    }

    @Test(arguments: [
        (#""traceId":"xyz""#, JSONError.Reason.badHex), (#""traceId":"abc""#, .badHex), (#""kind":"CLIENT""#, .unknownWord),
        (#""flags":-1"#, .outOfRange), (#""flags":4294967296"#, .outOfRange), (#""flags":1.5"#, .outOfRange),
        (#""flags":true"#, .wrongType),
        (#""startTimeUnixNano":18446744073709551616"#, .outOfRange), (#""startTimeUnixNano":"x""#, .outOfRange),
        (#""kind":2147483648"#, .outOfRange),
        (#""attributes":[{"value":{"doubleValue":1e999}}]"#, .outOfRange), (#""attributes":[{"value":{"doubleValue":"nan"}}]"#, .badNumber),
        (#""attributes":[{"value":{"bytesValue":"*"}}]"#, .badBase64), (#""attributes":[{"value":{"bytesValue":"AAAAA"}}]"#, .badBase64),
        (#""attributes":[{"value":{"boolValue":"true"}}]"#, .wrongType), (#""attributes":[null]"#, .wrongType),
    ])
    func `a value that its field cannot hold is refused`(_ members: String, _ reason: JSONError.Reason) {
        #expect(Transcoding.refusal(#"{"resourceSpans":[{"scopeSpans":[{"spans":[{\#(members)}]}]}]}"#)?.reason == reason)
    }

    @Test func `a byte order mark and white space are passed over`() throws {
        #expect(try Transcoding.protobuf("\u{FEFF} {\r\n\t} \n").isEmpty)
    }

    @Test func `JSON may not nest without end`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(Transcoding.refusal(#"{"a":"# + deep)?.reason == .tooDeep)
        let values = String(repeating: #"{"arrayValue":{"values":["#, count: 10_000)
        #expect(Transcoding.refusal(#"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":"# + values, .logs)?.reason == .tooDeep)
    }

    @Test func `small JSON that grows is stopped`() {
        let bounds = String(repeating: "1,", count: 5_000) + "1"
        let json = #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"histogram":{"dataPoints":[{"explicitBounds":[\#(bounds)]}]}}]}]}]}"#
        #expect(Transcoding.refusal(json, .metrics, limit: 20_000)?.reason == .tooLarge)
        #expect(Transcoding.refusal(json, .metrics, limit: 41_000) == nil)
    }
}
