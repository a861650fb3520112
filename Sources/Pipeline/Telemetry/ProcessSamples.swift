import Glibc

/// What the process itself uses, under the names Prometheus clients give it.
package enum ProcessSamples {
    package static func read(startUnixSeconds: Double) -> [Sample] {
        [
            Sample(
                name: "process_resident_memory_bytes", value: Double(residentBytes), kind: .gauge, help: "Resident memory of the process."),
            Sample(
                name: "process_cpu_seconds_total", value: cpuSeconds, kind: .counter, help: "User and system CPU time of the process."),
            Sample(
                name: "process_start_time_seconds", value: startUnixSeconds, kind: .gauge, help: "Start of the process, Unix time."),
        ]
    }

    /// The second field of /proc/self/statm, in pages (proc(5)).
    static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = fread(&buffer, 1, buffer.count, file)
        let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
