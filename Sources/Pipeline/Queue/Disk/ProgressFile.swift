/// The small file that says how far the exporter has come. Two pages take turns, so that a page torn by a power cut costs one step.
struct ProgressFile {
    private let file: DiskFile
    private var sequence: UInt64 = 0

    /// What a file said.
    enum Found: Equatable {
        case progress(Progress)
        /// There was none yet.
        case fresh
        /// It cannot be read: everything in the log is delivered again.
        case damaged
        case future(version: UInt32)
    }

    static func open(_ path: String, _ disk: Disk) throws(DiskError) -> (file: ProgressFile, found: Found) {
        let file = try DiskFile(path, .update, disk)
        var pages = [UInt8](repeating: 0, count: 2 * ProgressPage.bytes)
        let count = try pages.fill { buffer throws(DiskError) in try file.read(into: buffer, at: 0) }
        let readings = pages.withUnsafeBytes { bytes in
            [0, ProgressPage.bytes].map { ProgressPage.read(UnsafeRawBufferPointer(rebasing: bytes[$0..<$0 + ProgressPage.bytes])) }
        }
        var newest: (progress: Progress, sequence: UInt64)?
        for reading in readings {
            if case .future(let version) = reading { return (ProgressFile(file: file), .future(version: version)) }
            if case .progress(let progress, let sequence) = reading, sequence >= newest?.sequence ?? 0 { newest = (progress, sequence) }
        }
        guard let newest else { return (ProgressFile(file: file), count == 0 ? .fresh : .damaged) }
        return (ProgressFile(file: file, sequence: newest.sequence), .progress(newest.progress))
    }

    private init(file: DiskFile, sequence: UInt64 = 0) {
        self.file = file
        self.sequence = sequence
    }

    mutating func save(_ progress: Progress) throws(DiskError) {
        sequence &+= 1
        try file.write(ProgressPage.write(progress, sequence: sequence), at: Int(sequence % 2) * ProgressPage.bytes)
    }

    func sync() throws(DiskError) { try file.sync() }
}
