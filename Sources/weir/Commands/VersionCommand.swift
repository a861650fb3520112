import ArgumentParser

/// `weir version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Prints the version.")

    func run() { print("weir \(Version.number)") }
}

/// What this build is.
enum Version {
    static let number = "0.1.0"
}
