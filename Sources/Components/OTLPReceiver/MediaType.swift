/// The encodings of OTLP/HTTP. An answer has the encoding of its request.
enum MediaType: Sendable {
    case protobuf, json

    /// Parameters such as a charset are ignored; nil for a type that is not understood.
    init?(_ header: String?) {
        let name = header?.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch name {
        case "application/x-protobuf", "application/protobuf": self = .protobuf
        case "application/json": self = .json
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .protobuf: "application/x-protobuf"
        case .json: "application/json"
        }
    }
}
