import Glibc

/// The folder of one exporter's log: `lock`, `progress`, segments named by the position they begin at, and `spare`, a file whose segment is
/// done and that the next one overwrites.
struct LogFolder: Sendable {
    let path: String

    /// The folder for `exporter` below the one the pipeline file names: several exporters may share that.
    init(below directory: String, exporter: String) {
        path = directory + "/" + Self.escaped(exporter)
    }

    var lockPath: String { path + "/lock" }
    var progressPath: String { path + "/progress" }
    /// The spare file while it becomes a segment.
    var nextPath: String { path + "/next" }
    private var sparePath: String { path + "/spare" }

    func segmentPath(_ base: UInt64) -> String {
        let digits = String(base, radix: 16)
        return path + "/" + String(repeating: "0", count: 16 - digits.count) + digits + Self.suffix
    }

    /// Makes it, and those above it, for their owner only.
    func make() throws(DiskError) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            let part = String(path[..<end])
            guard mkdir(part, 0o700) != 0, errno != EEXIST else { continue }
            throw DiskError(action: "make", path: part, code: errno)
        }
    }

    /// Where the segments begin, in order.
    func bases() throws(DiskError) -> [UInt64] {
        guard let folder = opendir(path) else { throw DiskError(action: "list", path: path, code: errno) }
        defer { closedir(folder) }
        var bases: [UInt64] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name.hasSuffix(Self.suffix), name.count == 16 + Self.suffix.count else { continue }
            if let base = UInt64(name.dropLast(Self.suffix.count), radix: 16) { bases.append(base) }
        }
        return bases.sorted()
    }

    func remove(_ base: UInt64) { unlink(segmentPath(base)) }

    /// Keeps a segment's file for the next segment, in place of the one that was kept before.
    func spare(_ base: UInt64) { rename(segmentPath(base), sparePath) }

    /// Takes the spare file, where there is one: nobody else touches it then.
    func claimSpare() -> Bool { rename(sparePath, nextPath) == 0 }

    /// What was claimed and has its header becomes a segment.
    func place(_ base: UInt64) throws(DiskError) {
        guard rename(nextPath, segmentPath(base)) == 0 else { throw DiskError(action: "rename", path: nextPath, code: errno) }
    }

    /// Removes the files that hold nothing.
    func removeSpares() { for path in [sparePath, nextPath] { unlink(path) } }

    /// Takes a segment that nothing can be read of out of the way, for somebody to look at; gives its new path.
    func setAside(_ base: UInt64) -> String {
        let aside = segmentPath(base) + ".damaged"
        rename(segmentPath(base), aside)
        return aside
    }

    /// Makes names of new and removed files survive a power cut.
    func sync() throws(DiskError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError(action: "open", path: path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskError(action: "sync", path: path, code: errno) }
    }

    private static let suffix = ".log"

    /// A name that is one folder on every file system, whatever the exporter is called.
    private static func escaped(_ name: String) -> String {
        var text = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return text
    }
}
