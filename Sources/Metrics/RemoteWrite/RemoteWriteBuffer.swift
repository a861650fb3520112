import Wire

/// Turns OTLP metrics requests into remote write requests: names and labels translated, delta made cumulative, ends marked.
package final class RemoteWriteBuffer: Sendable {
    private let store: PrometheusStore
    private let external: [(name: String, value: String)]
    private let samplesPerRequest: Int

    /// - Parameters:
    ///   - external: labels for every series, such as `cluster`.
    ///   - samplesPerRequest: about how many samples one request may hold.
    ///   - began: Unix nanoseconds. An earlier process may have written until then.
    package init(
        limits: PrometheusStore.Limits, external: [(name: String, value: String)], samplesPerRequest: Int, began: UInt64 = 0
    ) {
        store = PrometheusStore(limits: limits, ownScope: "", began: began)
        self.external = external.map { (PrometheusName.label($0.name), $0.value) }
        self.samplesPerRequest = max(samplesPerRequest, 1)
    }

    /// Points that were not taken, by reason.
    package var refusals: PrometheusStore.Refusals { store.refusals }

    package var seriesCount: Int { store.seriesCount }

    /// Takes in a request and gives what is to be written: the series it renewed, the beginnings of new ones, and the ends
    /// of those that expired or were ended.
    ///
    /// `now` (nanoseconds, only forward) tells what is new: it must differ from call to call. `time` (Unix nanoseconds) dates the ends.
    package func requests(for request: Text, now: UInt64, time: UInt64) throws(WireError) -> [[UInt8]] {
        let ended = store.removeExpired(now: now)
        let (renewed, stale) = try store.renew(request, now: now)
        var write = WriteRequest(external: external)
        var requests: [[UInt8]] = []
        for (family, series) in renewed {
            write.appendMetadata(family)
            for one in series {
                if let zero = one.zeroSince, zero / 1_000_000 < one.time / 1_000_000 { write.append(one.beginning, of: family, time: zero) }
                write.append(one, of: family, time: one.time)
                if write.samples >= samplesPerRequest { requests.append(write.take()) }
            }
        }
        for (family, series) in ended + stale {
            for one in series {
                write.append(one, of: family, time: time, isEnd: true)
                if write.samples >= samplesPerRequest { requests.append(write.take()) }
            }
        }
        if write.samples > 0 { requests.append(write.take()) }
        return requests
    }
}
