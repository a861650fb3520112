"""The view at work: what is sent is in the store once and is seen at once, whatever else is down; what leads from one page to the next."""
import json
import re
import sqlite3
import subprocess
import time
import glob
import html

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from backend import NUMBERS, PROTOBUF, Backend, Load, expect_all, wait_until
from browser import Browser
from harness import WEIR, Weir, call, expect, test
from test_delivery import empty
from test_view import PIPELINE, api, settle

QUEUED = PIPELINE.replace('directory = "DIR/store"', 'directory = "DIR/store"\nqueue = { directory = "DIR/queue", size = "64MiB" }')
BACKEND = """
[exporters.backend]
kind = "otlp"
endpoint = "http://127.0.0.1:BACKEND"
compression = "none"
timeout = "1s"
retry = { initial = "20ms", max = "200ms" }
queue = { directory = "DIR/backend", size = "256MiB" }
"""


def send_demo(weir, conversations, over):
    """Sample traffic, until it is in the store."""
    options = ["--conversations", str(conversations), "--over", over]
    printed = subprocess.run([WEIR, "demo", "--printed", *options], capture_output=True, text=True, check=True).stdout
    for line in printed.splitlines():
        expect("sent", call(weir.http, "POST", "/v1/traces", line.encode(), {"Content-Type": "application/json"})[0], 200)
    settle(weir)


def calls(count, _size=0, model="gpt-4o", error=False):
    """A request of `count` model calls of now, each in a trace of its own, and their span ids."""
    message = ExportTraceServiceRequest()
    resource = message.resource_spans.add()
    resource.resource.attributes.add(key="service.name").value.string_value = "shop"
    spans = resource.scope_spans.add().spans
    ids = [next(NUMBERS).to_bytes(8, "big") for _ in range(count)]
    now = time.time_ns()
    for number in ids:
        span = spans.add(trace_id=b"pages---" + number, span_id=number, name=f"chat {model}", kind=3,
                         start_time_unix_nano=now - 10**6, end_time_unix_nano=now)
        for key, value in (("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", model)):
            span.attributes.add(key=key).value.string_value = value
        for key, value in (("gen_ai.usage.input_tokens", 1000), ("gen_ai.usage.output_tokens", 100)):
            span.attributes.add(key=key).value.int_value = value
        if error:
            span.status.code = 2
    return message.SerializeToString(), ids


def post(weir, count, **options):
    body, ids = calls(count, **options)
    expect("sent", call(weir.http, "POST", "/v1/traces", body, PROTOBUF)[0], 200)
    return ids


def stored(weir):
    """The ids of the spans in the day files, as a list: one that is there twice is in it twice."""
    found = []
    for path in glob.glob(weir.path("store/spans-*.sqlite")):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            found += [number.to_bytes(8, "big", signed=True) for (number,) in database.execute("SELECT span FROM span")]
    return found


@test
def killed_while_storing():
    """kill -9 while the view stores, with a queue on disk: every acknowledged span is in the store, and each is counted once"""
    kills = 5
    with Weir(QUEUED) as weir, Load(weir.http, make=calls) as load:
        for _ in range(kills):
            before = load.count()
            wait_until("more is acknowledged", lambda: load.count() > before + 400)
            weir.process.kill()
            weir.process.wait()
            weir.__enter__()
        load.stop()
        settle(weir)
        found = api(weir, "/api/v1/overview?range=1h")
        expect("exit after SIGTERM", weir.stop(), 0)
        ids = stored(weir)
        expect("spans that are there twice", len(ids) - len(set(ids)), 0)
        expect("acknowledged spans that are missing", len(load.acknowledged - set(ids)), 0)
        expect("requests that are counted", found["spans"]["requests"], len(ids))
        expect("spans that are counted", found["spans"]["all"], len(ids))
        expect("tokens that are counted", found["tokens"]["total"], 1100 * len(ids))
        return f"{kills} kills, {load.count()} spans acknowledged, {len(ids)} stored, 0 missing, 0 twice"


@test
def current_while_the_backend_is_down():
    """a backend that is down for long: the view stays current within 2 s all along, and everything arrives once the backend is up"""
    backend = Backend()
    text = PIPELINE.replace('exporters = ["view"]', 'exporters = ["view", "backend"]', 1) + BACKEND.replace("BACKEND", str(backend.port))
    slowest = 0.0
    with Weir(text) as weir, Load(weir.http, threads=2, make=calls, pause=0.01) as load:
        # As many spans as an app of four calls a second sends in an hour.
        while load.count() < 14_400:
            began = time.monotonic()
            known = load.count()
            wait_until("what was acknowledged is on the page", lambda: api(weir, "/api/v1/overview?range=1h")["spans"]["requests"] >= known, 10)
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.1)
        load.stop()
        expect("refusals", load.refused, 0)
        expect("delivered to the backend", backend.count(), 0)
        if slowest > 2:
            raise AssertionError(f"the view was {slowest:.1f} s behind")
        peak = weir.memory("VmHWM")
        with backend:
            wait_until("the queue is empty", empty(weir), 60)
            expect("exit after SIGTERM", weir.stop(), 0)
        expect_all(load, backend)
        return f"{load.count()} spans, the view at most {slowest:.2f} s behind, {peak:.0f} MiB at most"


@test
def status_says_what_the_store_holds():
    """/api/v1/status says how much the store holds, what it refused and when it last committed; spans that come again are counted once"""
    with Weir(PIPELINE) as weir:
        body, ids = calls(50)
        for _ in range(2):
            expect("sent", call(weir.http, "POST", "/v1/traces", body, PROTOBUF)[0], 200)
            settle(weir)
        text = call(weir.admin, "GET", "/api/v1/status")[1].decode()
        facts = {name: int(value) for name, value in re.findall(r'"(spans|redelivered|traces|bytes|too_old|last_commit)": ?"?(\d+)', text)}
        expect("facts", (facts["spans"], facts["redelivered"], facts["traces"], facts["too_old"]), (50, 50, 50, 0))
        if facts["bytes"] < 10_000 or abs(facts["last_commit"] / 1e9 - time.time()) > 30:
            raise AssertionError(text)


@test
def forms_of_the_api():
    """each resource has its forms, each form its tag; a form, an order or a cursor that is none is problem JSON that says which there are"""
    with Weir(PIPELINE) as weir:
        post(weir, 7)
        settle(weir)
        for path in ("overview", "timeseries", "models", "errors", "conversations", "traces", "facets?field=model"):
            path = f"/api/v1/{path}{'&' if '?' in path else '?'}"
            status, body, headers = call(weir.admin, "GET", path + "format=bogus")
            expect(path, (status, headers["Content-Type"]), (400, "application/problem+json"))
            if "json, csv, ndjson" not in json.loads(body)["detail"]:
                raise AssertionError(body)
            tags = set()
            for form, kind in (("json", "application/json"), ("csv", "text/csv"), ("ndjson", "application/x-ndjson")):
                status, _, headers = call(weir.admin, "GET", path, headers={"Accept": kind})
                expect(f"{path} as {kind}", (status, headers["Content-Type"].split(";")[0], headers["Vary"].split(",")[0]), (200, kind, "Accept"))
                expect(f"{path}format={form}", call(weir.admin, "GET", path + f"format={form}")[2]["Content-Type"].split(";")[0], kind)
                tags.add(headers["ETag"])
            expect("tags", len(tags), 3)
        for wrong in ("sort=bogus", "cursor=bogus"):
            expect(wrong, call(weir.admin, "GET", f"/api/v1/traces?{wrong}")[0], 400)
        seen, path = [], "/api/v1/traces?limit=3&format=ndjson"
        while path:
            status, body, headers = call(weir.admin, "GET", path)
            seen += [json.loads(line)["id"] for line in body.splitlines()]
            path = headers["Link"] and re.match(r'<(.+)>; rel="next"', headers["Link"]).group(1)
        expect("traces over three pages", (len(seen), len(set(seen))), (7, 7))


@test
def traces_are_tailed():
    """the list of traces follows what comes, obeys its filter, holds 200 rows at most, and only counts while somebody reads further down"""
    rows = "document.querySelectorAll('main table.list tbody tr').length"
    with Weir(PIPELINE) as weir, Browser() as browser:
        post(weir, 40)
        settle(weir)
        browser.open(f"http://127.0.0.1:{weir.admin}/traces?range=1h&model=gpt-4o")
        expect("rows at first", browser.evaluate(rows), 40)
        began = time.monotonic()
        post(weir, 5)
        post(weir, 3, model="gpt-4o-mini")
        browser.wait(f"{rows} === 45", 6)
        took = time.monotonic() - began
        # The answer to a refresh that began at the top comes when the reader is already further down: it must not be put in place.
        browser.evaluate(
            "(() => { const real = window.fetch; window.held = 0; window.fetch = async (...asked) => { held++;"
            " const answer = await real(...asked); await new Promise((done) => setTimeout(done, 1000)); return answer } })()")
        post(weir, 1)
        browser.wait("held === 1", 6)
        browser.evaluate("scrollTo(0, 600)")
        post(weir, 36)
        browser.wait("document.querySelector('#fresh').textContent.includes('paused – 37 new')", 6)
        time.sleep(1.2)
        browser.wait("document.querySelector('#fresh').textContent.includes('paused – 37 new')", 1)
        expect("rows meanwhile", browser.evaluate(rows), 45)
        browser.evaluate("scrollTo(0, 0)")
        browser.wait(f"{rows} === 82", 6)
        for _ in range(4):
            post(weir, 45)
            time.sleep(2.2)
        browser.wait(f"{rows} === 200", 6)
        expect("rows that are there twice", browser.evaluate(
            "(() => { const all = [...document.querySelectorAll('main table.list tbody tr')].map(r => r.querySelector('a').href);"
            " return all.length - new Set(all).size })()"), 0)
        expect("troubles", browser.troubles, [])
        return f"a new trace is seen after {took:.1f} s"


@test
def dragging_zooms():
    """dragging over a trace's minimap or a bar zooms in, Back and Esc lead out, and the address alone shows the same"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        send_demo(weir, conversations=3, over="1h")
        trace = max(api(weir, "/api/v1/traces?range=24h&limit=200")["rows"], key=lambda t: t["spans"])["id"]
        base = f"http://127.0.0.1:{weir.admin}/traces/{trace}"
        browser.open(base)
        bars = browser.evaluate("document.querySelectorAll('.waterfall tbody tr').length")

        def drag(selector, start, end):
            box = json.loads(browser.evaluate(f"JSON.stringify(document.querySelector('{selector}').getBoundingClientRect())"))
            y = box["y"] + box["height"] / 2
            for kind, share, buttons in (("mousePressed", start, 1), ("mouseMoved", (start + end) / 2, 1), ("mouseMoved", end, 1), ("mouseReleased", end, 0)):
                browser.ask("Input.dispatchMouseEvent", type=kind, x=box["x"] + box["width"] * share, y=y, button="left", buttons=buttons, clickCount=1)

        zoomed = "new URL(location).searchParams.get('zoom')"
        drag(".minimap", 0.02, 0.3)
        browser.wait(f"{zoomed} !== null && document.readyState === 'complete' && !!document.querySelector('#unzoom')")
        first = browser.evaluate(zoomed)
        if browser.evaluate("document.querySelectorAll('.waterfall tbody tr').length") > bars:
            raise AssertionError("more rows than before")
        drag(".waterfall tbody tr:first-child .bars svg", 0.25, 0.75)
        browser.wait(f"{zoomed} !== null && {zoomed} !== '{first}' && document.readyState === 'complete'")
        (a, b), (c, d) = ([int(x) for x in z.split("-")] for z in (first, browser.evaluate(zoomed)))
        if not (a < c < d < b and abs((d - c) / (b - a) - 0.5) < 0.05):
            raise AssertionError(f"{c}-{d} is not the middle of {a}-{b}")
        browser.evaluate("history.back()")
        browser.wait(f"{zoomed} === '{first}' && document.readyState === 'complete'")
        browser.press("Escape")
        browser.wait(f"{zoomed} === null && document.readyState === 'complete' && !document.querySelector('#unzoom')")
        browser.open(base + f"?zoom={first}", scripts=False)
        expect("troubles", browser.troubles, [])


@test
def demo_and_report():
    """`weir demo` fills the view, and `weir report` of the same traffic says the same as the API and as a count by hand"""
    options = ["--conversations", "30", "--over", "12h", "--seed", "7"]
    printed = subprocess.run([WEIR, "demo", "--printed", *options], capture_output=True, text=True, check=True).stdout
    spans = [s for line in printed.splitlines() for r in json.loads(line)["resourceSpans"] for p in r["scopeSpans"] for s in p["spans"]]

    def said(span, key):
        value = next((a["value"] for a in span["attributes"] if a["key"] == key), {})
        return value.get("stringValue", value.get("intValue"))

    requests = [s for s in spans if said(s, "gen_ai.operation.name") in ("chat", "generate_content", "text_completion", "embeddings")]
    tokens = sum(int(said(s, f"gen_ai.usage.{kind}_tokens") or 0) for s in requests for kind in ("input", "output"))
    with Weir(PIPELINE) as weir:
        done = subprocess.run([WEIR, "demo", "--to", f"http://127.0.0.1:{weir.http}", *options], capture_output=True, text=True, timeout=60)
        expect(f"weir demo ({done.stderr})", (done.returncode, f"{len(spans)} spans, 0 refused" in done.stdout), (0, True))
        settle(weir)
        found = api(weir, "/api/v1/overview?range=24h")
        expect("requests", found["spans"]["requests"], len(requests))
        expect("tokens", found["tokens"]["total"], tokens)
        file = weir.path("demo.jsonl")
        with open(file, "w", encoding="utf-8") as out:
            out.write(printed)
        done = subprocess.run([WEIR, "report", file], capture_output=True, text=True, timeout=60)
        expect(f"weir report ({done.stderr})", done.returncode, 0)
        for what, pattern, wanted in (
                ("requests", r"LLM spans +\S+ +([\d,]+) requests", found["spans"]["requests"]), ("all spans", r"of ([\d,]+) spans in", found["spans"]["all"]),
                ("tokens", r"Tokens +([\d,]+)", tokens), ("conversations", r"Conversations +([\d,]+)", found["conversations"]["total"]),
                ("failures", r"([\d,]+) failed", found["success"]["failed"])):
            expect(f"{what} of the report", int(re.search(pattern, done.stdout).group(1).replace(",", "")), wanted)
        cost = float(re.search(r"Total LLM cost +\$([\d.]+)", done.stdout).group(1))
        if abs(cost - found["cost"]["totalUsd"]) > 0.006 * cost:
            raise AssertionError(f"${cost} in the report, {found['cost']['totalUsd']} in the API")
    wrong = subprocess.run([WEIR, "report", "/nowhere"], capture_output=True, text=True, timeout=30)
    expect("a file that is not there", (wrong.returncode, bool(wrong.stderr), wrong.stdout), (1, True, ""))
    return f"{len(requests)} requests in {len(spans)} spans"


@test
def failures_lead_to_their_group():
    """a failed trace says how often the same error happened elsewhere, and its link leads to that group; latencies of successes alone"""
    with Weir(PIPELINE) as weir:
        post(weir, 4)
        post(weir, 3, error=True)
        settle(weir)

        def page(path):
            status, body, _ = call(weir.admin, "GET", path)
            expect(path, status, 200)
            return body.decode()

        trace = next(row["id"] for row in api(weir, "/api/v1/traces?range=1h&status=error")["rows"])
        panel = page(f"/traces/{trace}?tab=error")
        expect("elsewhere", re.search(r"The same error elsewhere: (\d+) times", panel).group(1), "2")
        link = html.unescape(re.search(r'href="(/errors\?[^"]*#group-\d+)"', panel).group(1))
        address, group = link.split("#")
        if f'id="{group}"' not in page(address):
            raise AssertionError(f"{address} has no {group}")
        for query, calls_counted, on in (("", "7 inference calls", "all outcomes"), ("&latency=ok", "4 successful inference calls", "successful only")):
            overview = page("/overview?range=1h" + query)
            expect(f"the card with {query}", calls_counted in overview, True)
            expect(f"the toggle with {query}", f'aria-current="true">{on}</a>' in overview, True)


@test
def long_conversations_are_whole():
    """a conversation of 120 turns: its pages number the turns on, and what is exported is all of it"""
    with Weir(PIPELINE) as weir:
        message = ExportTraceServiceRequest.FromString(calls(120)[0])
        for span in message.resource_spans[0].scope_spans[0].spans:
            span.attributes.add(key="gen_ai.conversation.id").value.string_value = "long"
        expect("sent", call(weir.http, "POST", "/v1/traces", message.SerializeToString(), PROTOBUF)[0], 200)
        settle(weir)
        path, turns = "/conversations/long?mode=steps", []
        while path:
            page = call(weir.admin, "GET", path)[1].decode()
            turns += [int(number) for number in re.findall(r"Turn (\d+) ·", page)]
            more = re.search(r'href="(/conversations/long[^"]*cursor=[^"]*)" class="button"', page)
            path = more and more.group(1).replace("&amp;", "&")
        expect("turns on all pages", turns, list(range(1, 121)))
        text = call(weir.admin, "GET", "/api/v1/conversations/long?format=markdown")[1].decode()
        expect("turns as Markdown", text.count("## Turn "), 120)
        whole = json.loads(call(weir.admin, "GET", "/api/v1/conversations/long?format=json")[1])
        expect("turns as JSON", (len(whole["turns"]), whole["next"]), (120, None))
        expect("steps as CSV", len(call(weir.admin, "GET", "/api/v1/conversations/long?format=csv")[1].decode().splitlines()), 121)


@test
def brackets_lead_on():
    """on a trace `]` leads to the one before it in time and `[` back, and the newest has none newer"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        for _ in range(3):
            post(weir, 1)
        settle(weir)
        ids = [row["id"] for row in api(weir, "/api/v1/traces?range=1h")["rows"]]
        browser.open(f"http://127.0.0.1:{weir.admin}/traces/{ids[0]}")
        expect("newer than the newest", browser.evaluate("document.querySelectorAll('main [rel=prev]').length"), 0)
        for key, number in (("]", 1), ("]", 2), ("[", 1)):
            browser.press(key)
            browser.wait(f"location.pathname === '/traces/{ids[number]}' && document.readyState === 'complete'")
        expect("troubles", browser.troubles, [])


@test
def refusals_are_said():
    """a sender with the wrong content type: Get started says so in the words it was told and by itself, and the Overview asks for attention"""
    with Weir(PIPELINE) as weir, Browser() as browser:
        browser.open(f"http://127.0.0.1:{weir.admin}/get-started")
        expect("before", browser.evaluate("document.body.innerText.includes('refused')"), False)
        for _ in range(3):
            expect("status", call(weir.http, "POST", "/v1/traces", b"x", {"Content-Type": "text/plain"})[0], 415)
        browser.wait("document.body.innerText.includes('3 requests, 3 refused') && document.body.innerText.includes('415 the content type is none of')", 12)
        expect("troubles", browser.troubles, [])
        post(weir, 2)
        settle(weir)
        found = [item for item in api(weir, "/api/v1/overview?range=1h")["attention"] if item["kind"] == "refused"]
        expect("attention", [(item["value"], item["href"]) for item in found], [(3, "/get-started")])
        browser.open(f"http://127.0.0.1:{weir.admin}/overview?range=1h")
        browser.wait("document.querySelector('.attention').innerText.includes('3 requests were refused in the last 15 minutes (415')")


@test
def refresh_is_chosen():
    """the page refreshes as it is told to: live, every half minute, or not at all; the choice outlives the page"""
    rows = "document.querySelectorAll('main table.list tbody tr').length"
    said = "document.querySelector('#fresh').textContent"

    def choose(browser, value):
        browser.evaluate(
            f"(() => {{ const one = document.querySelector('#refresh'); one.value = '{value}'; one.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()")

    with Weir(PIPELINE) as weir, Browser() as browser:
        post(weir, 2)
        settle(weir)
        browser.open(f"http://127.0.0.1:{weir.admin}/traces?range=1h")
        expect("at first", browser.evaluate("document.querySelector('#refresh').value"), "live")
        for value, words in (("off", "paused"), ("30", "every 30 s")):
            choose(browser, value)
            post(weir, 1)
            browser.wait(f"{said}.startsWith('{words}')", 3)
            time.sleep(3)
            expect(f"rows with {value}", browser.evaluate(rows), 2)
        browser.open(f"http://127.0.0.1:{weir.admin}/traces?range=1h&sort=-cost")
        expect("on the next page", (browser.evaluate("document.querySelector('#refresh').value"), browser.evaluate(rows)), ("30", 4))
        # Half a minute later, without waiting for it.
        browser.evaluate("(() => { const now = Date.now; Date.now = () => now() + 31000 })()")
        post(weir, 1)
        browser.wait(f"{rows} === 5", 4)
        choose(browser, "live")
        post(weir, 1)
        browser.wait(f"{rows} === 6", 4)
        expect("troubles", browser.troubles, [])


@test
def search_offers_values():
    """the search offers what can be narrowed, without scripts too, and while somebody writes the values of the last word, users included"""
    offered = "[...document.querySelectorAll('#hints option')].map((one) => one.value)"
    with Weir(PIPELINE) as weir, Browser() as browser:
        send_demo(weir, conversations=10, over="30m")
        plain = call(weir.admin, "GET", "/traces?range=1h")[1].decode()
        for value in ("env:production", "service:shop-api", "user:"):
            if f'<option value="{value}">' not in plain:
                raise AssertionError(f"{value} is not offered")
        browser.open(f"http://127.0.0.1:{weir.admin}/traces?range=1h")
        # After a refresh too, which brings another field.
        browser.evaluate("(document.querySelector('#query').dataset.old = '1')")
        post(weir, 1)
        browser.wait("document.querySelector('#query').dataset.old === undefined", 6)
        browser.evaluate("(() => { const query = document.querySelector('#query'); query.value = 'words -user:user-1'; query.dispatchEvent(new Event('input', { bubbles: true })) })()")
        browser.wait(f"{offered}.length > 1 && {offered}.every((value) => value.startsWith('words -user:user-1'))", 5)
        expect("troubles", browser.troubles, [])


@test
def rows_at_a_glance():
    """Enter or a click shows a row at a glance, J and K go on, Esc closes, Enter opens it; the address alone shows the same, without scripts too"""
    peeked = "new URL(location).searchParams.get('peek')"
    with Weir(PIPELINE) as weir, Browser() as browser:
        send_demo(weir, conversations=8, over="30m")
        base = f"http://127.0.0.1:{weir.admin}"
        for path in ("/traces", "/conversations"):
            rows = "[...document.querySelectorAll('tr[data-peek]')].map((row) => row.dataset.peek)"
            browser.open(f"{base}{path}?range=1h")
            keys = json.loads(browser.evaluate(f"JSON.stringify({rows})"))
            expect("nothing at first", browser.evaluate("document.querySelector('.peek')"), None)
            browser.press("j")
            browser.press("Enter")
            browser.wait(f"{peeked} === {json.dumps(keys[0])} && !!document.querySelector('.peek dd') && !!document.querySelector('.steps-in li')")
            browser.press("j")
            browser.wait(f"{peeked} === {json.dumps(keys[1])} && document.querySelector('#peek-open').getAttribute('href').endsWith({json.dumps(keys[1])})")
            expect("the row", browser.evaluate("document.querySelector('tr.on').dataset.peek"), keys[1])
            shown = browser.evaluate("document.querySelector('.peek').textContent")
            browser.press("k")
            browser.wait(f"{peeked} === {json.dumps(keys[0])}")
            browser.press("Escape")
            browser.wait(f"{peeked} === null && !document.querySelector('.peek') && location.pathname === '{path}'")
            browser.evaluate("document.querySelectorAll('tr[data-peek]')[1].cells[0].click()")
            browser.wait(f"{peeked} === {json.dumps(keys[1])} && document.querySelector('.peek')?.textContent === {json.dumps(shown)}")
            address = browser.evaluate("location.pathname + location.search")
            plain = call(weir.admin, "GET", address)[1].decode()
            if 'class="peek"' not in plain or plain.count('class="on"') != 1:
                raise AssertionError("the address alone does not show it")
            browser.evaluate("history.back()")
            browser.wait("!document.querySelector('.peek')")
            browser.open(base + address)
            browser.press("Enter")
            browser.wait(f"location.pathname.startsWith('{path}/') && document.readyState === 'complete'")
            expect("troubles", browser.troubles, [])
        expect("a row that is not there", call(weir.admin, "GET", "/traces?range=1h&peek=nonsense")[0], 200)
