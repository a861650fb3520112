import Glibc

/// What memory this process may use: the container's limit where there is one, else the machine's.
package enum MemoryLimit {
    /// The budget for telemetry in flight where the file gives none: a quarter of what there is, at most 48 MiB.
    package static var defaultBudgetBytes: Int { min(48 << 20, max(available / 4, 8 << 20)) }

    /// Bytes. Sources: cgroup v2 `memory.max`, cgroup v1 `memory.limit_in_bytes`, sysconf.
    static var available: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap(number)
        return min(machine, limits.min() ?? machine)
    }

    /// The number in a file; nil where there is no such file, or it says `max`.
    private static func number(_ path: String) -> Int? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, file)
        let digits = buffer[..<count].prefix { $0 >= 48 && $0 <= 57 }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
