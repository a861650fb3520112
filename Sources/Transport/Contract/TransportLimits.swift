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
    /// From the connection, or the first byte of a later request, to the end of its head.
    package var headerTimeout = Duration.seconds(10)
    /// A body may take this long, and longer by one second for each 64 KiB.
    package var bodyTimeout = Duration.seconds(30)
    /// Between two requests.
    package var idleTimeout = Duration.seconds(180)

    package init() {}
}
