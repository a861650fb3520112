import Testing

@testable import Settings

@Suite struct ExpansionTests {
    let environment = Environment(
        variables: ["HOME_DIR": "/h", "EMPTY": "", "N": "8", "ON": "true", "T": "5s"],
        files: ["/run/secret": "s3cret\r\n", "/two": "a\n\n", "/nul": "a\0b"])

    @Test(arguments: [
        ("a${env:HOME_DIR}b", "a/hb"), ("${env:HOME_DIR}${env:HOME_DIR}", "/h/h"), ("${env:NO:-x:-y}", "x:-y"), ("${env:EMPTY:-x}", "x"),
        ("${env:EMPTY}", ""), ("${env:NO:-}", ""), ("$${env:NO}", "${env:NO}"), ("$5 $ $$", "$5 $ $$"), ("${file:/run/secret}", "s3cret"),
        ("${file:/two}", "a\n"), ("{env:NO}", "{env:NO}"), ("${env:NO:-é}$", "é$"),
    ])
    func `strings expand`(raw: String, expanded: String) {
        #expect(settings("note = '\(raw)'", environment: environment)?.note == expanded)
        #expect(complaints("note = '\(raw)'", environment: environment) == "")
    }

    @Test func `other values expand inside a string`() throws {
        let all = try #require(
            settings(
                "workers = \"${env:N}\"\nfollow = \"${env:ON}\"\ninterval = \"${env:T}\"\nprices = [\"${env:T}\"]\nlabels = { a = \"${env:N}\" }",
                environment: environment))
        #expect(
            all.workers == 8 && all.isFollowing && all.interval == .seconds(5) && all.prices == ["5s"] && all.labels == [Pair("a", "8")])
    }

    @Test(arguments: [
        ("${env:NO}", "environment variable NO is not set", "set it, or give a default: ${env:NO:-default}"),
        ("${file:/no}", "file /no cannot be read: No such file or directory", ""),
        ("${file:/nul}", "file /nul cannot be read: not UTF-8 text", ""),
        ("${NO}", "'${NO}' is neither ${env:…} nor ${file:…}", "did you mean ${env:NO}?"),
        ("${}", "'${}' is neither ${env:…} nor ${file:…}", "write ${env:NAME} or ${file:PATH}"),
        ("${vault:x}", "'${vault:x}' is neither ${env:…} nor ${file:…}", "write ${env:NAME} or ${file:PATH}"),
        ("${env:}", "'' is not the name of a variable", "write ${env:NAME:-default}"),
        ("${env:A B}", "'A B' is not the name of a variable", "write ${env:NAME:-default}"),
        ("${env:NO", "'${' without '}'", "$${ stands for ${ itself"),
    ])
    func `what stands for nothing is marked alone`(raw: String, message: String, hint: String) {
        let carets = String(repeating: "^", count: raw.count)
        #expect(
            complaints("note = \"é \(raw)\"", environment: environment) == """
                a.toml:3:11: error: exporters.all.note: \(message)
                3 | note = "é \(raw)"
                  |           \(carets)\(hint.isEmpty ? "" : " " + hint)
                """)
    }

    @Test func `what expands without end is refused`() {
        let big = Environment(variables: [:], files: ["/big": String(repeating: "x", count: 64 << 10)])
        let text = String(repeating: "${file:/big}", count: 1000)
        #expect(said("note = '\(text)'", environment: big) == "3:8: error: exporters.all.note: expands to more than 4MiB")
    }

    @Test func `every missing variable is told, and what it would have been is not judged`() {
        let shown = complaints("interval = \"${env:A}${env:B}\"\nprices = [\"${env:C}\"]", environment: environment)
        #expect(shown.split(separator: "\n").filter { $0.contains("error") }.count == 3 && !shown.contains("expected"))
    }

    @Test func `the process's own variables and files are read`() throws {
        #expect(Environment.process.variable("WEIR_SURELY_NOT_SET") == nil)
        #expect(Environment.process.variable("PATH") != nil)
        #expect(throws: FileBytes.Trouble(reason: "Is a directory")) { _ = try Environment.process.file("/") }
        #expect(throws: FileBytes.Trouble(reason: "larger than 64KiB")) { _ = try Environment.process.file("/dev/zero") }
    }
}
