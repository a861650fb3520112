import Glibc
import Synchronization

/// Remembers in a file how far other files were read: a line each, `OFFSET DEVICE INODE PATH`.
///
/// It is written at most once a second and at the end, so after a crash a little is read twice, and nothing is missed.
final class ReadLedger: Sendable {
    private struct Entry: Sendable {
        var offset: Int
        var device: UInt64
        var inode: UInt64
    }

    private struct State: Sendable {
        var entries: [String: Entry] = [:]
        var savedAt: UInt64 = 0
        var isChanged = false
    }

    private let path: String
    private let state: Mutex<State>

    /// A ledger that is not there yet is empty; one that cannot be read is an error, not a new beginning.
    init(path: String) throws(CaptureTrouble) {
        self.path = path
        var state = State()
        var text: [UInt8] = []
        if access(path, F_OK) == 0 {
            let file = try CaptureFile(path)
            do {
                while case .some = try file.read({ text.append(contentsOf: $0) }) {}
            } catch {
                throw CaptureTrouble(path: path, reason: "cannot be read: \(error)")
            }
        }
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let fields = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 3)
            guard fields.count == 4, let offset = Int(fields[0]), offset >= 0, let device = UInt64(fields[1]), let inode = UInt64(fields[2])
            else {
                throw CaptureTrouble(path: path, reason: "it is not the state of a file receiver")
            }
            state.entries[String(fields[3])] = Entry(offset: offset, device: device, inode: inode)
        }
        self.state = Mutex(state)
    }

    /// Where to go on reading what `path` leads to.
    func place(_ path: String, _ file: CaptureFile.Identity) -> Int {
        guard let entry = state.withLock({ $0.entries[path] }), entry.device == file.device, entry.inode == file.inode,
            entry.offset <= file.size
        else { return 0 }
        return entry.offset
    }

    /// `file` was read up to `offset`.
    func note(_ path: String, _ file: CaptureFile.Identity, _ offset: Int, now: UInt64) throws(CaptureTrouble) {
        let isDue = state.withLock { state in
            state.entries[path] = Entry(offset: offset, device: file.device, inode: file.inode)
            state.isChanged = true
            guard now &- state.savedAt >= 1_000_000_000 else { return false }
            state.savedAt = now
            return true
        }
        if isDue { try save() }
    }

    /// Writes a new file and puts it in the old one's place.
    func save() throws(CaptureTrouble) {
        let text: String? = state.withLock { state in
            guard state.isChanged else { return nil }
            state.isChanged = false
            return state.entries.sorted { $0.key < $1.key }
                .map { "\($0.value.offset) \($0.value.device) \($0.value.inode) \($0.key)\n" }.joined()
        }
        guard var text else { return }
        let new = path + ".new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .errno(new, "open") }
        let count = text.utf8.count
        let written = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard written == count else { throw .errno(new, "write") }
        guard rename(new, path) == 0 else { throw .errno(path, "replace") }
    }
}
