import Glibc

/// The pages of code that are mapped now.
package enum ResidentCode {
    /// Lets go of every page of code: those in use come back from the page cache at once, those that only the start needed do not.
    ///
    /// Reading settings and registering types touches most of the binary once, and the kernel maps sixteen pages for each one touched: two
    /// thirds of what a resting process holds would be code that never runs again. Code is mapped from files and never written to
    /// (`r-xp`), so nothing is lost.
    package static func release() {
        guard let maps = fopen("/proc/self/maps", "r") else { return }
        defer { fclose(maps) }
        var line = [CChar](repeating: 0, count: 4096)
        while fgets(&line, Int32(line.count), maps) != nil {
            guard let range = executable(String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)),
                let start = UnsafeMutableRawPointer(bitPattern: range.lowerBound)
            else { continue }
            // Where it fails the pages simply stay.
            _ = madvise(start, Int(range.upperBound - range.lowerBound), MADV_DONTNEED)
        }
    }

    /// The addresses of a line of `/proc/self/maps` (proc(5)) that is code of a file: `55a4ff19c000-55a5012a5000 r-xp 00000000 fe:00 6120066  /…`
    static func executable(_ line: String) -> Range<UInt>? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard words.count >= 6, words[1] == "r-xp", words[5].hasPrefix("/") else { return nil }
        let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
    }
}
