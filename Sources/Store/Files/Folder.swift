import Glibc

/// The store's directory: only its owner reads it.
package struct Folder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Makes it with those above it, 0700.
    func make() throws(StoreError) {
        var parent = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            parent += (parent.isEmpty || parent.hasSuffix("/") ? "" : "/") + part
            if mkdir(parent, 0o700) != 0, errno != EEXIST { throw problem(parent) }
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else { throw problem(path) }
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// Makes a file 0600 where there is none: SQLite gives its companions the same mode.
    func touch(_ name: String) throws(StoreError) {
        let descriptor = open(file(name), O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(file(name)) }
        close(descriptor)
    }

    func remove(_ name: String) { for companion in ["", "-wal", "-shm"] { unlink(file(name + companion)) } }

    var names: [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// A file's size on disk with its companions; 0 where there is none.
    func bytes(_ name: String) -> Int64 {
        var sum: Int64 = 0
        for companion in ["", "-wal", "-shm"] {
            var facts = stat()
            if stat(file(name + companion), &facts) == 0 { sum += Int64(facts.st_size) }
        }
        return sum
    }

    private func problem(_ path: String) -> StoreError { .folder(path: path, problem: String(cString: strerror(errno))) }
}
