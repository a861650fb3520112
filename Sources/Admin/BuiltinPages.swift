import Metrics

extension AdminServer {
    /// What the built-in pages show; read anew for each request.
    package struct Sources: Sendable {
        package let isReady: @Sendable () -> Bool
        /// Who is waited for.
        package let missing: @Sendable () -> [String]
        package let metrics: @Sendable (ExpositionFormat) -> [UInt8]
        /// A JSON object.
        package let status: @Sendable () -> String
        /// Makes one gzip member; nil = answers are never compressed.
        package let gzip: (@Sendable ([UInt8]) -> [UInt8])?
        /// The same for long answers; nil = they go as they are.
        package let gzipPieces: GzipPieces?

        package init(
            isReady: @escaping @Sendable () -> Bool, missing: @escaping @Sendable () -> [String],
            metrics: @escaping @Sendable (ExpositionFormat) -> [UInt8], status: @escaping @Sendable () -> String,
            gzip: (@Sendable ([UInt8]) -> [UInt8])? = nil, gzipPieces: GzipPieces? = nil
        ) {
            self.isReady = isReady
            self.missing = missing
            self.metrics = metrics
            self.status = status
            self.gzip = gzip
            self.gzipPieces = gzipPieces
        }
    }
}

/// The pages that are always there.
enum BuiltinPages {
    static func all(_ sources: AdminServer.Sources) -> [AdminPage] {
        [
            AdminPage("/") { _ in home },
            AdminPage("/healthz") { _ in .text("ok\n") },
            AdminPage("/readyz") { _ in readiness(sources) },
            AdminPage("/metrics") { metrics($0, sources) },
            AdminPage("/api/v1/status") { _ in .json(sources.status() + "\n") },
        ]
    }

    private static func readiness(_ sources: AdminServer.Sources) -> AdminAnswer {
        guard !sources.isReady() else { return .text("ready\n") }
        let missing = sources.missing().map { "waiting for \($0)\n" }.joined()
        return .text("not ready\n" + missing, status: 503)
    }

    private static func metrics(_ request: AdminRequest, _ sources: AdminServer.Sources) -> AdminAnswer {
        let format = ExpositionFormat(accept: request.header("accept") ?? "")
        return AdminAnswer(type: format.contentType, body: sources.metrics(format), headers: [("Vary", "Accept")])
    }

    private static var home: AdminAnswer {
        let links = [
            ("/metrics", "Prometheus metrics"), ("/healthz", "the process runs"), ("/readyz", "every receiver listens"),
            ("/api/v1/status", "version, pipelines, components"),
        ]
        let items = links.map { "<li><a href=\"\($0.0)\">\($0.0)</a> \($0.1)</li>" }.joined()
        var answer = AdminAnswer.html(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Weir</title><style>body{font:16px/1.6 system-ui,sans-serif;margin:3rem auto;max-width:36rem;padding:0 1rem;
            color-scheme:light dark}li{list-style:none}ul{padding:0}a{display:inline-block;min-width:10rem}</style>
            <h1>Weir</h1><ul>\(items)</ul></html>

            """)
        answer.headers = [("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")]
        return answer
    }
}
