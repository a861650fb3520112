"""A real app that sends spans, a metric and logs with the SDK's own exporters. Arguments: protocol, endpoint, compression, spans."""
import logging
import sys

from opentelemetry._logs import set_logger_provider
from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

protocol, endpoint, compression, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
if protocol == "grpc":
    import grpc
    from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

    same = {"endpoint": endpoint, "insecure": not endpoint.startswith("https:"), "compression": grpc.Compression.Gzip if compression == "gzip" else None}
    options = {signal: same for signal in ("traces", "metrics", "logs")}
else:
    if protocol == "http":
        from opentelemetry.exporter.otlp.proto.http import Compression
        from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    else:
        from opentelemetry.exporter.otlp.common.http import Compression
        from opentelemetry.exporter.otlp.json.http._log_exporter import OTLPLogExporter
        from opentelemetry.exporter.otlp.json.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.exporter.otlp.json.http.trace_exporter import OTLPSpanExporter
    packed = Compression(compression)
    options = {s: {"endpoint": f"{endpoint}/v1/{s}", "compression": packed} for s in ("traces", "metrics", "logs")}

traces = TracerProvider()
traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(**options["traces"]), max_queue_size=count + 1))
metrics = MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter(**options["metrics"]))])
logs = LoggerProvider()
logs.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter(**options["logs"])))
set_logger_provider(logs)

tracer = traces.get_tracer("acceptance", "1.0")
for number in range(count):
    with tracer.start_as_current_span(f"span-{number}") as span:
        span.set_attribute("number", number)
        span.set_attribute("text", "ünïcode")
        span.add_event("event", {"list": [1, 2, 3]})
metrics.get_meter("acceptance").create_counter("things").add(7)
logger = logging.getLogger("acceptance")
logger.addHandler(LoggingHandler(logger_provider=logs))
for number in range(10):
    logger.warning("record %d", number)
for provider in (traces, metrics, logs):
    provider.shutdown()
