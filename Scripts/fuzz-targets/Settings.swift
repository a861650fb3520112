// Settings files under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it with Settings and its C++.
//
// The input is a file; every key of `Everything` is asked for, so every reader of values sees what the fuzzer makes. A trap, a file
// that is refused without a reason, or a mistake outside the file is a find.

private let environment = Environment(variables: ["HOME": "/h", "EMPTY": ""], files: ["/p": "p", "/x": "a\nb"])

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeRawBufferPointer(start: data, count: count))
    do throws(Mistakes) {
        let document = try SettingsFile.load(bytes: bytes, name: "f", environment: environment)
        document.expectTopLevel(["admin", "exporters"])
        _ = document.section("admin")?.read(as: Inner.self)
        for section in document.sections(of: "exporters") {
            _ = section.word("kind")
            _ = section.read(as: Everything.self)
        }
        check(document.mistakes, bytes)
    } catch {
        precondition(!error.isEmpty, "refused without a reason")
        check(error, bytes)
    }
    return 0
}

private func check(_ mistakes: Mistakes, _ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 10 } + 1
    for mistake in mistakes.sorted {
        if let line = mistake.line { precondition(line >= 1 && line <= lines, "a mistake outside the file") }
        if let column = mistake.column { precondition(column >= 1 && column <= bytes.count + 2, "a mistake outside its line") }
        precondition(!mistake.message.isEmpty && !mistake.headline.contains("\n"), "a mistake that is not one line")
    }
    precondition(mistakes.isEmpty || !"\(mistakes)".isEmpty, "mistakes without a text")
}

private enum Word: String, CaseIterable {
    case json, proto
}

/// What a table in a table holds.
private struct Inner: Configurable {
    init(from keys: inout KeyReader) {
        _ = keys.size("size", in: 1024...1 << 30, help: "")
        _ = keys.duration(orNever: "age", default: nil, in: .seconds(1) ... .seconds(86_400), help: "")
        _ = keys.bool("on", default: true, help: "")
        if keys.has("off") { keys.mistake(at: "off", "is not on") }
    }
}

/// A key of every kind.
private struct Everything: Configurable {
    init(from keys: inout KeyReader) {
        _ = keys.secret("token", help: "")
        _ = keys.secretPairs("headers", help: "")
        _ = keys.string("kind", default: "", help: "")
        _ = keys.string("path", help: "")
        _ = keys.int("workers", default: 1, in: 1...64, help: "")
        _ = keys.number("ratio", default: 1, in: 0...1, help: "")
        _ = keys.bool(optional: "follow", help: "")
        _ = keys.duration("interval", default: .seconds(1), help: "")
        _ = keys.size(optional: "max", help: "")
        _ = keys.address(optional: "http", help: "")
        _ = keys.url(optional: "endpoint", help: "")
        _ = keys.choice("format", default: Word.json, help: "")
        let texts = keys.strings("prices", default: [], help: "")
        for place in texts.indices { keys.mistake(at: "prices", element: place, "no price") }
        _ = keys.names("from", help: "")
        _ = keys.pairs("map", help: "")
        _ = keys.scalars("set", help: "")
        _ = keys.table("inner", as: Inner.self, help: "")
        _ = keys.table(optional: "queue", as: Inner.self, help: "")
        _ = keys.tables("rules", as: Inner.self, help: "")
    }
}
