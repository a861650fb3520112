import Components
import Glibc
import OTLP
import Wire

/// Captured requests of any form, brought into one file for each signal: the pipeline reads files side by side, and order matters.
struct Captured {
    struct Trouble: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    struct Outcome {
        var requests = 0
        var malformed = 0
    }

    static let traces = "captured.traces.pb"
    static let logs = "captured.logs.pb"

    let folder: TemporaryFolder

    func gather(_ files: [String], as signal: Signal?, complain: (String) -> Void) throws -> Outcome {
        let traces = try RequestFile(folder.file(Self.traces))
        let logs = try RequestFile(folder.file(Self.logs))
        var outcome = Outcome()
        for file in files {
            let source = try CaptureSource(file)
            reading: while true {
                switch try source.next() {
                case .end: break reading
                case .silence: usleep(20_000)
                case .malformed(let reason):
                    outcome.malformed += 1
                    complain("\(file): passed over: \(reason)")
                case .request(let request):
                    let body: (bytes: Bytes, signal: Signal)
                    do throws(CaptureTrouble) { body = try request.protobuf(signal: signal) } catch {
                        outcome.malformed += 1
                        complain("\(file): passed over: \(error.reason)")
                        continue
                    }
                    guard body.signal != .metrics else { continue }
                    outcome.requests += 1
                    try (body.signal == .traces ? traces : logs).append(body.bytes)
                }
            }
        }
        return outcome
    }
}

/// Protobuf requests, each behind its length (OTLP file specification).
private final class RequestFile {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String

    init(_ path: String) throws {
        guard let file = fopen(path, "wb") else { throw Captured.Trouble("\(path): \(String(cString: strerror(errno)))") }
        self.file = file
        self.path = path
    }

    deinit { fclose(file) }

    func append(_ body: Bytes) throws {
        let isWritten = body.withBytes { bytes in
            let head = Self.varint(bytes.count)
            return fwrite(head, 1, head.count, file) == head.count && fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
        }
        guard isWritten, fflush(file) == 0 else { throw Captured.Trouble("\(path): \(String(cString: strerror(errno)))") }
    }

    private static func varint(_ count: Int) -> [UInt8] {
        var rest = count
        var bytes: [UInt8] = []
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(truncatingIfNeeded: rest)]
    }
}
