import OTLP
import Wire

/// The requests of one captured file, one after another: JSON lines or a document, protobuf bodies or frames, plain or gzip.
package final class CaptureSource {
    package enum Step {
        case request(CaptureRequest)
        /// Something was passed over; what and why.
        case malformed(String)
        /// The file's end. A file that grows gives more later.
        case end
        /// A pipe whose writer has nothing to say just now.
        case silence
    }

    /// How to read it, where the content and the name need not tell.
    package struct Options: Sendable {
        package var shape: CaptureShape?
        /// A file that is followed: its last line may still be written.
        package var isGrowing = false
        package var recordBytes = 64 << 20
        /// Where to begin, in bytes of a plain file.
        package var start = 0

        package init() {}
    }

    package let path: String
    private let file: CaptureFile
    private let options: Options
    private var splitter: RecordSplitter
    private var sawEnd = false

    package init(_ path: String, _ options: Options = Options()) throws(CaptureTrouble) {
        self.path = path
        self.options = options
        file = try CaptureFile(path)
        if options.start > 0 { file.seek(to: options.start) }
        splitter = RecordSplitter(
            name: Self.plainName(path), shape: options.shape, limitBytes: options.recordBytes, consumed: file.offset)
    }

    /// The next request, or why there is none.
    package func next() throws -> Step {
        while true {
            switch splitter.next(isAtEnd: sawEnd && !options.isGrowing) {
            case .record(let bytes, let shape): return .request(request(bytes, shape))
            case .malformed(let reason): return .malformed(reason)
            case .hungry: break
            }
            switch try file.read({ splitter.feed($0) }) {
            case .some: sawEnd = false
            case .silence: return .silence
            case .end:
                guard !sawEnd else { return .end }
                sawEnd = true
                if file.isCutOff, !options.isGrowing { return .malformed("the gzip data ends early") }
            }
        }
    }

    /// The same, where the file will not grow any more: what is left is all.
    package func last() -> Step {
        switch splitter.next(isAtEnd: true) {
        case .record(let bytes, let shape): .request(request(bytes, shape))
        case .malformed(let reason): .malformed(reason)
        case .hungry: .end
        }
    }

    package var identity: CaptureFile.Identity? { file.identity }

    /// Bytes that were read.
    package var offset: Int { file.offset }

    package var isGzip: Bool { file.isGzip ?? false }

    private func request(_ bytes: Bytes, _ shape: CaptureShape) -> CaptureRequest {
        let content = bytes.withBytes { shape.isJSON ? CaptureSignal.ofJSON(Text($0)) : CaptureSignal.ofProtobuf(Text($0)) }
        return CaptureRequest(bytes: bytes, isJSON: shape.isJSON, signal: content ?? CaptureSignal.ofName(path), end: splitter.consumed)
    }

    /// Lower case, without the endings of compression and rotation: `a.jsonl.gz`, `a.jsonl.3`.
    private static func plainName(_ path: String) -> String {
        var name = path.lowercased()
        while let dot = name.lastIndex(of: "."),
            name[dot...] == ".gz" || (name[dot...].count > 1 && name[dot...].dropFirst().allSatisfy(\.isNumber))
        {
            name = String(name[..<dot])
        }
        return name
    }
}
