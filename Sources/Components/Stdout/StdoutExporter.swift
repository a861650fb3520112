import Glibc
import OTLP
import Pipeline
import Settings
import Wire

/// Prints telemetry: `[exporters.stdout]`. One line for each GenAI span, or OTLP/JSON.
struct StdoutExporter: Exporter {
    static let kind = "stdout"
    static let summary = "prints one line for each GenAI span, or OTLP/JSON"

    struct Settings: Configurable {
        enum Format: String, CaseIterable, Sendable { case pretty, json }
        enum Color: String, CaseIterable, Sendable { case auto, always, never }

        let format: Format
        let color: Color
        let all: Bool

        init(from keys: inout KeyReader) {
            format = keys.choice("format", default: .pretty, help: "a line for people, or OTLP/JSON")
            color = keys.choice("color", default: .auto, help: "auto: where stdout is a terminal and NO_COLOR is not set")
            all = keys.bool("all", default: false, help: "also spans and log records that are not about GenAI")
        }
    }

    private let settings: Settings
    private let printer: SpanPrinter

    init(_ settings: Settings, _ context: Context) {
        self.settings = settings
        let isColored =
            switch settings.color {
            case .always: true
            case .never: false
            case .auto: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
            }
        printer = SpanPrinter(isColored: isColored, showsAll: settings.all)
    }

    func export(_ payload: Payload) async throws(ExportError) {
        do throws(WireError) {
            let text = settings.format == .json ? try RecordFormat.line(payload) : try printer.lines(payload)
            try write(text)
        } catch {
            throw .refused(error)
        }
    }

    /// A pipe that was closed is no reason to stop: what goes there is gone.
    private func write(_ text: [UInt8]) throws(WireError) {
        var written = 0
        while written < text.count {
            let count = text.withUnsafeBytes { bytes in
                bytes.baseAddress.map { Glibc.write(STDOUT_FILENO, $0 + written, text.count - written) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            written += count
        }
    }
}
