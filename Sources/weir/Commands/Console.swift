import Glibc

/// Writes a line for people to stderr.
func complain(_ message: String) {
    var line = message
    if !line.hasSuffix("\n") { line += "\n" }
    fputs(line, stderr)
}
