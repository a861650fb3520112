import Components
import Foundation
import Pipeline
import Settings
import Testing

/// The catalog and the shipped pipeline files.
@Suite struct CatalogTests {
    @Test func `every component is registered once`() {
        let names = Catalog.builtin.entries.map { "\($0.role.rawValue).\($0.kind)" }
        #expect(Set(names).count == names.count, "\(names.sorted())")
        let declared = Checkout.swiftFiles(in: "Sources/Components").flatMap { kinds(in: $0.text) }
        #expect(declared.sorted() == Catalog.builtin.entries.map(\.kind).sorted())
    }

    /// What follows `static let kind = "` in a file, or `static var kind: String { "`.
    private func kinds(in text: String) -> [String] {
        text.matches(of: #/static (?:let|var) kind(?:: String)? (?:= |\{ )"([a-z0-9_]+)"/#).map { String($0.1) }
    }

    @Test func `every component says what it is and takes only keys that it explains`() {
        for entry in Catalog.builtin.entries {
            #expect(entry.summary.count > 10, "\(entry.kind)")
            #expect(entry.kind.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
            for declaration in entry.declarations { #expect(!declaration.help.isEmpty, "\(entry.kind).\(declaration.key)") }
        }
    }

    @Test(arguments: Checkout.names(in: "Pipelines").filter { $0.hasSuffix(".toml") })
    func `a shipped pipeline file loads`(name: String) throws {
        let path = Checkout.root.appendingPathComponent("Pipelines/\(name)").path
        do throws(Mistakes) {
            let document = try SettingsFile.load(path: path, environment: Environment(variables: ["BACKEND_TOKEN": "x"]))
            let plan = Planner(.builtin).plan(document)
            #expect(plan != nil, "\(document.mistakes)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `there is a pipeline file to start with`() {
        #expect(Checkout.names(in: "Pipelines").contains("sidecar.toml"))
    }
}
