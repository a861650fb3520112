"""What a capture of the corpus must add up to: read from the provider's log and the bodies themselves, never from what Weir writes.

A unit is one operation as its instrumentation can see it (README of ../shared/accuracy). Facts count where the bodies tell them at all.
"""
import importlib.util
import json
import math
import os

from harness import shared
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

# US dollars for a million tokens: input, cached input, output. Anthropic's cache writes: input x 1.25.
PRICES = {
    "gpt-4o-mini": (0.15, 0.075, 0.6),
    "gpt-4o": (2.5, 1.25, 10),
    "o4-mini": (1.1, 0.275, 4.4),
    "text-embedding-3-small": (0.02, 0.02, 0),
    "claude-sonnet-4-5": (3, 0.3, 15),
}


def scoring():
    """The shared scoring tool: how the provider's words map to ours."""
    spec = importlib.util.spec_from_file_location("score", shared("accuracy", "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Unit:
    """One call: what the provider knows of it, as far as the bodies tell."""

    def __init__(self, unit, calls, conversation, spans, expected):
        can = unit["can"]
        self.call = calls[unit["calls"][-1]] if unit["calls"] else None
        last = self.call or {"tokens": {}, "finish_reason": None, "outcome": "reset", "request_model": "gpt-4o-mini", "response_model": None}
        told = last["tokens"] or {}
        self.model = last["request_model"] if "request_model" in can else ""
        self.tokens = {"input": told.get("input_total", 0) if "input" in can else 0,
                       "output": told.get("output_total", 0) if "output" in can else 0}
        self.cached = told.get("cache_read", 0) if "cache_read" in can else 0
        self.written = told.get("cache_write", 0) if "cache_write" in can else 0
        self.failed = "error" in can
        self.error_class = expected["error_class"] if "error_class" in can else None
        self.conversation = conversation if "conversation" in can else None
        # Where two instrumentors began a trace each, either is the turn.
        self.trace = min(span.split("/")[0] for span in unit["spans"])
        self.seconds = [spans[span] for span in unit["spans"] if span in spans]
        self.answers = not self.failed and last["finish_reason"] not in ("tool_calls", "tool_use", "function_call")
        self.priced_as = last["response_model"] if "response_model" in can else last["request_model"]

    @property
    def cost(self):
        """US dollars, by the rates above; None where nothing says what was used."""
        if not self.tokens["input"] and not self.tokens["output"]:
            return None
        name = max((n for n in PRICES if self.priced_as and self.priced_as.startswith(n)), key=len, default=None)
        if name is None:
            return None
        fresh, cached, output = PRICES[name]
        plain = self.tokens["input"] - self.cached - self.written
        return (plain * fresh + self.cached * cached + self.written * fresh * 1.25 + self.tokens["output"] * output) / 1e6


def bodies(folder):
    """What was sent, in order: signal, content type, bytes."""
    with open(os.path.join(folder, "bodies.jsonl"), encoding="utf-8") as file:
        for each in map(json.loads, file):
            with open(os.path.join(folder, each["file"]), "rb") as body:
                yield each["signal"], "application/json" if each["file"].endswith(".json") else "application/x-protobuf", body.read()


def span_seconds(folder):
    """Seconds that each span lasted, by trace/span id."""
    spans = {}
    for signal, _, body in bodies(folder):
        if signal != "traces":
            continue
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope in resource.scope_spans:
                for span in scope.spans:
                    spans[f"{span.trace_id.hex()}/{span.span_id.hex()}"] = (span.end_time_unix_nano - span.start_time_unix_nano) / 1e9
    return spans


def service_name(folder):
    for signal, _, body in bodies(folder):
        if signal == "traces":
            resource = ExportTraceServiceRequest.FromString(body).resource_spans[0].resource
            return next(a.value.string_value for a in resource.attributes if a.key == "service.name")
    raise AssertionError(f"{folder}: no spans")


def units(folder):
    """Every unit that has a span."""
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        scenarios = {s["scenario"]: s for s in json.load(file)["scenarios"]}
    with open(os.path.join(folder, "ceiling.json"), encoding="utf-8") as file:
        found = [u for u in json.load(file)["units"] if u["spans"]]
    spans, score = span_seconds(folder), scoring()
    for unit in found:
        scenario = scenarios[unit["scenario"]]
        conversation = scenario["expected"]["conversation_id"]
        yield Unit(unit, {c["seq"]: c for c in scenario["calls"]}, None if conversation in (None, "") else str(conversation), spans,
                   score.expectation(unit, scenario))


def quantile(seconds, q):
    """The smallest value that at least a share `q` of all do not exceed."""
    return sorted(seconds)[max(math.ceil(q * len(seconds)) - 1, 0)]
