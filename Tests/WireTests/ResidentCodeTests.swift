import Testing

@testable import Wire

@Suite struct ResidentCodeTests {
    @Test func `only code of files is let go`() {
        #expect(
            ResidentCode.executable("55a4ff19c000-55a5012a5000 r-xp 00000000 fe:00 6120066    /usr/bin/weir\n")
                == 0x55a4ff19c000..<0x55a5012a5000)
        #expect(ResidentCode.executable("55a5012a5000-55a50138d000 r--p 02108000 fe:00 6120066    /usr/bin/weir\n") == nil)
        #expect(ResidentCode.executable("7fa894000000-7fa8942ce000 rw-p 00000000 00:00 0 \n") == nil)
        #expect(ResidentCode.executable("7ffd1a1d3000-7ffd1a1d5000 r-xp 00000000 00:00 0          [vdso]\n") == nil)
        #expect(ResidentCode.executable("nonsense") == nil)
        #expect(ResidentCode.executable("5-4 r-xp 00000000 fe:00 1 /x") == nil)
    }

    @Test func `the program goes on without its pages`() {
        ResidentCode.release()
        #expect((1...100).reduce(0, +) == 5050)
    }
}
