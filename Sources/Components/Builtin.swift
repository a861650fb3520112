import Pipeline

extension Catalog {
    /// Every component of this build. Adding one is a folder beside this file and a line here.
    package static let builtin = Catalog([
        .receiver(OTLPReceiver.self),
        .receiver(FileReceiver.self),
        .processor(GenAIProcessor.self),
        .processor(ResourceProcessor.self),
        .connector(GenAIMetricsConnector.self),
        .exporter(OTLPExporter.self),
        .exporter(FileExporter.self),
        .exporter(StdoutExporter.self),
        .exporter(PrometheusRemoteWriteExporter.self),
        .exporter(ViewExporter.self),
        .sink(PrometheusExporter.self),
        .sink(DiscardExporter.self),
    ])
}
