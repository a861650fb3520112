"""The embedded view in a real Chromium, and its numbers against the truth of the corpus. Pictures go to .build/pictures."""
import base64
import csv
import io
import json
import os
import re
import time

import truth
from browser import Browser
from harness import ROOT, Weir, call, expect, shared, test

CAPTURES = ("openai_v2", "openinference", "openllmetry")
PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
[processors.genai]
[exporters.view]
directory = "DIR/store"
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["view"]
[pipelines.logs]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["view"]
"""
PATHS = {"traces": "/v1/traces", "logs": "/v1/logs"}


def feed(weir, capture):
    for signal, kind, body in truth.bodies(shared("corpus", capture)):
        if signal in PATHS:
            expect(f"{capture}: {signal}", call(weir.http, "POST", PATHS[signal], body, {"Content-Type": kind})[0], 200)
    settle(weir)


def settle(weir):
    """Waits until every accepted item is in the store."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        text = call(weir.admin, "GET", "/metrics")[1].decode()
        if not any(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith("weir_exporter_queue_bytes{")):
            return
        time.sleep(0.05)
    raise AssertionError("the queue never emptied")


def api(weir, path):
    status, body, _ = call(weir.admin, "GET", path)
    expect(path, status, 200)
    return json.loads(body)


def close(what, found, wanted, share=1e-6):
    if found is None or abs(found - wanted) > abs(wanted) * share + 1e-9:
        raise AssertionError(f"{what}: {found}, not {wanted}")


@test
def figures_are_true():
    """the Overview's figures are those of the truth files, on the page, in the API and as CSV"""
    for capture in CAPTURES:
        units = list(truth.units(shared("corpus", capture)))
        with Weir(PIPELINE) as weir:
            feed(weir, capture)
            found = api(weir, "/api/v1/overview?range=90d")
            expect(f"{capture}: requests", found["spans"]["requests"], len(units))
            expect(f"{capture}: failed", found["success"]["failed"], sum(u.failed for u in units))
            expect(f"{capture}: input", found["tokens"]["input"], sum(u.tokens["input"] for u in units))
            expect(f"{capture}: output", found["tokens"]["output"], sum(u.tokens["output"] for u in units))
            known = {kind: found["cost"][kind] for kind in ("pricedRequests", "unpricedRequests", "failedWithoutUsage")}
            expect(f"{capture}: priced, unpriced or nothing to price: {known}", sum(known.values()), len(units))
            expect(f"{capture}: priced", known["pricedRequests"], sum(u.cost is not None for u in units))
            close(f"{capture}: cost", found["cost"]["totalUsd"], sum(u.cost or 0 for u in units))
            conversations = {u.conversation for u in units if u.conversation}
            expect(f"{capture}: conversations", found["conversations"]["total"], len(conversations))
            page = call(weir.admin, "GET", "/overview?range=90d")[1].decode()
            for text in (f"{len(units):,} requests", f"<strong>{len(conversations):,}</strong>"):
                if text not in page:
                    raise AssertionError(f"{capture}: the page does not say {text!r}")
            row = next(csv.DictReader(io.StringIO(call(weir.admin, "GET", "/api/v1/overview?range=90d&format=csv")[1].decode())))
            expect(f"{capture}: requests as CSV", int(row["spans.requests"]), len(units))
            close(f"{capture}: cost as CSV", float(row["cost.totalUsd"]), sum(u.cost or 0 for u in units))
            models = api(weir, "/api/v1/models?range=90d")["models"]
            expect(f"{capture}: requests by model", sum(m["requests"] for m in models), len(units))
            close(f"{capture}: shares", sum(m["share"] for m in models), 1, 1e-6)


@test
def a_filter_never_unbills():
    """a filter narrows which traces are counted, never which spans are billed; a model without a price stays in sight"""
    with Weir(PIPELINE) as weir:
        feed(weir, "openai_v2")
        whole = api(weir, "/api/v1/overview?range=90d")
        expect("the same service", api(weir, "/api/v1/overview?range=90d&service=svc-openai-v2")["cost"], whole["cost"])
        expect("another service", api(weir, "/api/v1/overview?range=90d&service=-svc-openai-v2")["cost"]["totalUsd"], None)
        body = json.dumps({"resourceSpans": [{"scopeSpans": [{"scope": {"name": "x"}, "spans": [{
            "traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174", "name": "chat", "kind": 3,
            "startTimeUnixNano": str(time.time_ns() - 10**9), "endTimeUnixNano": str(time.time_ns()),
            "attributes": [{"key": k, "value": v} for k, v in {
                "gen_ai.operation.name": {"stringValue": "chat"}, "gen_ai.request.model": {"stringValue": "nobody-knows-this"},
                "gen_ai.usage.input_tokens": {"intValue": 1000}, "gen_ai.usage.output_tokens": {"intValue": 10}}.items()]}]}]}]})
        expect("sent", call(weir.http, "POST", "/v1/traces", body, {"Content-Type": "application/json"})[0], 200)
        settle(weir)
        models = {m["model"]: m for m in api(weir, "/api/v1/models?range=90d")["models"]}
        expect("cost of the unknown", models["nobody-knows-this"]["costUsd"], None)
        expect("its tokens", models["nobody-knows-this"]["tokens"]["total"], 1010)


@test
def answers_are_careful():
    """pages carry a strict policy, unknown things are 404, bad questions 400, foreign hosts 421, and nothing changed is 304"""
    with Weir(PIPELINE) as weir:
        status, _, headers = call(weir.admin, "GET", "/overview")
        expect("overview", status, 200)
        policy = headers["Content-Security-Policy"]
        if "default-src 'none'" not in policy or "unsafe" in policy:
            raise AssertionError(policy)
        tag = headers["ETag"]
        again = call(weir.admin, "GET", "/overview", headers={"If-None-Match": tag})[0]
        if again not in (200, 304) or (again == 200 and call(weir.admin, "GET", "/overview")[2]["ETag"] == tag):
            raise AssertionError(f"asked with the tag: {again}")
        expect("a trace nobody sent", call(weir.admin, "GET", "/traces/" + "a" * 32)[0], 404)
        status, body, headers = call(weir.admin, "GET", "/api/v1/facets?field=nonsense")
        expect("a bad question", (status, headers["Content-Type"]), (400, "application/problem+json"))
        expect("a foreign name", call(weir.admin, "GET", "/overview", headers={"Host": "evil.example"})[0], 421)


@test
def only_who_may():
    """with `auth` the pages, the API and the metrics are for those who know the word; health is for everybody"""
    text = PIPELINE.replace('listen = "ADMIN"', 'listen = "ADMIN"\nauth = { basic = { user = "ann", password = "secret" } }')
    with Weir(text) as weir:
        word = {"Authorization": "Basic " + base64.b64encode(b"ann:secret").decode()}
        for path in ("/overview", "/api/v1/overview", "/metrics", "/api/v1/status"):
            status, _, headers = call(weir.admin, "GET", path)
            expect(path, (status, headers["WWW-Authenticate"].split()[0]), (401, "Basic"))
            expect(f"{path} with a wrong word", call(weir.admin, "GET", path, headers={"Authorization": "Basic YW5uOm5v"})[0], 401)
            expect(f"{path} with the word", call(weir.admin, "GET", path, headers=word)[0], 200)
        expect("health", call(weir.admin, "GET", "/healthz")[0], 200)


@test
def pages_in_a_browser():
    """every page in Chromium, light, dark and 390 px: no error, nothing foreign, no sideways scroll, at most 100 KB and 5 requests"""
    pictures = os.path.join(ROOT, ".build", "pictures")
    os.makedirs(pictures, exist_ok=True)
    with Weir(PIPELINE) as weir, Browser() as browser:
        base = f"http://127.0.0.1:{weir.admin}"
        browser.open(base + "/overview")
        if "Get started" not in browser.evaluate("document.querySelector('h1').textContent"):
            raise AssertionError("the empty Overview does not say how to get started")
        feed(weir, "openinference")
        trace = max(api(weir, "/api/v1/traces?range=90d&limit=200")["rows"], key=lambda t: t["llmSpans"])["id"]
        key = max(api(weir, "/api/v1/conversations?range=90d&limit=200")["rows"], key=lambda c: c["turns"])["key"]
        pages = {"overview": "/overview?range=90d", "conversations": "/conversations?range=90d", "conversation": f"/conversations/{key}",
                 "traces": "/traces?range=90d", "trace": f"/traces/{trace}", "models": "/models?range=90d", "errors": "/errors?range=90d",
                 "get-started": "/get-started"}
        for name, path in pages.items():
            for look, options in {"light": {}, "dark": {"dark": True}, "390": {"width": 390, "height": 844}}.items():
                browser.open(base + path, **options)
                browser.picture(os.path.join(pictures, f"{name}-{look}.png"))
                wide = browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                if wide > 0:
                    raise AssertionError(f"{name} at {look} scrolls sideways by {wide} px")
                own = [r for r in browser.requests if not r.startswith("data:")]
                foreign = [r for r in own if not r.startswith(base)]
                if foreign or len(own) > 5:
                    raise AssertionError(f"{name}: requests {own}")
            size = len(call(weir.admin, "GET", path)[1])
            if size > 100_000:
                raise AssertionError(f"{name} has {size} bytes")
            browser.open(base + path, scripts=False)
            if not browser.ask("DOM.getDocument"):
                raise AssertionError(f"{name} is nothing without scripts")
        browser.open(base + pages["overview"])
        expect("troubles", browser.troubles, [])
    return f"pictures in {os.path.relpath(pictures, ROOT)}"


@test
def keys_walk_the_pages():
    """the keyboard leads through all tabs and rows, and Back undoes it"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        feed(weir, "openai_v2")
        base = f"http://127.0.0.1:{weir.admin}"
        browser.open(base + "/overview?range=90d")
        for key, tab in (("c", "conversations"), ("t", "traces"), ("m", "models"), ("e", "errors"), ("s", "get-started"), ("o", "overview")):
            browser.press("g")
            browser.press(key)
            browser.wait(f"location.pathname === '/{tab}' && document.readyState === 'complete'")
            expect(f"the range on {tab}", browser.evaluate("new URL(location).searchParams.get('range')"), "90d")
        browser.evaluate("history.back()")
        browser.wait("location.pathname === '/get-started'")
        browser.open(base + "/traces?range=90d")
        browser.press("j")
        browser.wait("document.querySelectorAll('tr.on').length === 1")
        browser.press("/")
        browser.wait("document.activeElement.id === 'query'")
        expect("troubles", browser.troubles, [])


@test
def charts_answer_the_hand():
    """a legend shows one line alone and then all again, a drag zooms in and Back undoes it, a frozen link keeps its times"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        for capture in CAPTURES:
            feed(weir, capture)
        browser.open(f"http://127.0.0.1:{weir.admin}/overview?range=30d")
        lines = browser.evaluate("document.querySelectorAll('svg.chart')[0].querySelectorAll('g[data-values]').length")
        last = "document.querySelectorAll('.legend')[0].lastElementChild"
        browser.evaluate(f"{last}.click()")
        hidden = "document.querySelectorAll('svg.chart')[0].querySelectorAll('g.off').length"
        expect("lines hidden", browser.evaluate(hidden), lines - 1)
        # What was stacked on top of others now stands on the ground.
        foot = browser.evaluate(
            "(() => { const bar = document.querySelector('svg.chart g[data-values]:not(.off) path');"
            "return Number(bar.getAttribute('d').match(/[\\d.]+/g)[1]) + bar.transform.baseVal[0].matrix.f; })()")
        expect("its foot", round(foot, 2), 168)
        browser.evaluate(f"{last}.focus()")
        browser.press("Enter")
        expect("lines hidden, by key", browser.evaluate(hidden), 0)
        frozen = browser.evaluate("document.querySelectorAll('.links a')[1].getAttribute('href')")
        if not re.search(r"[?&]from=[^&]+&to=[^&]+", frozen) or "range=" in frozen:
            raise AssertionError(f"the frozen link is {frozen}")
        browser.evaluate(
            "(() => { const chart = document.querySelector('svg.chart'), box = chart.getBoundingClientRect();"
            "const at = (kind, x) => chart.dispatchEvent(new PointerEvent(kind, { bubbles: true, button: 0, clientX: box.left + box.width * x,"
            "clientY: box.top + 60 })); at('pointerdown', 0.6); at('pointermove', 0.8); at('pointerup', 0.8); })()")
        browser.wait("new URL(location).searchParams.has('from') && document.readyState === 'complete'")
        browser.evaluate("history.back()")
        browser.wait("new URL(location).searchParams.get('range') === '30d'")
        status, body, headers = call(weir.admin, "GET", "/overview?range=30d", headers={"Accept-Encoding": "gzip"})
        expect("coded", (status, headers["Content-Encoding"], headers["Vary"]), (200, "gzip", "Accept-Encoding"))
        if len(body) > 15_000:
            raise AssertionError(f"the Overview has {len(body)} bytes on its way")
        expect("troubles", browser.troubles, [])
    return f"{len(body)} bytes on its way"


@test
def content_is_hostile():
    """what apps send never becomes markup: names, models, users and messages that are scripts stay text"""
    evil = "<script>window.pwned=1</script><img src=x onerror=window.pwned=1>\"'"
    attributes = {"gen_ai.operation.name": "chat", "gen_ai.request.model": evil, "gen_ai.provider.name": evil, "gen_ai.conversation.id": evil,
                  "gen_ai.agent.name": evil, "user.id": evil, "error.type": evil,
                  "gen_ai.input.messages": json.dumps([{"role": "user", "parts": [{"type": "text", "content": evil}]}]),
                  "gen_ai.output.messages": json.dumps([{"role": "assistant", "parts": [{"type": "text", "content": "[x](javascript:alert(1)) " + evil}]}])}
    now = time.time_ns()
    body = json.dumps({"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": evil}}]}, "scopeSpans": [{
        "scope": {"name": evil}, "spans": [{
            "traceId": "5b8efff798038103d269b633813fc60d", "spanId": "eee19b7ec3c1b175", "name": evil, "kind": 3, "status": {"code": 2, "message": evil},
            "startTimeUnixNano": str(now - 10**9), "endTimeUnixNano": str(now),
            "attributes": [{"key": k, "value": {"stringValue": v}} for k, v in attributes.items()]}]}]}]})
    with Weir(PIPELINE) as weir, Browser() as browser:
        expect("sent", call(weir.http, "POST", "/v1/traces", body, {"Content-Type": "application/json"})[0], 200)
        settle(weir)
        base = f"http://127.0.0.1:{weir.admin}"
        key = api(weir, "/api/v1/conversations?range=1h")["rows"][0]["key"]
        paths = ["/overview", "/conversations", "/traces", "/models", "/errors", "/traces/5b8efff798038103d269b633813fc60d",
                 "/conversations/" + "".join(f"%{b:02X}" for b in key.encode())]
        paths += [f"/traces/5b8efff798038103d269b633813fc60d?span=eee19b7ec3c1b175&tab={tab}" for tab in ("messages", "tools", "cost", "error", "attributes", "raw")]
        for path in paths:
            browser.open(base + path + ("&" if "?" in path else "?") + "range=1h")
            expect(f"{path}: scripts ran", browser.evaluate("window.pwned ?? 0"), 0)
            expect(f"{path}: pictures", browser.evaluate("document.querySelectorAll('main img, main script').length"), 0)
            expect(f"{path}: bad links", browser.evaluate("[...document.links].filter(l => !/^https?:/.test(l.href)).length"), 0)
        table = call(weir.admin, "GET", "/api/v1/models?range=1h&format=csv")[1].decode()
        if re.search(r'(^|,)"?[=+@-]', table.splitlines()[1]):
            raise AssertionError(f"a formula in {table!r}")


CONVENTIONS = {
    "call": {"gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai"},
    "model": ["gen_ai.request.model", "gen_ai.response.model"], "input": "gen_ai.usage.input_tokens", "output": "gen_ai.usage.output_tokens",
    "conversation": "gen_ai.conversation.id",
    "tool": {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "search"},
    "agent": {"gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "helper"},
}  # fmt: skip
OLDER = {
    **CONVENTIONS, "call": {"gen_ai.operation.name": "chat", "gen_ai.system": "openai"},
    "input": "gen_ai.usage.prompt_tokens", "output": "gen_ai.usage.completion_tokens",
}  # fmt: skip
SPELLINGS = {
    "semantic conventions": CONVENTIONS,
    "older conventions": OLDER,
    "OpenInference": {
        "call": {"openinference.span.kind": "LLM", "llm.provider": "openai", "llm.system": "openai"},
        "model": ["llm.model_name"], "input": "llm.token_count.prompt", "output": "llm.token_count.completion",
        "conversation": "session.id",
        "tool": {"openinference.span.kind": "TOOL", "tool.name": "search"},
        "agent": {"openinference.span.kind": "AGENT", "agent.name": "helper"},
    },
    "Traceloop": {
        **OLDER, "call": {"llm.request.type": "chat", "gen_ai.system": "OpenAI"},
        "conversation": "traceloop.association.properties.session_id",
        "tool": {"traceloop.span.kind": "tool", "traceloop.entity.name": "search"},
        "agent": {"traceloop.span.kind": "agent", "traceloop.entity.name": "helper"},
    },
}  # fmt: skip


def spelled(names, now):
    """Three conversations of two turns: an agent that calls a model, a tool and the model again; one call fails, and the next makes it good."""
    spans = []

    def value(of):
        return {"intValue": str(of)} if isinstance(of, int) else {"stringValue": of}

    def span(trace, number, name, kind, parent, second, attributes, failed=False):
        at = now - 600 * 10**9 + second * 10**9
        spans.append({
            "traceId": f"{trace:032x}", "spanId": f"{trace:08x}{number:08x}", "name": name, "kind": kind,
            **({"parentSpanId": f"{trace:08x}{parent:08x}"} if parent else {}), "startTimeUnixNano": str(at), "endTimeUnixNano": str(at + 10**9),
            "attributes": [{"key": key, "value": value(of)} for key, of in attributes.items()],
            "status": {"code": 2, "message": "Error code: 429 - rate limit"} if failed else {}})  # fmt: skip

    def call(trace, number, second, tokens, failed=False):
        said = {names["conversation"]: f"c{trace % 3}", **names["call"], **{key: "gpt-4o" for key in names["model"]}}
        if failed:
            said["error.type"] = "RateLimitError"
        else:
            said.update({names["input"]: tokens, names["output"]: tokens // 10})
        span(trace, number, "chat gpt-4o", 3, 1, second, said, failed)

    for trace in range(1, 7):
        start = trace * 20
        span(trace, 1, "invoke_agent helper", 1, 0, start, {names["conversation"]: f"c{trace % 3}", **names["agent"]})
        call(trace, 2, start + 1, 1000 * trace, failed=trace == 4)
        if trace == 4:
            call(trace, 3, start + 2, 1000 * trace)
        span(trace, 4, "search", 1, 1, start + 4, names["tool"])
        call(trace, 5, start + 6, 2000 * trace)
    scope = {"scope": {"name": "app"}, "spans": spans}
    resource = {"attributes": [{"key": "service.name", "value": {"stringValue": "app"}}]}
    return json.dumps({"resourceSpans": [{"resource": resource, "scopeSpans": [scope]}]}).encode()


@test
def spellings_are_one():
    """the same traffic in the names of four instrumentations: the same cards, models, conversations and errors"""
    now, first = time.time_ns(), None
    for spelling, names in SPELLINGS.items():
        with Weir(PIPELINE) as weir:
            expect("sent", call(weir.http, "POST", "/v1/traces", spelled(names, now), {"Content-Type": "application/json"})[0], 200)
            settle(weir)
            cards = api(weir, "/api/v1/overview?range=1h&compare=none")
            for moment in ("range", "generatedAt", "tookMs"):
                cards.pop(moment)
            conversations = api(weir, "/api/v1/conversations?range=1h&sort=key")["rows"]
            models = api(weir, "/api/v1/models?range=1h")["models"]
            found = {
                **cards, "models": [{key: one[key] for key in ("model", "requests", "nanoUsd", "failed") if key in one} for one in models],
                "conversations of": [[one[key] for key in ("key", "turns", "requests", "toolCalls", "nanoUsd")] for one in conversations],
            }  # fmt: skip
        first = first or found
        for part in first:
            expect(f"{part} as {spelling} spells it", found.get(part), first[part])
    expect("requests", (first["spans"]["requests"], first["success"]["failed"], first["success"]["recovered"]), (13, 1, 1))
    expect("tokens", (first["tokens"]["input"], first["tokens"]["output"]), (63_000, 6_300))
    expect("conversations", [one[:4] for one in first["conversations of"]], [["c0", 2, 4, 2], ["c1", 2, 5, 2], ["c2", 2, 4, 2]])
