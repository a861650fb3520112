"""Real, unmodified SDKs make real calls; Weir must say of each what it was."""
import os
import subprocess
import sys

import calls
import otlpfile
from harness import Weir, expect, test
from provider import Provider

PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
[processors.genai]
[exporters.file]
path = "DIR/out.jsonl"
format = "json"
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["file"]
"""


def spans_of(program):
    """The spans that Weir wrote about a program's calls."""
    provider = Provider()
    try:
        with Weir(PIPELINE) as weir:
            path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", program)
            command = [sys.executable, path, provider.url, f"http://127.0.0.1:{weir.http}"]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120)
            expect(f"exit of {program} ({done.stderr[-500:]})", done.returncode, 0)
            expect("exit after SIGTERM", weir.stop(), 0)
            return otlpfile.spans(otlpfile.lines(weir.path("out.jsonl")))
    finally:
        provider.close()


def check(spans, tells_cached, tells_reasoning):
    found = [(name, a) for name, a in spans if a.get("weir.role") == "call"]
    expect("calls", len(found), len(calls.CALLS))
    expect("spans", len(spans), len(calls.CALLS))
    for (name, a), (prompt, model, how, expected) in zip(found, calls.CALLS):
        place = f"{name} ({prompt})"
        expect(f"{place}: operation", a.get("gen_ai.operation.name"), "embeddings" if how == "embeddings" else "chat")
        expect(f"{place}: provider", a.get("gen_ai.provider.name"), "openai")
        if how == "embeddings" or "error" not in expected:
            expect(f"{place}: error class", a.get("weir.error.class"), None)
            check_answer(place, a, model, expected, tells_cached, tells_reasoning)
        else:
            expect(f"{place}: request model", a.get("gen_ai.request.model"), model)
            expect(f"{place}: input tokens", a.get("gen_ai.usage.input_tokens"), None)
            expect(f"{place}: cost source", a.get("weir.cost.source"), "unpriced")
            if a.get("weir.error.class") not in expected["error"].split("|"):
                raise AssertionError(f"{place}: error class {a.get('weir.error.class')!r}, not {expected['error']}")


def check_answer(place, a, model, expected, tells_cached, tells_reasoning):
    expect(f"{place}: response model", a.get("gen_ai.response.model"), expected.get("response_model", model))
    expect(f"{place}: input tokens", a.get("gen_ai.usage.input_tokens"), expected["input"])
    expect(f"{place}: output tokens", a.get("gen_ai.usage.output_tokens") or 0, expected.get("output", 0))
    cached = expected.get("cached", 0) if tells_cached else 0
    expect(f"{place}: cached tokens", a.get("gen_ai.usage.cache_read.input_tokens") or 0, cached)
    if tells_reasoning and model.startswith("o"):
        expect(f"{place}: reasoning tokens", a.get("gen_ai.usage.reasoning.output_tokens"), 8)
    expect(f"{place}: cost source", a.get("weir.cost.source"), "computed")
    for key in ("gen_ai.usage.cost_usd", "gen_ai.usage.cost"):
        expect(f"{place}: {key}", round(a.get(key, -1), 12), round(calls.cost(model, expected, cached), 12))


@test
def openai_v2():
    """opentelemetry-instrumentation-openai-v2: every call once, tokens, models, cost and error class right"""
    check(spans_of("openai_v2.py"), tells_cached=False, tells_reasoning=False)


@test
def openinference():
    """openinference-instrumentation-openai: every call once, tokens, models, cost and error class right"""
    check(spans_of("openinference.py"), tells_cached=True, tells_reasoning=True)
