"""A real app: openai with opentelemetry-instrumentation-openai-v2, exporting OTLP/HTTP. Arguments: provider URL, Weir's HTTP address."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from calls import make_calls

provider = TracerProvider(resource=Resource.create({"service.name": "acceptance-openai-v2"}))
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=sys.argv[2] + "/v1/traces")))
trace.set_tracer_provider(provider)
OpenAIInstrumentor().instrument()
make_calls(sys.argv[1])
provider.shutdown()
