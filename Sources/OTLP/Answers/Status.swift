import Wire

/// google.rpc.Status: what a refused request is answered with, over HTTP as the body, over gRPC in `grpc-status-details-bin`.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#failures, https://google.aip.dev/193
package struct Status: Equatable, Sendable {
    /// A gRPC status code, such as 3 for INVALID_ARGUMENT, 8 for RESOURCE_EXHAUSTED, 14 for UNAVAILABLE.
    package var code: Int32
    package var message: String
    package var details: [StatusDetail]

    package init(code: Int32 = 0, message: String = "", details: [StatusDetail] = []) {
        self.code = code
        self.message = message
        self.details = details
    }

    /// How long the sender asks to wait, where it says so.
    package var retryDelay: Duration? {
        for case .retry(let after) in details { return after }
        return nil
    }

    package func encoded() -> [UInt8] {
        var writer = WireWriter()
        if code != 0 { writer.field(1, int: Int64(code)) }
        if !message.isEmpty { writer.field(2, string: message) }
        for detail in details { writer.field(3) { detail.write(to: &$0) } }
        return writer.bytes
    }

    /// Reads a status. Details of types that are not known here are left out.
    package init(_ bytes: UnsafeRawBufferPointer) throws(WireError) {
        self.init()
        var reader = WireReader(bytes)
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.varint: code = Int32(truncatingIfNeeded: try reader.varint())
            case 2 << 3 | WireType.bytes: message = String(try reader.text())
            case 3 << 3 | WireType.bytes: if let detail = try StatusDetail.read(try reader.message()) { details.append(detail) }
            default: try reader.skip(tag)
            }
        }
    }

    /// In proto3 JSON, where a detail stands with its type's name.
    package func json() -> [UInt8] {
        var out: [UInt8] = Array("{\"code\":\(code)".utf8)
        if !message.isEmpty {
            out.append(contentsOf: ",\"message\":".utf8)
            JSONString.append(message, to: &out)
        }
        if !details.isEmpty {
            out.append(contentsOf: ",\"details\":[".utf8)
            for (index, detail) in details.enumerated() {
                if index > 0 { out.append(44) }
                detail.appendJSON(to: &out)
            }
            out.append(93)
        }
        out.append(125)
        return out
    }
}

extension JSONString {
    static func append(_ string: String, to out: inout [UInt8]) {
        var copy = string
        _ = copy.withUTF8 { append(Text(UnsafeRawBufferPointer($0)), to: &out) }
    }
}
