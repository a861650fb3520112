import ArgumentParser
import Components
import Pipeline
import Settings

/// Reads a pipeline file, or says all that is wrong with it.
enum PipelineFile {
    /// Exits with 2 where the file cannot be used.
    static func plan(_ path: String) throws -> Plan {
        do throws(Mistakes) {
            let document = try SettingsFile.load(path: path)
            guard let plan = Planner(.builtin).plan(document) else { throw document.mistakes }
            return plan
        } catch {
            complain("\(error)")
            throw ExitCode(2)
        }
    }
}
