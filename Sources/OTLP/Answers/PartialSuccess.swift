import Wire

/// What of an accepted request was refused after all. Export…ServiceResponse has the same field numbers for all signals.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#partial-success
package struct PartialSuccess: Equatable, Sendable {
    /// Spans, data points or log records.
    package var rejected: Int64
    /// Why; or, where nothing was rejected, something that the sender should know.
    package var message: String

    package init(rejected: Int64 = 0, message: String = "") {
        self.rejected = rejected
        self.message = message
    }

    package var isEmpty: Bool { rejected == 0 && message.isEmpty }

    /// A response's bytes; none where everything was accepted without a word.
    package func response() -> [UInt8] {
        guard !isEmpty else { return [] }
        var writer = WireWriter()
        writer.field(1) {
            if rejected != 0 { $0.field(1, int: rejected) }
            if !message.isEmpty { $0.field(2, string: message) }
        }
        return writer.bytes
    }

    /// A response as JSON.
    package func responseJSON(_ signal: Signal) -> [UInt8] {
        var json: [UInt8] = []
        // Bytes that were written here cannot be malformed.
        try? response().withUnsafeBytes { try JSONEncoding.append($0, signal, .response, to: &json) }
        return json
    }

    /// Reads a response.
    package init(response: UnsafeRawBufferPointer) throws(WireError) {
        self.init()
        var reader = WireReader(response)
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes {
                try read(try reader.message())
            } else {
                try reader.skip(tag)
            }
        }
    }

    private mutating func read(_ content: WireReader) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.varint: rejected = Int64(bitPattern: try reader.varint())
            case 2 << 3 | WireType.bytes: message = String(try reader.text())
            default: try reader.skip(tag)
            }
        }
    }

    /// Reads a response in JSON, of at most `limit` bytes as protobuf.
    package init(responseJSON text: UnsafeRawBufferPointer, _ signal: Signal, limit: Int = 1 << 20) throws {
        let response = try JSONDecoding.protobuf(text, signal, .response, limit: limit)
        self = try response.withUnsafeBytes { try PartialSuccess(response: $0) }
    }
}
