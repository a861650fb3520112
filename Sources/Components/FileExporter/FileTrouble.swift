import Glibc

/// Why a record could not be written; trying again may help.
struct FileTrouble: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }

    /// With the system's word for what went wrong.
    static func errno(_ path: String, _ action: String) -> FileTrouble {
        FileTrouble(path: path, reason: "cannot \(action): \(String(cString: strerror(Glibc.errno)))")
    }
}
