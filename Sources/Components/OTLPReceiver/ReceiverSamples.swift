import Pipeline
import Transport

/// What the receiver's ports met, as series.
enum ReceiverSamples {
    /// The name behind `receivers.`
    static func label(_ name: String) -> String { String(name.drop { $0 != "." }.dropFirst()) }

    static func all(_ counts: TransportCounts, _ name: String) -> [Sample] {
        let receiver = ("receiver", label(name))
        let samples = [
            Sample(
                name: "weir_receiver_open_connections", labels: [receiver], value: Double(counts.openConnections), kind: .gauge,
                help: "Connections that are open."),
            Sample(
                name: "weir_receiver_connections_total", labels: [receiver], value: Double(counts.openedConnections), kind: .counter,
                help: "Connections that were accepted."),
            Sample(
                name: "weir_receiver_accept_failures_total", labels: [receiver], value: Double(counts.acceptFailures), kind: .counter,
                help: "Times that new connections were left waiting because file descriptors or memory ran out."),
            Sample(
                name: "weir_receiver_requests_total", labels: [receiver], value: Double(counts.requests), kind: .counter,
                help: "Requests that were answered, whatever the answer."),
        ]
        let refusals = counts.refusals
        return samples
            + TransportRefusal.allCases.map { reason in
                Sample(
                    name: "weir_receiver_transport_refusals_total", labels: [receiver, ("reason", reason.rawValue)],
                    value: Double(refusals[reason] ?? 0), kind: .counter,
                    help: "Requests and connections that were refused before a body was read as telemetry.")
            }
    }
}
