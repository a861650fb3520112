/// A request's checksum, made by whoever brings the request: the writer's thread has enough to do.
struct Seal: Sendable {
    /// Of the segment that was written to at that time; where it is another one now, the writer makes a new one.
    let salt: UInt64
    let checksum: UInt64

    init(_ payload: Payload, salt: UInt64) {
        self.salt = salt
        checksum = payload.bytes.withBytes { Checksum.of($0, seed: salt) }
    }
}
