import Glibc

/// What the disk queue asks of the disk where it may say no. Tests bring disks that are full or failing.
///
/// Each call gives 0 or more for success and an `errno` below 0 for failure.
struct Disk: Sendable {
    var write: @Sendable (_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int
    var sync: @Sendable (_ descriptor: CInt) -> Int
    var allocate: @Sendable (_ descriptor: CInt, _ count: Int) -> Int

    static let system = Disk(
        write: { descriptor, bytes, offset in
            let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
            return count < 0 ? -Int(errno) : count
        },
        sync: { descriptor in fdatasync(descriptor) == 0 ? 0 : -Int(errno) },
        allocate: { descriptor, count in -Int(posix_fallocate(descriptor, 0, off_t(count))) }
    )
}

/// The disk said no.
struct DiskError: Error, CustomStringConvertible {
    let action: String
    let path: String
    /// An `errno`.
    let code: CInt

    var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
}
