"""A real app: openai with openinference-instrumentation-openai, exporting OTLP/HTTP. Arguments: provider URL, Weir's HTTP address."""
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
# This file is named like the package it uses: its own folder must not be searched.
sys.path = [os.path.join(here, "..")] + [p for p in sys.path if os.path.abspath(p) != here]
from openinference.instrumentation.openai import OpenAIInstrumentor
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from calls import make_calls

provider = TracerProvider(resource=Resource.create({"service.name": "acceptance-openinference"}))
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=sys.argv[2] + "/v1/traces")))
OpenAIInstrumentor().instrument(tracer_provider=provider)
make_calls(sys.argv[1])
provider.shutdown()
