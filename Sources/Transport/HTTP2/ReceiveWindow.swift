/// How many bytes a sender may have on the way, for a stream or for the connection.
struct ReceiveWindow {
    /// As large for a stream as for the connection, since most senders use one stream at a time.
    static let bytes = 4 << 20
    /// What a connection begins with, whatever the settings say (RFC 9113 section 6.9.2).
    static let initialBytes = 65_535

    private var used = 0

    /// Takes bytes out of the window; gives what to put back, once half of it is used.
    mutating func use(_ count: Int) -> Int? {
        used += count
        guard used >= Self.bytes / 2 else { return nil }
        defer { used = 0 }
        return used
    }
}
