import OTLP
import Wire

/// One request of a captured file, as it stood there.
package struct CaptureRequest {
    package let bytes: Bytes
    package let isJSON: Bool
    /// What its file's name and content say; nil where they do not.
    package let signal: Signal?
    /// Bytes of the file up to its end. Of gzip files: of what they inflate to.
    package let end: Int

    /// As protobuf. `signal` wins over what the content says.
    package func protobuf(signal wanted: Signal?) throws(CaptureTrouble) -> (bytes: Bytes, signal: Signal) {
        guard let signal = wanted ?? signal else { throw CaptureTrouble(path: "", reason: "it is not clear which signal it is") }
        guard isJSON else { return (bytes, signal) }
        let request: [UInt8]
        do throws(JSONError) {
            request = try bytes.withBytes { (text) throws(JSONError) in
                try JSONDecoding.protobuf(text, signal, limit: Self.limitBytes)
            }
        } catch {
            throw CaptureTrouble(path: "", reason: "not OTLP/JSON: \(error)")
        }
        return (.copy(of: request), signal)
    }

    private static let limitBytes = 256 << 20
}
