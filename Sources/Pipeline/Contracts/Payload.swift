import OTLP
import Wire

/// A finished OTLP request on its way out: what exporters deliver. Shared by all of a pipeline's exporters, never changed.
///
/// It holds its share of the memory budget and gives it back when the last exporter lets go.
package final class Payload: Sendable {
    package let signal: Signal
    /// One Export…ServiceRequest in protobuf.
    package let bytes: Bytes
    /// Spans, log records or data points in it.
    package let items: Int
    private let reservations: [Reservation]

    package convenience init(signal: Signal, bytes: Bytes, items: Int, reservation: Reservation?) {
        self.init(signal: signal, bytes: bytes, items: items, reservations: reservation.map { [$0] } ?? [])
    }

    /// Bytes of other requests of the same sender that are in flight.
    var besideBytes: Int { reservations.first?.besideBytes ?? 0 }

    private init(signal: Signal, bytes: Bytes, items: Int, reservations: [Reservation]) {
        self.signal = signal
        self.bytes = bytes
        self.items = items
        self.reservations = reservations
    }

    /// Several payloads of one signal as one: OTLP requests joined end to end are one request.
    package static func joined(_ payloads: [Payload]) -> Payload? {
        guard let first = payloads.first else { return nil }
        guard payloads.count > 1 else { return first }
        let bytes = BytesPool.shared.take(payloads.reduce(0) { $0 + $1.bytes.count })
        for payload in payloads { payload.bytes.withBytes { _ = bytes.append($0) } }
        return Payload(
            signal: first.signal, bytes: bytes, items: payloads.reduce(0) { $0 + $1.items }, reservations: payloads.flatMap(\.reservations))
    }
}
