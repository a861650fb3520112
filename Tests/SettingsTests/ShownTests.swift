import Testing

@testable import Settings

/// How source lines and marks are shown.
@Suite struct ShownTests {
    @Test func `tabs, wide and combining characters keep the mark in place`() {
        #expect(
            complaints("\tqueue = { \"日本\" = \"e\u{301}\",\tsiz = 1 }") == """
                a.toml:3:12: error: exporters.all.queue: unknown key '日本'
                3 |     queue = { "日本" = "e\u{301}",    siz = 1 }
                  |               ^^^^^^ it takes size
                a.toml:3:25: error: exporters.all.queue: unknown key 'siz'
                3 |     queue = { "日本" = "e\u{301}",    siz = 1 }
                  |                                ^^^ did you mean 'size'?
                """)
    }

    @Test func `a long line is cut around the mark`() throws {
        let long = "prices = [" + String(repeating: "\"aaaaaaa\", ", count: 100) + "5, " + String(repeating: "\"b\", ", count: 100) + "]"
        let shown = complaints(long).split(separator: "\n")
        try #require(shown.count == 3)
        #expect(shown[1].count == 4 + 1 + 120 + 1 && shown[1].hasPrefix("3 | …") && shown[1].hasSuffix("…"))
        let mark = try #require(shown[2].firstIndex(of: "^"))
        #expect(Array(shown[1])[shown[2].distance(from: shown[2].startIndex, to: mark)] == "5")
    }

    @Test func `a value of several lines is marked in its first`() {
        #expect(
            complaints("interval = \"\"\"\nx\ny\"\"\"") == """
                a.toml:3:12: error: exporters.all.interval: expected a duration such as "15s", not "x\u{FFFD}y"
                3 | interval = \"""
                  |            ^^^
                """)
    }

    @Test func `control and bidi characters do not reach the terminal`() {
        let shown = complaints("\"a\\u001b[2J\" = 1 # \u{202E}")
        #expect(!shown.unicodeScalars.contains("\u{1B}") && !shown.unicodeScalars.contains("\u{202E}") && shown.contains("# \u{FFFD}"))
    }

    @Test func `line numbers of two digits keep the gutter straight`() {
        #expect(
            complaints("\n\n\n\n\n\n\nx = 1").hasPrefix(
                """
                a.toml:10:1: error: exporters.all: unknown key 'x'
                10 | x = 1
                   | ^ it takes path, note,
                """))
    }

    @Test func `CRLF and a byte order mark are no part of the text`() {
        #expect(
            read("\u{FEFF}[exporters.all]\r\npath = 5\r\n").complaints == """
                a.toml:2:8: error: exporters.all.path: expected a string such as "…", not an integer
                2 | path = 5
                  |        ^
                """)
    }
}
