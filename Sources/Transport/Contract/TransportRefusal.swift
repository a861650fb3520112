/// Why a request or a connection was refused before its body was read as telemetry. Each is counted; the handler puts those that are
/// answered into words of its protocol.
package enum TransportRefusal: String, CaseIterable, Error {
    // By the head.
    case unauthenticated
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case unsupportedMediaType = "unsupported_media_type"
    case unsupportedEncoding = "unsupported_encoding"
    case headersTooLarge = "headers_too_large"
    /// gRPC: `te: trailers` is missing, so something on the way does not speak gRPC.
    case missingTrailers = "missing_te"
    case badTimeout = "bad_timeout"
    /// It breaks the rules of its version of HTTP, or could be read in two ways.
    case malformed

    // By the body.
    case noRoom = "no_room"
    case bodyTooLarge = "body_too_large"
    case decompressedTooLarge = "decompressed_too_large"
    case badCompression = "bad_compression"
    /// gRPC: the length prefix and the bytes do not agree.
    case badFraming = "bad_framing"
    case severalMessages = "several_messages"
    /// gRPC: a message is flagged as compressed, but the call names no encoding.
    case flagWithoutEncoding = "flag_without_encoding"
    case timeout
    case badJSON = "bad_json"

    // Whole connections.
    case tooManyConnections = "too_many_connections"
    case tlsHandshake = "tls_handshake"
    case tooManyStreams = "too_many_streams"
    case rapidReset = "rapid_reset"
    /// PING, SETTINGS or PRIORITY frames.
    case controlFlood = "control_flood"
    case emptyFrames = "empty_frames"
    case continuationFlood = "continuation_flood"
}
