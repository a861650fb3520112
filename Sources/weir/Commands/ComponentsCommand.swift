import ArgumentParser
import Components
import Pipeline
import Settings

/// `weir components [NAME]`: what a pipeline file can name, from the declarations that decode it.
struct ComponentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "components", abstract: "Lists the components and their keys, types and defaults.")

    @Argument(help: "A component's kind, such as otlp; or admin.")
    var kind: String?

    func run() throws {
        guard let kind else { return list() }
        if kind == "admin" { return show("admin", "The whole process.", Declaration.all(of: AdminSettings.self)) }
        let entries = Catalog.builtin.entries.filter { $0.kind == kind }
        guard !entries.isEmpty else {
            let kinds = Catalog.builtin.entries.map(\.kind)
            let hint = Suggestion.hint(for: kind, among: kinds) ?? "'weir components' lists them"
            complain("weir components: there is no component '\(kind)': \(hint)")
            throw ExitCode(2)
        }
        for entry in entries { show("\(entry.role.rawValue).\(entry.kind)", entry.summary, entry.declarations) }
    }

    private func list() {
        for role in Catalog.Role.allCases {
            print("\(role.rawValue)")
            for entry in Catalog.builtin.entries where entry.role == role {
                print("  \(entry.kind.padded(26))\(entry.summary)")
            }
        }
        print("\n'weir components NAME' shows the keys of one; 'weir components admin' those of [admin].")
    }

    private func show(_ path: String, _ summary: String, _ keys: [Declaration]) {
        print("[\(path)]  \(summary)")
        print(Declaration.listing(keys, indent: 2))
    }
}

extension String {
    /// Filled with spaces up to `width`.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
