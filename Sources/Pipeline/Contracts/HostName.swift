import Glibc

/// The name of the machine, or of the container.
package enum HostName {
    /// `unknown` where it has none. Stays the same when a process starts anew.
    package static var current: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
