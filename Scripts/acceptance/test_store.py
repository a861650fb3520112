"""The store behind the view: costs worked out again, few requests told exactly, files of earlier versions."""
import contextlib
import glob
import gzip
import http.client
import json
import os
import sqlite3
import threading
import time

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from backend import PROTOBUF
from browser import Browser
from harness import ROOT, Weir, call, expect, test
from test_view import PIPELINE, api, settle

MINE = PIPELINE.replace("[processors.genai]", '[processors.genai]\nprices = ["builtin", "DIR/mine.prices"]')
JSON = {"Content-Type": "application/json"}


def span(number, seconds=1.0, model="acme-1", reported=None):
    """One call of a million input tokens that ended just now."""
    end = time.time_ns() - number * 1_000_000
    attributes = {"gen_ai.operation.name": {"stringValue": "chat"}, "gen_ai.provider.name": {"stringValue": "acme"},
                  "gen_ai.request.model": {"stringValue": model}, "gen_ai.usage.input_tokens": {"intValue": 1_000_000},
                  "gen_ai.usage.output_tokens": {"intValue": 10}, "gen_ai.conversation.id": {"stringValue": f"c{number % 3}"}}
    if reported is not None:
        attributes["gen_ai.usage.cost_usd"] = {"doubleValue": reported}
    return {"traceId": f"{number + 1:032x}", "spanId": f"{number + 1:016x}", "name": "chat", "kind": 3,
            "startTimeUnixNano": str(end - int(seconds * 1e9)), "endTimeUnixNano": str(end),
            "attributes": [{"key": k, "value": v} for k, v in attributes.items()]}


def send(weir, *numbers, **options):
    spans = [span(number, **options) for number in numbers]
    body = json.dumps({"resourceSpans": [{"scopeSpans": [{"scope": {"name": "x"}, "spans": spans}]}]})
    expect("sent", call(weir.http, "POST", "/v1/traces", body, JSON)[0], 200)


def edit(weir, text):
    with open(weir.path("new"), "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(weir.path("new"), weir.path("mine.prices"))


def recost(weir, query, headers=None):
    status, body, _ = call(weir.admin, "POST", "/api/v1/prices/recost?" + query, b"", headers or {})
    return status, json.loads(body) if body.startswith(b"{") else {}


def reloaded(weir, times):
    until = time.monotonic() + 20
    while True:
        text = call(weir.admin, "GET", "/metrics")[1].decode()
        count = next(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith("weir_prices_reloads_total{"))
        if count == times:
            return
        if time.monotonic() > until:
            raise AssertionError(f"{count} reloads, not {times}")
        time.sleep(0.1)


@test
def costs_anew():
    """a price that was missing is added while Weir runs: re-costing prices what came before, reported costs stay, other sites cannot ask"""
    weir = Weir(MINE)
    edit(weir, "prices 1\nprovider acme\nacme/other: in 1 out 1\n")
    with weir:
        for number in range(20):
            send(weir, number)
        send(weir, 20, model="acme-2", reported=0.25)
        settle(weir)
        before = api(weir, "/api/v1/overview?range=1h")["cost"]
        expect("before", (before["nanoUsd"], before["unpricedRequests"]), ("250000000", 20))
        edit(weir, "prices 1\nprovider acme\nacme/acme-1: in 2 out 0\nacme/acme-2: in 2 out 0\n")
        reloaded(weir, 1)
        expect("from elsewhere", recost(weir, "range=1h", {"Origin": "http://evil.example"})[0], 403)
        expect("by GET", call(weir.admin, "GET", "/api/v1/prices/recost?range=1h")[0], 405)
        expect("without a time", recost(weir, "model=acme-1")[0], 400)
        status, found = recost(weir, "range=1h&only=unpriced")
        expect("answer", (status, found["changed"], found["newlyPriced"], found["differenceNanoUsd"], found["next"]),
               (200, 20, 20, "40000000000", None))
        after = api(weir, "/api/v1/overview?range=1h")
        expect("after", (after["cost"]["nanoUsd"], after["cost"]["unpricedRequests"]), ("40250000000", 0))
        models = {m["model"]: m["nanoUsd"] for m in api(weir, "/api/v1/models?range=1h")["models"]}
        expect("by model", models, {"acme-1": "40000000000", "acme-2": "250000000"})
        conversations = api(weir, "/api/v1/conversations?range=1h")["rows"]
        expect("of conversations", sum(int(c["nanoUsd"]) for c in conversations), 40_250_000_000)
        edit(weir, "prices 1\nprovider acme\nacme/acme-1: in 3 out 0\n")
        reloaded(weir, 2)
        expect("only unpriced", recost(weir, "range=1h&only=unpriced")[1]["changed"], 0)
        expect("all", recost(weir, "range=1h&model=acme-1")[1]["differenceNanoUsd"], "20000000000")
        expect("again", recost(weir, "range=1h&model=acme-1")[1]["changed"], 0)
        expect("cost", api(weir, "/api/v1/overview?range=1h")["cost"]["nanoUsd"], "60250000000")
        expect("exit after SIGTERM", weir.stop(), 0)


@test
def killed_while_recosting():
    """kill -9 while costs are worked out again: sums by request, by model, by conversation and by trace stay the same, and going on ends well"""
    calls, kills, halfway = 6_000, 4, 0
    weir = Weir(MINE)
    edit(weir, "prices 1\nprovider acme\nacme/acme-1: in 1 out 0\n")
    with weir:
        for first in range(0, calls, 100):
            send(weir, *range(first, first + 100))
        settle(weir)
        for price in range(2, kills + 2):
            edit(weir, f"prices 1\nprovider acme\nacme/acme-1: in {price} out 0\n")
            weir.stop()
            weir.__enter__()
            before = portions(weir)
            asking = threading.Thread(target=quietly, args=(recost, weir, "range=1h"))
            asking.start()
            until = time.monotonic() + 20
            while portions(weir) < before + price - 1 and time.monotonic() < until:
                time.sleep(0.001)
            weir.process.kill()
            weir.process.wait()
            asking.join()
            weir.__enter__()
            sums = costs(weir)
            expect("sums after a kill", len(set(sums)), 1)
            halfway += sums[0] != price * calls * 10**9
        recost(weir, "range=1h")
        expect("sums at the end", set(costs(weir)), {calls * price * 10**9})
        expect("exit after SIGTERM", weir.stop(), 0)
    return f"{kills} kills among {calls} calls, {halfway} halfway"


def portions(weir):
    """How many portions of calls have been counted anew."""
    with sqlite3.connect(f"file:{weir.path('store/weir.sqlite')}?mode=ro", uri=True) as database:
        return database.execute("SELECT sum(recost) FROM day").fetchone()[0]


def quietly(work, *arguments):
    with contextlib.suppress(OSError, http.client.HTTPException):
        work(*arguments)


def costs(weir):
    """The cost in nanodollars by the cards, models, conversations and the spans of all traces."""
    overview = int(api(weir, "/api/v1/overview?range=1h")["cost"]["nanoUsd"])
    models = sum(int(m["nanoUsd"]) for m in api(weir, "/api/v1/models?range=1h")["models"])
    conversations = sum(int(c["nanoUsd"]) for c in api(weir, "/api/v1/conversations?range=1h&limit=100")["rows"])
    spans = 0
    for path in glob.glob(weir.path("store/spans-*.sqlite")):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            spans += database.execute("SELECT sum(cost) FROM span").fetchone()[0]
    return overview, models, conversations, spans


@test
def few_are_exact():
    """percentiles of few requests are those of their own durations, and the answer says so"""
    with Weir(PIPELINE) as weir:
        seconds = [0.1 + 0.0137 * n for n in range(100)]
        for number, length in enumerate(seconds):
            send(weir, number, seconds=length)
        settle(weir)
        found = api(weir, "/api/v1/overview?range=1h")
        expect("exact", (found["latency"]["exact"], "latency" in found["approximate"]), (True, False))
        wanted = [round(seconds[rank] * 1000, 3) for rank in (49, 89, 94, 98)]
        expect("percentiles", [round(found["latency"][p], 3) for p in ("p50", "p90", "p95", "p99")], wanted)


@test
def old_files_open():
    """stores that versions 1 and 2 wrote are opened, counted again and answer"""
    for version in ("v1", "v2"):
        old_file_opens(os.path.join(ROOT, "Tests", "StoreTests", "Fixtures", version))


def old_file_opens(fixtures):
    weir = Weir(PIPELINE.replace('directory = "DIR/store"', 'directory = "DIR/store"\nretention = { age = "3000d" }'))
    os.makedirs(weir.path("store"))
    for name in os.listdir(fixtures):
        with gzip.open(os.path.join(fixtures, name)) as packed, open(os.path.join(weir.path("store"), name[:-3]), "wb") as file:
            file.write(packed.read())
    with weir:
        window = "from=2026-11-20T00:00:00Z&to=2026-11-23T14:00:01Z"
        found = api(weir, f"/api/v1/overview?{window}")
        expect("requests", (found["spans"]["requests"], found["spans"]["all"]), (560, 1040))
        cost = found["cost"]
        expect("adds up", cost["pricedRequests"] + cost["unpricedRequests"] + cost["failedWithoutUsage"], 560)
        expect("cost", cost["nanoUsd"], "356042364")
        models = api(weir, f"/api/v1/models?{window}")["models"]
        expect("requests by model", sum(m["requests"] for m in models), 560)
        expect("cost by model", sum(int(m["nanoUsd"] or 0) for m in models), 356042364)


def said(number):
    """A question and an answer that no other span has: some 700 bytes a span on the wire."""
    words = [f"word{(number * 7919 + n * 104729) % 9973}" for n in range(40)]
    return [json.dumps([{"role": role, "parts": [{"type": "text", "content": " ".join(part)}]}])
            for role, part in (("user", words[:25]), ("assistant", words[25:]))]


def bodies_of(spans, size):
    for first in range(0, spans, size):
        message = ExportTraceServiceRequest()
        resource = message.resource_spans.add()
        resource.resource.attributes.add(key="service.name").value.string_value = "shop"
        now = time.time_ns()
        for number in range(first + 1, first + size + 1):
            trace = (number + 3) // 4
            one = resource.scope_spans[0].spans.add() if resource.scope_spans else resource.scope_spans.add().spans.add()
            one.trace_id, one.span_id = trace.to_bytes(16, "big"), number.to_bytes(8, "big")
            one.name, one.kind = "chat gpt-4o", 3
            one.start_time_unix_nano, one.end_time_unix_nano = now - 10**9, now
            question, answer = said(number)
            for key, value in (("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
                               ("gen_ai.response.model", "gpt-4o-2024-11-20"), ("gen_ai.conversation.id", f"c{trace // 5}"),
                               ("gen_ai.input.messages", question), ("gen_ai.output.messages", answer)):
                one.attributes.add(key=key).value.string_value = value
            for key, value in (("gen_ai.usage.input_tokens", 100), ("gen_ai.usage.output_tokens", 10)):
                one.attributes.add(key=key).value.int_value = value
        yield message.SerializeToString()


@test
def hundred_thousand_spans():
    """100,000 spans with content: none lost, seen at once, in at most 10 s of CPU, 120 MiB of memory and 0.9 KB a span on disk"""
    spans, size = 100_000, 500
    made = list(bodies_of(spans, size))
    # As in Pipelines/sidecar.toml.
    with Weir(PIPELINE.replace('directory = "DIR/store"', 'directory = "DIR/store"\nqueue = { size = "16MiB" }')) as weir:
        began, refused = time.monotonic(), 0
        for body in made:
            while call(weir.http, "POST", "/v1/traces", body, PROTOBUF)[0] == 503:
                refused += 1
                time.sleep(0.02)
        sent = time.monotonic()
        while api(weir, "/api/v1/overview?range=1h&compare=none")["spans"]["all"] < spans:
            if time.monotonic() > sent + 20:
                raise AssertionError("they never came")
            time.sleep(0.05)
        seen = time.monotonic()
        with open(f"/proc/{weir.process.pid}/stat", encoding="ascii") as stat:
            cpu = sum(int(ticks) for ticks in stat.read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")
        found = api(weir, "/api/v1/overview?range=1h&compare=none")
        expect("counted once", (found["spans"]["all"], found["spans"]["requests"], found["tokens"]["total"]), (spans, spans, 110 * spans))
        peak = weir.memory("VmHWM")
        expect("exit after SIGTERM", weir.stop(), 0)
        disk = sum(os.path.getsize(file) for file in glob.glob(weir.path("store/*"))) / spans
        figure = (f"{sum(map(len, made)) / spans:.0f} B a span on the wire, sent in {sent - began:.1f} s, seen {seen - sent:.2f} s later, "
                  f"{cpu:.1f} s of CPU, {peak:.0f} MiB, {disk:.0f} B a span on disk, {refused} refusals")
        if cpu > 10 or peak > 120 or disk > 900:
            raise AssertionError(figure)
        return figure


@test
def costs_anew_from_the_page():
    """a button on Models prices the calls that came without a cost; a stranger's page cannot press it"""
    weir = Weir(MINE)
    edit(weir, "prices 1\nprovider acme\nacme/other: in 1 out 1\n")
    with weir, Browser() as browser:
        for number in range(20):
            send(weir, number)
        settle(weir)
        edit(weir, "prices 1\nprovider acme\nacme/acme-1: in 2 out 0\n")
        reloaded(weir, 1)
        for stranger in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}):
            expect("a stranger's", call(weir.admin, "POST", "/models/recost?range=1h", headers=stranger)[0], 403)
        expect("by GET", call(weir.admin, "GET", "/models/recost?range=1h")[0], 405)
        browser.open(f"http://127.0.0.1:{weir.admin}/models?range=1h")
        browser.evaluate("document.querySelector('#recost button').click()")
        browser.wait("document.readyState === 'complete' && document.querySelector('#recost .notice')?.textContent.startsWith('20 calls have another cost now, 20 of them had none: +$40.00')", 10)
        expect("cost", api(weir, "/api/v1/overview?range=1h")["cost"]["nanoUsd"], "40000000000")
        expect("troubles", browser.troubles, [])
