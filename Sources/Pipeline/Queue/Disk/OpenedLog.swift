/// A log that this process holds: nobody else may open it as long as this lives.
struct OpenedLog: Sendable {
    let log: RecoveredLog
    private let lock: DiskFile

    init(_ folder: LogFolder, _ disk: Disk) throws {
        try folder.make()
        lock = try DiskFile(folder.lockPath, .update, disk)
        guard lock.lock() else { throw InUse(path: folder.path) }
        folder.removeSpares()
        log = try RecoveredLog(folder, disk)
    }

    struct InUse: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is in use by another process" }
    }
}
