/// What one listener lets a sender use.
package struct TransportLimits: Sendable {
    /// Bytes of a body as it comes over the wire.
    package var maxBodyBytes = 16 << 20
    /// Bytes of a body once inflated.
    package var maxDecompressedBytes = 64 << 20
    /// Inflated over compressed, beyond the first mebibyte.
    package var maxRatio = 200
    package var maxHeaders = 128
    package var maxHeaderBytes = 64 << 10
    package var maxConnections = 10_240
    /// HTTP/2: requests under way at once on one connection.
    package var maxStreams = 100
    /// HTTP/2: streams that a sender may reset within half a minute.
    package var maxResets = 200
    /// HTTP/2: PING, SETTINGS and PRIORITY frames in quick succession without an answered request between them.
    package var maxControlFrames = 200
    /// From the connection, or the first byte of a later request, to the end of its head.
    package var headerTimeout = Duration.seconds(10)
    /// A body may take this long, and longer by one second for each 64 KiB of it that came.
    package var bodyTimeout = Duration.seconds(30)
    /// Between two requests.
    package var idleTimeout = Duration.seconds(180)

    package init() {}
}
