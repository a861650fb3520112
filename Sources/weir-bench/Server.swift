import Glibc
import Wire

/// A `weir run` of its own under a sender on loopback: CPU seconds of that process per million spans.
struct Server {
    let process: pid_t
    let port: UInt16

    /// Starts `weir run` with genai, genai_metrics and discard, and waits until it listens.
    init?(weir: String) {
        port = UInt16.random(in: 20000..<40000)
        let file = "/tmp/weir-bench-\(getpid()).toml"
        guard Self.write(Self.pipeline(port: port), to: file), let process = Self.spawn([weir, "run", file]) else { return nil }
        self.process = process
        for _ in 0..<500 {
            if let connection = Connection(port: port) {
                connection.close()
                return
            }
            usleep(10_000)
        }
        stop()
        return nil
    }

    func stop() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// User and system seconds of the process so far (proc(5): fields 14 and 15 of stat, in clock ticks).
    var cpuSeconds: Double {
        guard let text = Self.read("/proc/\(process)/stat"), let name = text.lastIndex(of: ")") else { return 0 }
        let fields = text[name...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func pipeline(port: UInt16) -> String {
        """
        [receivers.otlp]
        http = "127.0.0.1:\(port)"
        [processors.genai]
        [connectors.genai_metrics]
        [exporters.discard]
        [pipelines.traces]
        receivers = ["otlp"]
        processors = ["genai"]
        exporters = ["discard", "genai_metrics"]
        [pipelines.metrics]
        receivers = ["genai_metrics"]
        exporters = ["discard"]
        """
    }

    private static func write(_ text: String, to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        return fputs(text, file) >= 0
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    private static func spawn(_ arguments: [String]) -> pid_t? {
        var process: pid_t = 0
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return posix_spawn(&process, arguments[0], nil, nil, &pointers, environ) == 0 ? process : nil
    }
}

/// One keep-alive HTTP/1.1 connection that posts the same body again and again.
struct Connection {
    private let socket: Int32

    init?(port: UInt16) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard connected == 0 else {
            Glibc.close(socket)
            return nil
        }
    }

    func close() { Glibc.close(socket) }

    /// Posts the body and reads the answer. True for 200.
    func post(_ body: Bytes) -> Bool {
        let head = "POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\nContent-Length: \(body.count)\r\n\r\n"
        // In one piece: a head alone would wait for the other side's acknowledgement (Nagle's algorithm).
        guard send(Array(head.utf8) + body.array) else { return false }
        var answer = [UInt8](repeating: 0, count: 2048)
        let count = recv(socket, &answer, answer.count, 0)
        return count > 12 && answer[9...11].elementsEqual("200".utf8)
    }

    private func send(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { send($0) } }

    private func send(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = Glibc.send(socket, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
