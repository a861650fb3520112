import Glibc
import OTLP
import Pipeline
import Settings
import Wire

/// Prints telemetry: `[exporters.stdout]`. One line for each GenAI span, or OTLP/JSON.
struct StdoutExporter: Exporter {
    static let kind = "stdout"
    static let summary = "prints one line for each GenAI span, or OTLP/JSON"

    private let format: StdoutSettings.Format
    private let printer: LinePrinter
    private let output: TextOutput

    init(_ settings: StdoutSettings, _ context: Context) throws {
        self.init(settings, context, TextOutput(descriptor: STDOUT_FILENO, clock: context.clock))
    }

    /// For tests, which print elsewhere.
    init(_ settings: StdoutSettings, _ context: Context, _ output: TextOutput) {
        format = settings.format
        self.output = output
        let isColored =
            switch settings.color {
            case .always: true
            case .never: false
            case .auto: output.isTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
            }
        printer = LinePrinter(ink: Ink(isOn: isColored), showsAll: settings.all)
    }

    func export(_ payload: Payload) async throws(ExportError) {
        let text: [UInt8]
        do throws(WireError) {
            text = format == .json ? try Self.json(payload) : try printer.lines(payload)
        } catch {
            throw .refused(error)
        }
        try await output.write(text)
    }

    private static func json(_ payload: Payload) throws(WireError) -> [UInt8] {
        var text: [UInt8] = []
        try payload.bytes.withBytes { (bytes) throws(WireError) in try JSONEncoding.append(bytes, payload.signal, to: &text) }
        text.append(UInt8(ascii: "\n"))
        return text
    }
}

/// What `[exporters.stdout]` may say.
struct StdoutSettings: Configurable {
    enum Format: String, CaseIterable, Sendable { case pretty, json }
    enum Color: String, CaseIterable, Sendable { case auto, always, never }

    let format: Format
    let color: Color
    let all: Bool

    init(from keys: inout KeyReader) {
        format = keys.choice("format", default: .pretty, help: "a line for people, or a line of OTLP/JSON for each request")
        color = keys.choice("color", default: .auto, help: "auto: where stdout is a terminal and NO_COLOR is not set")
        all = keys.bool("all", default: false, help: "also spans that are not about GenAI")
    }
}
