import Testing

@testable import View

@Suite struct TableTests {
    @Test func `members are columns, nested ones with dots, in the order they come`() {
        let rows: [JSONTree] = [
            .object([.init("a", .number("1")), .init("b", .object([.init("c", .text("x"))]))]),
            .object([.init("a", .null), .init("d", .list([.text("p"), .text("q")]))]),
        ]
        #expect(Table(rows: rows).csv == "a,b.c,d\r\n1,x,\r\n,,p;q\r\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@x", "'@x"), ("-12.5", "-12.5"), ("", ""),
    ])
    func `a cell is quoted where it must be, and never a formula`(text: String, cell: String) {
        #expect(Table.cell(text) == cell)
    }

    @Test func `lines of JSON are one each`() {
        #expect(Table(rows: [.number("1"), .text("a\nb")]).ndjson == "1\n\"a\\nb\"\n")
    }
}

@Suite struct DeltaTests {
    @Test func `a change has an arrow, a share has points, and colour only where a direction is good`() {
        #expect(Delta(108.4, 100, liking: .neither)?.text == "▲ 8.4 %")
        #expect(Delta(108.4, 100, liking: .neither)?.className == "delta")
        #expect(Delta(97, 100, liking: .less)?.className == "delta good")
        #expect(Delta(0.979, 0.985, liking: .more, isShare: true)?.text == "▼ 0.6 pp")
        #expect(Delta(0.979, 0.985, liking: .more, isShare: true)?.className == "delta bad")
    }

    @Test func `from nothing is new, and nothing is compared with the unknown`() {
        #expect(Delta(5, 0, liking: .more)?.text == "new")
        #expect(Delta(0, 0, liking: .more) == nil)
        #expect(Delta(nil, 4, liking: .more) == nil)
        #expect(Delta(4, nil, liking: .more) == nil)
        #expect(Delta(100, 100, liking: .more)?.text == "unchanged")
    }
}
