import OTLP

/// The account as series, all of one moment.
extension Books {
    var samples: [Sample] {
        zip(Signal.allCases, snapshot).flatMap { signal, account in
            let series = Series(labels: [("exporter", exporter), ("signal", signal.name)])
            return [
                series.counter("accepted", account.accepted, "Items that entered the exporter's queue."),
                series.counter("recovered", account.recovered, "Items that an earlier process left in the exporter's disk queue."),
                series.counter("delivered", account.delivered, "Items that the exporter delivered."),
                series.counter("dead_lettered", account.deadLettered, "Items that the exporter could not deliver and put aside."),
                series.queued(account.queued),
            ] + zip(Reason.allCases, account.dropped).map { series.dropped($1, $0) }
        }
    }

    private struct Series {
        let labels: [(String, String)]

        func counter(_ column: String, _ value: Int, _ help: String) -> Sample {
            Sample(name: "weir_exporter_\(column)_items_total", labels: labels, value: Double(value), kind: .counter, help: help)
        }

        func queued(_ value: Int) -> Sample {
            Sample(
                name: "weir_exporter_queue_items", labels: labels, value: Double(value), kind: .gauge,
                help: "Items that wait or are under way.")
        }

        func dropped(_ value: Int, _ reason: Reason) -> Sample {
            Sample(
                name: "weir_exporter_dropped_items_total", labels: labels + [("reason", reason.rawValue)], value: Double(value),
                kind: .counter, help: "Items that were accepted and then lost, by reason.")
        }
    }
}
