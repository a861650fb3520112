import Glibc

/// Where `${env:NAME}` and `${file:PATH}` come from.
package struct Environment: Sendable {
    let variable: @Sendable (String) -> String?
    let file: @Sendable (String) throws(FileBytes.Trouble) -> [UInt8]

    /// Largest file that may stand in for a value.
    static let fileLimitBytes = 64 << 10

    /// The process's own.
    package static let process = Environment(
        variable: { name in getenv(name).map { String(cString: $0) } },
        file: { path throws(FileBytes.Trouble) in try FileBytes.read(path, limit: fileLimitBytes) }
    )

    init(variable: @escaping @Sendable (String) -> String?, file: @escaping @Sendable (String) throws(FileBytes.Trouble) -> [UInt8]) {
        self.variable = variable
        self.file = file
    }

    /// A made-up one, for tests and for `weir check` of the built-in pipelines.
    package init(variables: [String: String], files: [String: String] = [:]) {
        self.init(
            variable: { variables[$0] },
            file: { path throws(FileBytes.Trouble) in
                guard let text = files[path] else { throw FileBytes.Trouble(reason: "No such file or directory") }
                return Array(text.utf8)
            }
        )
    }
}
