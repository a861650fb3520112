import Pipeline

extension Catalog {
    /// Every component of this build. Adding one is a folder beside this file and a line here.
    package static let builtin = Catalog([
        .receiver(OTLPReceiver.self),
        .processor(GenAIProcessor.self),
        .connector(GenAIMetricsConnector.self),
        .exporter(FileExporter.self),
        .exporter(StdoutExporter.self),
        .sink(DiscardExporter.self),
        .sink(PrometheusExporter.self),
    ])
}
