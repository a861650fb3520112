import Testing
@testable import View

@Suite struct JSONTreeTests {
    @Test func `values of every kind are read and written again`() throws {
        let text = #"{"a":[1,-2.5e3,true,false,null],"b":{"c":"x\"\\\n\u00e9"},"d":[],"e":{}}"#
        let tree = try #require(JSONTree.read(text))
        #expect(!tree.isCut)
        #expect(tree.tree.written() == #"{"a":[1,-2.5e3,true,false,null],"b":{"c":"x\"\\\né"},"d":[],"e":{}}"#)
    }

    @Test func `surrogate pairs become one character and halves become the replacement`() throws {
        #expect(JSONTree.read(#""\ud83d\ude00""#)?.tree == .text("😀"))
        #expect(JSONTree.read(#""a\ud83db""#)?.tree == .text("a\u{FFFD}b"))
        #expect(JSONTree.read(#""\ud83d\u0041""#)?.tree == .text("\u{FFFD}A"))
    }

    @Test(arguments: ["", "hello", "{x}", "[1 2]", "{\"a\" 1}", "[1]x", "tru!", "--1", "[1,,2]", "\"\\uZZZZ\""])
    func `what is not JSON is nothing`(text: String) {
        #expect(JSONTree.read(text) == nil)
    }

    @Test func `a text that was cut off gives what came through`() throws {
        let whole = #"[{"role":"user","content":"Hello \u00e9"},{"role":"assistant","tool_calls":[{"id":true,"n":12.5}]}]"#
        for end in 1..<whole.utf8.count {
            let text = String(decoding: whole.utf8.prefix(end), as: UTF8.self)
            let tree = try #require(JSONTree.read(text), "cut at \(end): \(text)")
            #expect(tree.isCut)
        }
        let cut = try #require(JSONTree.read(String(whole.prefix(30))))
        #expect(cut.tree.elements?.first?["role"] == .text("user"))
        #expect(cut.tree.elements?.first?["content"] == .text("Hel"))
    }

    @Test func `hostile depth, size and number of values are refused, not followed`() {
        #expect(JSONTree.read(String(repeating: "[", count: 100_000)) == nil)
        #expect(JSONTree.read(String(repeating: "{\"a\":", count: 70) + "1" + String(repeating: "}", count: 70)) == nil)
        var limits = JSONTree.Limits()
        limits.values = 10
        #expect(JSONTree.read("[1,2,3,4,5,6,7,8,9,10,11]", limits: limits) == nil)
        limits.bytes = 3
        #expect(JSONTree.read("[12]", limits: limits) == nil)
    }

    @Test func `indented writing puts every member on its own line`() {
        let tree = JSONTree.object([.init("a", .list([.number("1"), .object([])])), .init("b", .text("x"))])
        #expect(tree.written(indented: true) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x\"\n}")
    }

    @Test func `a text that holds JSON is opened, any other text is left alone`() {
        #expect(JSONTree.text(#"{"city":"Paris"}"#).opened["city"] == .text("Paris"))
        #expect(JSONTree.text("{not json").opened == .text("{not json"))
        #expect(JSONTree.text("12").opened == .text("12"))
    }
}
