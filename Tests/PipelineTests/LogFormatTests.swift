import Testing

@testable import Pipeline

@Suite struct LogFormatTests {
    private func xxh64(_ text: String, seed: UInt64 = 0) -> UInt64 {
        Array(text.utf8).withUnsafeBytes { Checksum.of($0, seed: seed) }
    }

    /// Values published with the algorithm and its common implementations.
    @Test func `the checksum is XXH64`() {
        #expect(xxh64("") == 0xEF46_DB37_51D8_E999)
        #expect(xxh64("a") == 0xD24E_C4F1_A98C_6E5B)
        #expect(xxh64("abc") == 0x44BC_2CF5_AD77_0999)
        #expect(xxh64("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
    }

    @Test func `progress comes back as it was saved`() {
        let progress = Progress(cursor: 900, open: [10..<20, 20..<30, 400..<900])
        let page = ProgressPage.write(progress, sequence: 7)
        #expect(page.withUnsafeBytes(ProgressPage.read) == .progress(progress, sequence: 7))
    }

    @Test func `any flipped bit makes a page of progress damaged or one of the future`() {
        let page = ProgressPage.write(Progress(cursor: 900, open: [10..<20]), sequence: 7)
        for bit in 0..<page.count * 8 {
            var flipped = page
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            if case .progress = flipped.withUnsafeBytes(ProgressPage.read) { Issue.record("bit \(bit) is not noticed") }
        }
    }

    @Test func `more open ranges than a page holds become one`() {
        let many = Progress(cursor: 10_000, open: (0..<1000).map { UInt64($0 * 10)..<UInt64($0 * 10 + 5) })
        let page = ProgressPage.write(many, sequence: 1)
        #expect(page.count <= ProgressPage.bytes)
        #expect(page.withUnsafeBytes(ProgressPage.read) == .progress(Progress(cursor: 0), sequence: 1))
    }

    @Test func `a torn page of progress costs one step`() throws {
        let folder = TemporaryFolder()
        try LogFolder(below: folder.path, exporter: "x").make()
        let path = folder.path + "/x/progress"
        do {
            var (file, found) = try ProgressFile.open(path, .system)
            #expect(found == .fresh)
            try file.save(Progress(cursor: 1))
            try file.save(Progress(cursor: 2))
        }
        #expect(try ProgressFile.open(path, .system).found == .progress(Progress(cursor: 2)))
        var bytes = folder.contents(path)
        bytes[20] ^= 1
        folder.write(bytes, to: path)
        #expect(try ProgressFile.open(path, .system).found == .progress(Progress(cursor: 1)))
    }
}
