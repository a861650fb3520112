"""Prices: every model and date against genai-prices' own calculator, and price files that are edited while Weir runs."""
import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import time

import harness
from harness import ROOT, Skipped, Weir, call, expect, test

PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
[processors.genai]
prices = ["builtin", "DIR/mine.prices"]
[exporters.out]
kind = "file"
path = "DIR/out.jsonl"
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["out"]
"""


@test
def prices_like_genai_prices():
    """prices: genai-prices' data, imported, gives the figures of its own calculator; each difference has its rule"""
    if importlib.util.find_spec("genai_prices") is None:
        raise Skipped("genai-prices is not installed")
    done = subprocess.run(
        [sys.executable, os.path.join(ROOT, "Scripts", "check-prices"), harness.WEIR], capture_output=True, text=True, timeout=300)
    expect(f"exit of check-prices: {done.stdout[-1500:]}{done.stderr[-500:]}", done.returncode, 0)
    return done.stdout.splitlines()[0]


class Priced:
    """A running Weir with a price file of ours."""

    def __init__(self, weir):
        self.weir = weir
        self.asked = 0

    def edit(self, text):
        """Replaces the file as editors do: written beside it, then moved over it."""
        with open(self.weir.path("new"), "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(self.weir.path("new"), self.weir.path("mine.prices"))

    def cost(self):
        """What a call of a million input tokens costs now; None where it has no price."""
        self.asked += 1
        attributes = [("gen_ai.operation.name", {"stringValue": "chat"}), ("gen_ai.provider.name", {"stringValue": "acme"}),
                      ("gen_ai.request.model", {"stringValue": "acme-1"}), ("gen_ai.usage.input_tokens", {"intValue": "1000000"}),
                      ("gen_ai.usage.output_tokens", {"intValue": "0"})]
        span = {"traceId": f"{self.asked:032x}", "spanId": f"{self.asked:016x}", "name": f"call {self.asked}", "kind": 3,
                "startTimeUnixNano": "1790000000000000000", "endTimeUnixNano": "1790000001000000000",
                "attributes": [{"key": k, "value": v} for k, v in attributes]}
        body = json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]})
        expect("answer", self.weir.post("traces", body, "application/json")[0], 200)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            time.sleep(0.05)
            with contextlib.suppress(FileNotFoundError), open(self.weir.path("out.jsonl"), encoding="utf-8") as file:
                for line in file:
                    if f'"call {self.asked}"' in line:
                        return self.read(json.loads(line))
        raise AssertionError("the span did not arrive")

    @staticmethod
    def read(request):
        attributes = request["resourceSpans"][0]["scopeSpans"][0]["spans"][0]["attributes"]
        return next((a["value"]["doubleValue"] for a in attributes if a["key"] == "gen_ai.usage.cost_usd"), None)

    def metric(self, name):
        text = call(self.weir.admin, "GET", "/metrics")[1].decode()
        return next(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(name + "{"))

    def mistake(self):
        status = json.loads(call(self.weir.admin, "GET", "/api/v1/status")[1])
        return status["components"]["processors.genai"]["prices_mistake"]

    def wait(self, name, wanted):
        until = time.monotonic() + 20
        while self.metric(name) != wanted:
            if time.monotonic() > until:
                raise AssertionError(f"{name} is {self.metric(name)}, not {wanted}")
            time.sleep(0.1)


@test
def prices_edited():
    """prices: a file edited while Weir runs counts from then on; a bad edit keeps the old table and is said in log, status and metric"""
    weir = Weir(PIPELINE)
    priced = Priced(weir)
    priced.edit("prices 1\nprovider acme\nacme/acme-1: in 2 out 3\n")
    with weir:
        expect("cost", priced.cost(), 2.0)
        priced.edit("prices 1\nprovider acme\nacme/acme-1: in 7 out 3\n")
        priced.wait("weir_prices_reloads_total", 1)
        expect("cost after an edit", priced.cost(), 7.0)
        priced.edit("prices 1\nprovider acme\nacme/acme-1: in 9 oot 3\n")
        priced.wait("weir_prices_reload_failures_total", 1)
        expect("cost after a bad edit", priced.cost(), 7.0)
        expect("place in the status", "mine.prices:3:19: " in priced.mistake(), True)
        time.sleep(5)
        expect("times the mistake is in the log", weir.log(100_000).count("mine.prices:3:19: "), 1)
        priced.edit("prices 1\nprovider acme\nacme/acme-1: in 9 out 3\n")
        priced.wait("weir_prices_reloads_total", 2)
        expect("cost once it is mended", priced.cost(), 9.0)
        expect("status once it is mended", priced.mistake(), "")
        expect("exit after SIGTERM", weir.stop(), 0)
