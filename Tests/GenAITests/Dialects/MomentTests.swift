import Testing
import Wire

@testable import GenAI

/// Moments in texts.
struct MomentTests {
    @Test func `a moment is read in every form, with whatever quotes around it`() {
        let expected: UInt64 = 1_795_480_230_123_000_000
        for text in [
            "2026-11-24T00:30:30.123Z", "2026-11-24 00:30:30.123", "2026-11-24T00:30:30.123000+00:00", "2026-11-24T02:30:30.123+02:00",
            "2026-11-23T19:00:30.1230000000001-05:30", #""2026-11-24T00:30:30.123Z""#, #""\"2026-11-24T00:30:30.123Z\"""#,
        ] {
            #expect(moment(text) == expected, "\(text)")
        }
        #expect(moment("1970-01-01T00:00:00Z") == 0)
        #expect(moment("2024-02-29T23:59:59Z") == 1_709_251_199_000_000_000)
    }

    @Test func `other texts are none`() {
        for text in [
            "", "now", "2026-11-24", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-24T0x:00:00Z",
        ] {
            #expect(moment(text) == nil, "\(text)")
        }
    }

    @Test func `Langfuse's moment of the first token is a time since the call began`() throws {
        func read(_ moment: String) throws -> Datum? {
            let span = Sketch(
                1, "OpenAI-generation", scope: "langfuse-sdk", kind: 1,
                [
                    "langfuse.observation.type": "generation", "langfuse.observation.model.name": "gpt-4o",
                    "langfuse.observation.completion_start_time": .text(moment),
                ])
            return try interpret([span])[1]?["gen_ai.response.time_to_first_chunk"]
        }
        // Sketches begin at 1,790,000,000 s and last 0.1 s.
        #expect(try read(#""2026-09-21T14:13:20.050000Z""#) == 0.05)
        #expect(try read("2026-09-21T14:14:20Z") == nil)
    }

    private func moment(_ text: String) -> UInt64? {
        var text = text
        return text.withUTF8 { Text(UnsafeRawBufferPointer($0)).unixNanoseconds }
    }
}
