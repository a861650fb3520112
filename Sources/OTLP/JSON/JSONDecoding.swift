import Wire

/// OTLP/JSON to protobuf.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, https://protobuf.dev/programming-guides/json/
package enum JSONDecoding {
    /// Levels of messages. Whatever `JSONEncoding` writes is within.
    package static let depthLimit = 128

    /// The request or response of `signal` that `text` holds, at most `limit` bytes of it.
    ///
    /// Taken beyond the strict form, as senders differ: names as in the contract besides lowerCamelCase, base64 of either alphabet with and
    /// without padding, 64-bit integers in quotes or not, null for what is absent. Unknown members are passed over. What is given twice:
    /// the last holds, messages and lists are merged.
    package static func protobuf(
        _ text: UnsafeRawBufferPointer, _ signal: Signal, _ form: JSONForm = .request, limit: Int
    ) throws(JSONError) -> [UInt8] {
        guard text.count <= 1 << 30 else { throw JSONError(.tooLarge, at: 0) }
        var parser = JSONParser(text, limit: min(limit, 1 << 30))
        try parser.root(JSONSchema.shared.root(signal, form))
        return parser.finished()
    }
}
