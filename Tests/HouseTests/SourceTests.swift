import Testing

/// Habits that a reader relies on.
@Suite struct SourceTests {
    private static let sources = Checkout.swiftFiles(in: "Sources") + Checkout.swiftFiles(in: "Tests")
    /// The price tables and the assets: data, made by scripts.
    private static let data = ["Sources/GenAI/Prices/Builtin+", "Sources/View/Assets/Assets.generated"]

    @Test func `no file is longer than 400 lines`() {
        for file in Self.sources where !Self.data.contains(where: { file.path.hasPrefix($0) }) {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 400, "\(file.path)")
        }
    }

    @Test func `nothing is public`() {
        let word = "pub" + "lic"
        for file in Self.sources {
            for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let first = line.drop(while: { $0 == " " })
                if first.hasPrefix("\(word) ") || first.hasPrefix("open ") { Issue.record("\(file.path):\(number + 1): \(first)") }
            }
        }
    }

    @Test func `unsafe pointers stay in Wire, OTLP and the seams to C`() {
        // RecordFile hands writev its parts, the disk queue its thread and its buffers to the kernel, report writes through stdio.
        let rooms = [
            "Sources/Wire/", "Sources/OTLP/", "Sources/Transport/", "Sources/Settings/", "Sources/weir-bench/", "Tests/",
            "Sources/Components/FileExporter/RecordFile.swift", "Sources/Pipeline/Queue/Disk/", "Sources/weir/Demo/Captured.swift",
        ]
        for file in Self.sources where !rooms.contains(where: { file.path.hasPrefix($0) }) {
            for word in ["UnsafeMutablePointer<", "UnsafeMutableRawPointer", "UnsafeRawPointer(", "unsafeBitCast", "Unmanaged<"]
            where file.text.contains(word) {
                Issue.record("\(file.path) uses \(word)")
            }
        }
    }

    @Test func `one component never names another's types`() {
        let files = Self.sources.filter { folder($0.path) != nil }
        // A folder without a component of its own (reading of OTLP files, say) is there for all.
        let components = Set(files.filter { $0.text.contains(#/static (let|var) kind\b/#) }.compactMap { folder($0.path) })
        #expect(components.count > 3)
        for component in components {
            let mine = files.filter { folder($0.path) == component }
            let others = files.filter { folder($0.path).map { $0 != component && components.contains($0) } ?? false }
            let types = Set(others.flatMap { Self.types(in: $0.text) }).subtracting(mine.flatMap { Self.types(in: $0.text) })
            for file in mine {
                let words = Set(
                    Self.code(of: file.text).split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).map(String.init))
                let named = words.intersection(types)
                if !named.isEmpty { Issue.record("\(file.path) names \(named.sorted())") }
            }
        }
    }

    /// The folder in Components; nil for what stands beside the folders, and for other rooms.
    private func folder(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        return parts.count > 3 && path.hasPrefix("Sources/Components/") ? String(parts[2]) : nil
    }

    /// A file without its comments and literals.
    private static func code(of text: String) -> String {
        text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }.joined(separator: "\n")
            .replacing(#/"(\\.|[^"\\\n])*"/#, with: "")
    }

    /// Types that a file declares for all to see, at its top level.
    private static func types(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard !line.hasPrefix(" "), !line.hasPrefix("private "), !line.hasPrefix("fileprivate ") else { return nil }
            let words = line.split(whereSeparator: { " :<({".contains($0) })
            let keywords: Set<Substring> = ["struct", "class", "enum", "protocol", "actor"]
            guard let place = words.firstIndex(where: { keywords.contains($0) }), place + 1 < words.count else { return nil }
            return String(words[place + 1])
        }
    }
}
