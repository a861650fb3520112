import Settings

/// What `[exporters.prometheus_remote_write]` may say, beside `queue` and `retry`, which every exporter has.
struct RemoteWriteSettings: Configurable {
    let endpoint: Endpoint
    let headers: [Pair<Secret>]
    let externalLabels: [Pair<String>]
    let timeout: Duration
    let samplesPerRequest: Int
    let seriesLimit: Int
    let expireAfter: Duration

    init(from keys: inout KeyReader) {
        endpoint = keys.url("endpoint", help: "where to write, such as http://127.0.0.1:9090/api/v1/write")
        headers = keys.secretPairs("headers", help: "headers of each request, such as Authorization")
        externalLabels = keys.pairs("external_labels", help: "labels for every series that does not have them, such as cluster")
        timeout = keys.duration(
            "timeout", default: .seconds(30), in: .milliseconds(10)...Duration.seconds(600), help: "how long one request may take")
        samplesPerRequest = keys.int(
            "samples_per_request", default: 5000, in: 1...1_000_000, help: "about how many samples one request holds")
        seriesLimit = keys.int(
            "series_limit", default: 200_000, in: 1...10_000_000, help: "series that are kept to make totals of delta metrics")
        expireAfter = keys.duration(
            "expire_after", default: .seconds(300), in: .seconds(1)...Duration.seconds(86400 * 30),
            help: "series that are not renewed for so long are marked as ended")
    }
}
