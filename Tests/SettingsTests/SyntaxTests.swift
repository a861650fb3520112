import Testing

@testable import Settings

@Suite struct SyntaxTests {
    @Test func `every line that is not TOML is shown, not only the first`() {
        let text = """
            [exporters.all]
            path = x
            note =
            [exporters.b
            path = 1
            path = 2
            [pipelines.traces]
            a = 1
            a = 2
            """
        let shown = read(text).complaints.split(separator: "\n").filter { $0.contains("error") }.map { $0.prefix(15) }
        #expect(shown == ["a.toml:2:8: err", "a.toml:3:7: err", "a.toml:4:13: er", "a.toml:9:1: err"])
        #expect(
            read("path = x").complaints == """
                a.toml:1:8: error: bad value: could not determine value type
                1 | path = x
                  |        ^ text stands in quotes
                """)
    }

    @Test func `after something that is never closed nothing more is guessed`() {
        #expect(read("a = [1,\nb = 2\nc = 3\n").complaints.split(separator: "\n").filter { $0.contains("error") }.count == 1)
        #expect(read("a = \"\"\"\nb = 2\nc = 3\n").complaints.split(separator: "\n").filter { $0.contains("error") }.count == 1)
    }

    @Test func `what is given twice is marked at its name`() {
        #expect(
            read("a = 1\n[a.b]\nx = 1\nkey = 1\n  key = 2\n").complaints == """
                a.toml:2:1: error: bad table header: cannot redefine existing integer 'a.b' as table
                2 | [a.b]
                  | ^^^^^
                """)
        #expect(
            read("[a]\nkey = 1\n  key = 2\n[a]\nb = 1").complaints == """
                a.toml:3:3: error: bad key-value pair: cannot redefine existing integer 'key'
                3 |   key = 2
                  |   ^^^
                a.toml:4:1: error: bad table header: cannot redefine existing table 'a'
                4 | [a]
                  | ^^^
                """)
    }

    @Test func `what is never closed is told with its beginning`() {
        #expect(
            read("b = 1\na = [1,\n2\nc = 3\n").complaints.hasSuffix(" it begins in line 2"))
    }

    @Test func `a file without text is an empty document`() throws {
        for text in ["", "\n", "# only words", "\u{FEFF}"] {
            let document = try SettingsFile.load(text: text, name: "a.toml")
            #expect(document.mistakes.isEmpty && document.sections(of: "exporters").isEmpty)
        }
    }

    @Test func `what is not UTF-8 or has a NUL is shown where it is`() {
        func load(_ bytes: [UInt8]) -> String {
            do throws(Mistakes) { return try SettingsFile.load(bytes: bytes, name: "a.toml").mistakes.description } catch {
                return error.description
            }
        }
        #expect(
            load(Array("a = 1\nb = \"é".utf8) + [0xFF, 0x22]) == """
                a.toml:2:7: error: not UTF-8
                2 | "***"\u{FFFD}"
                  |      ^ save the file as UTF-8 text
                """)
        #expect(load(Array("a = \"\0\"".utf8)).hasPrefix("a.toml:1:6: error: a NUL character\n"))
        #expect(load([0xFF, 0xFE, 0x61, 0]).hasPrefix("a.toml:1:1: error: not UTF-8\n"))
    }

    @Test func `a file that cannot be read is a mistake without a place`() {
        func load(_ path: String) -> String {
            do throws(Mistakes) { return try SettingsFile.load(path: path).mistakes.description } catch { return error.description }
        }
        #expect(load("/nowhere/a.toml") == "/nowhere/a.toml: error: cannot be read: No such file or directory")
        #expect(load("/") == "/: error: cannot be read: Is a directory")
        #expect(load("/dev/zero") == "/dev/zero: error: cannot be read: larger than 4MiB")
        #expect(load("") == ": error: cannot be read: not a path")
    }

    @Test func `depth is limited, however it is written`() {
        let dotted = Array(repeating: "a", count: 300_000).joined(separator: ".")
        let spaced = Array(repeating: "\"a\"", count: 100_000).joined(separator: " . ")
        let deepArray = "a = " + String(repeating: "[", count: 100_000)
        let deepTable = "a = " + String(repeating: "{ a = ", count: 100_000)
        for text in [dotted + " = 1", "[\(dotted)]", "a = { \(spaced) = 1 }", deepArray, deepTable] {
            #expect(throws: Mistakes.self) { _ = try SettingsFile.load(text: text, name: "a.toml") }
        }
        let dots = String(repeating: ".", count: 1000)
        for text in ["a = \"\(dots)\"", "a = '\(dots)' # \(dots)", "a = \"\"\"\n\"\"\(dots)\\\"\"\"\"", "a = '''\(dots)'''''"] {
            #expect(throws: Never.self) { _ = try SettingsFile.load(text: text, name: "a.toml") }
        }
    }
}
