import Glibc

/// What memory this process may use: the container's limit where there is one, else the machine's.
package enum MemoryLimit {
    /// The budget for telemetry in flight where the file gives none: a quarter of what there is, at most 48 MiB.
    package static var defaultBudgetBytes: Int { min(48 << 20, max(available / 4, 8 << 20)) }

    /// Bytes.
    static var available: Int {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        return min(machine, containerBytes(cgroups: "/sys/fs/cgroup", membership: "/proc/self/cgroup") ?? machine)
    }

    /// The least of the limits on the way from the process's group to the root, which all hold; nil where none is set.
    ///
    /// Sources: cgroups(7), cgroup v2 `memory.max`, cgroup v1 `memory.limit_in_bytes`. Where a container shows its own group as the root, the
    /// path is not to be found and the root's file is the container's.
    static func containerBytes(cgroups root: String, membership: String) -> Int? {
        var limits: [Int] = []
        for line in text(membership).split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            if fields[0] == "0", fields[1].isEmpty { limits += numbers(root, fields[2], "memory.max") }
            if fields[1].split(separator: ",").contains("memory") {
                limits += numbers(root + "/memory", fields[2], "memory.limit_in_bytes")
            }
        }
        return limits.min()
    }

    /// The numbers in the files called `name` from `group` up to the root; what is not there or says `max` is none.
    private static func numbers(_ root: String, _ group: Substring, _ name: String) -> [Int] {
        var names = group.split(separator: "/")
        var found: [Int] = []
        while true {
            let digits = text(([root] + names.map(String.init) + [name]).joined(separator: "/")).prefix { $0.isASCII && $0.isNumber }
            if let number = Int(digits) { found.append(number) }
            guard names.popLast() != nil else { return found }
        }
    }

    /// A small file's text; empty where it cannot be read.
    private static func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
