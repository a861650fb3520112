import Wire

@testable import GenAI

/// A request cut up.
enum Pieces {
    /// A request for each span or record.
    static func each(_ request: [UInt8]) -> [[UInt8]] {
        var all: [[UInt8]] = []
        Outcome.forEachField(1, request) { resource in
            Outcome.forEachField(2, resource) { scope in
                Outcome.forEachField(2, scope) { item in
                    var writer = WireWriter()
                    writer.field(1) { frame in
                        Outcome.forEachField(1, resource) { frame.field(1, bytes: $0) }
                        frame.field(2) { inner in
                            Outcome.forEachField(1, scope) { inner.field(1, bytes: $0) }
                            inner.field(2, bytes: item)
                        }
                    }
                    all.append(writer.bytes)
                }
            }
        }
        return all
    }
}
