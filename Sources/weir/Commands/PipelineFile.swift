import ArgumentParser
import Components
import Pipeline
import Settings

/// Reads a pipeline file, or says all that is wrong with it.
enum PipelineFile {
    /// Exits with 2 where the file cannot be used.
    static func plan(_ path: String) throws -> Plan {
        let document: Document
        switch Document.load(path) {
        case .success(let loaded): document = loaded
        case .failure(let error):
            complain("\(error)")
            throw ExitCode(2)
        }
        guard let plan = Planner(.builtin).plan(document) else {
            complain(document.mistakes.rendered)
            throw ExitCode(2)
        }
        return plan
    }
}
