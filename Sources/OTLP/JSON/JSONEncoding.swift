import Wire

/// Protobuf to OTLP/JSON.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, https://protobuf.dev/programming-guides/json/
package enum JSONEncoding {
    /// Levels of messages that are opened. An AnyValue below them that nests further is written as its bytes, in base64 under `bytesValue`.
    package static let depthLimit = 100

    /// Appends a request or response of `signal` as one JSON object.
    ///
    /// What is written twice on the wire is merged as protobuf has it; unknown fields and zeros without presence are left out, bytes that
    /// are not UTF-8 become U+FFFD. Where the message is malformed, `out` stays as it was.
    package static func append(
        _ message: UnsafeRawBufferPointer, _ signal: Signal, _ form: JSONForm = .request, to out: inout [UInt8]
    ) throws(WireError) {
        var repairs = 0
        try append(message, signal, form, to: &out, repairs: &repairs)
    }

    /// As above, and adds to `repairs` how many U+FFFD were written for bytes that are not UTF-8.
    package static func append(
        _ message: UnsafeRawBufferPointer, _ signal: Signal, _ form: JSONForm = .request, to out: inout [UInt8], repairs: inout Int
    ) throws(WireError) {
        let before = out.count
        var writer = JSONWriter(message, into: out)
        out = []
        do throws(WireError) {
            try writer.root(JSONSchema.shared.root(signal, form))
            repairs += writer.repairs
            out = writer.take()
        } catch {
            out = writer.take()
            out.removeLast(out.count - before)
            throw error
        }
    }
}
