import Glibc
import Transport
import Wire

/// Finds where the last whole record of a file ends, before more is written to it.
///
/// A crash can leave half a record there. It is only cut off where it looks like one of ours: somebody else's file stays as it is.
struct FileTail {
    let path: String
    let descriptor: Int32
    let size: Int

    func end(of settings: FileSettings) throws(FileTrouble) -> Int {
        if settings.compression == .gzip { return try endOfGzip() }
        switch settings.format {
        case .json: return try endOfLines()
        case .proto: return try endOfFrames(settings.framing)
        }
    }

    private func foreign(_ what: String) -> FileTrouble { FileTrouble(path: path, reason: "it holds something else than \(what)") }

    // MARK: - JSON lines

    private func endOfLines() throws(FileTrouble) -> Int {
        var end = size
        while end > 0 {
            let start = max(0, end - 1 << 16)
            let block = try read(start, end - start)
            if let newline = block.lastIndex(of: UInt8(ascii: "\n")) {
                end = start + newline + 1
                break
            }
            end = start
        }
        guard end < size else { return size }
        let tail = try read(end, 12)
        guard "{\"resource".utf8.starts(with: tail.prefix(10)) else { throw foreign("OTLP/JSON lines") }
        return end
    }

    // MARK: - Protobuf frames

    private func endOfFrames(_ framing: FileSettings.Framing) throws(FileTrouble) -> Int {
        var window = Window(tail: self)
        var place = 0
        while place < size {
            let head = try window.bytes(at: place, 6)
            guard let (prefix, length) = Self.prefix(head, framing) else {
                guard size - place < 5 else { throw foreign("length-delimited protobuf") }
                return place
            }
            let first = prefix < head.count ? head[head.startIndex + prefix] : nil
            guard length == 0 || first == nil || first == 0x0A else { throw foreign("length-delimited protobuf") }
            guard place + prefix + length <= size else { return place }
            place += prefix + length
        }
        return place
    }

    private static func prefix(_ head: [UInt8], _ framing: FileSettings.Framing) -> (Int, Int)? {
        if framing == .uint32 {
            return head.count < 4 ? nil : (4, head[..<4].reduce(0) { $0 << 8 | Int($1) })
        }
        return head.withUnsafeBytes { bytes in
            var reader = WireReader(bytes)
            guard let length = try? reader.tag() else { return nil }
            return (reader.offset, Int(length))
        }
    }

    /// The part of the file that was read last, so that small frames do not cost a system call each.
    private struct Window {
        let tail: FileTail
        private var start = 0
        private var block: [UInt8] = []

        init(tail: FileTail) { self.tail = tail }

        mutating func bytes(at place: Int, _ count: Int) throws(FileTrouble) -> [UInt8] {
            let wanted = min(count, tail.size - place)
            if place < start || place + wanted > start + block.count {
                block = try tail.read(place, 1 << 16)
                start = place
            }
            return Array(block[(place - start)...].prefix(wanted))
        }
    }

    // MARK: - gzip members

    private func endOfGzip() throws(FileTrouble) -> Int {
        guard try read(0, 2).elementsEqual([0x1F, 0x8B].prefix(size)) else { throw foreign("gzip") }
        let gzip = GzipStream()
        var place = 0
        while place < size {
            let block = try read(place, 1 << 18)
            guard !block.isEmpty else { break }
            place += block.count
            let isWhole: Bool = block.withUnsafeBytes { bytes in
                do throws(GzipTrouble) {
                    try gzip.inflate(bytes) { _ in }
                    return true
                } catch {
                    return false
                }
            }
            guard isWhole else { break }
        }
        return gzip.memberEnd
    }

    // MARK: - Reading

    private func read(_ place: Int, _ count: Int) throws(FileTrouble) -> [UInt8] {
        var failed = false
        let block = [UInt8](unsafeUninitializedCapacity: max(0, min(count, size - place))) { buffer, read in
            while read < buffer.count, let base = buffer.baseAddress {
                let got = pread(descriptor, base + read, buffer.count - read, off_t(place + read))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { return }
                read += got
            }
        }
        guard !failed else { throw .errno(path, "read") }
        return block
    }
}
