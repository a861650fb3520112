"""A real Prometheus scrapes Weir, another and VictoriaMetrics receive remote write; the dashboard's own queries must tell the truth."""
import contextlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

import truth
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from harness import ROOT, Skipped, Weir, call, expect, free_ports, shared, test

CAPTURES = ("openai_v2", "openinference", "openllmetry")
BOUNDS = [0.01 * 2**n for n in range(14)]
OURS = ("gen_ai_", "weir_", "process_", "target_info")
RATE = re.compile(r"\brate\(([^()]*\[(\d+)s\])\)")
FOLDER = os.path.join(ROOT, "Pipelines", "prometheus")
PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
[processors.genai]
[connectors.genai_metrics]
interval = "1s"
[exporters.prometheus]
[exporters.written]
kind = "prometheus_remote_write"
endpoint = "http://127.0.0.1:{written}/api/v1/write"
[exporters.victoria]
kind = "prometheus_remote_write"
endpoint = "http://127.0.0.1:{victoria}/api/v1/write"
external_labels = {{ cluster = "acceptance" }}
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["genai_metrics"]
[pipelines.metrics]
receivers = ["otlp", "genai_metrics"]
exporters = ["prometheus", "written", "victoria"]
"""

ALONE = """
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["genai_metrics"]
[pipelines.metrics]
receivers = ["genai_metrics"]
exporters = ["prometheus"]
"""


def program(name):
    found = shutil.which(name)
    if not found:
        raise Skipped(f"{name} is not here")
    return found


class Server:
    """A time series database on loopback, asked with PromQL."""

    def __init__(self, port, command, directory):
        self.port = port
        self.is_prometheus = os.path.basename(command[0]) == "prometheus"
        with open(os.path.join(directory, "log"), "wb") as log:
            self.process = subprocess.Popen(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.directory = directory

    def wait(self, path):
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                if call(self.port, "GET", path, timeout=2)[0] == 200:
                    return self
            time.sleep(0.1)
        with open(os.path.join(self.directory, "log"), encoding="utf-8", errors="replace") as log:
            raise AssertionError(f"{self.process.args[0]} is not ready: {log.read()[-800:]}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)

    def ask(self, query, moment=None):
        """The instant vector that answers `query`: [(labels, value)]."""
        form = {"query": query} | ({"time": f"{moment:.3f}"} if moment else {})
        url = f"http://127.0.0.1:{self.port}/api/v1/query?{urllib.parse.urlencode(form)}"
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                data = json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{query}: {error.read()[:400]}") from None
        return [(each["metric"], float(each["value"][1])) for each in data["result"]]

    def one(self, query, moment=None):
        found = self.ask(query, moment)
        return found[0][1] if found else None


def prometheus(port, scraped=None):
    directory = tempfile.mkdtemp(prefix="weir-prometheus-")
    jobs = [{"job_name": "weir", "honor_labels": True, "static_configs": [{"targets": [f"127.0.0.1:{scraped}"]}]}] if scraped else []
    with open(os.path.join(directory, "prometheus.yml"), "w", encoding="utf-8") as file:
        json.dump({"global": {"scrape_interval": "1s", "scrape_timeout": "1s"}, "scrape_configs": jobs}, file)
    command = [program("prometheus"), f"--config.file={directory}/prometheus.yml", f"--storage.tsdb.path={directory}/data",
               f"--web.listen-address=127.0.0.1:{port}", "--web.enable-remote-write-receiver", "--log.level=warn"]
    return Server(port, command, directory)


def victoria(port):
    directory = tempfile.mkdtemp(prefix="weir-victoria-")
    command = [program("victoria-metrics"), f"-storageDataPath={directory}/data", f"-httpListenAddr=127.0.0.1:{port}",
               "-retentionPeriod=1d", "-memory.allowedPercent=10", "-search.latencyOffset=0s", "-loggerLevel=WARN"]
    return Server(port, command, directory)


def dashboard(service, seconds):
    """The dashboard's queries with its variables filled in, by panel title: a list for each panel."""
    with open(os.path.join(FOLDER, "dashboard.json"), encoding="utf-8") as file:
        panels = json.load(file)["panels"]
    values = {"$service": service, "$environment": ".*", "$__range": f"{seconds}s", "$__rate_interval": f"{seconds}s"}

    def filled(text):
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    return {panel["title"]: [filled(target["expr"]) for target in panel["targets"]] for panel in panels}


class Answers:
    """What one server says for one service, by the dashboard's panels."""

    def __init__(self, server, service, began):
        self.server = server
        # At the moment of the newest sample nothing is extrapolated towards the end of the range.
        self.moment = server.one(f'max(timestamp(gen_ai_client_operation_duration_seconds_count{{service_name=~"{service}"}}))')
        if self.moment is None:
            raise AssertionError(f"{service} has no series")
        self.seconds = int(self.moment - began) + 30
        self.queries = dashboard(service, self.seconds)
        if not server.is_prometheus:
            # MetricsQL's rate() divides by the time between the samples it finds, PromQL's by the window.
            self.queries = {title: [RATE.sub(r"(increase(\1) / \2)", query) for query in queries] for title, queries in self.queries.items()}

    def number(self, title, place=0):
        return self.server.one(self.queries[title][place], self.moment)

    def by(self, title, *labels, scale=1.0):
        found = {}
        for metric, value in self.server.ask(self.queries[title][0], self.moment):
            key = tuple(metric.get(label, "") for label in labels)
            found[key[0] if len(key) == 1 else key] = value * scale
        return found


def near(what, found, wanted, share=1e-6):
    if found is None or abs(found - wanted) > max(share * abs(wanted), 1e-9):
        raise AssertionError(f"{what}: {found}, not {wanted}")


def same(what, found, wanted, share=1e-6):
    """Two tables by key; what is 0 may as well be absent."""
    for key in sorted({k for k in found if abs(found[k]) > 1e-9} | {k for k in wanted if wanted[k]}, key=str):
        near(f"{what} of {key}", found.get(key, 0), wanted.get(key, 0), share)


def total(units, key, value):
    sums = {}
    for unit in units:
        sums[key(unit)] = sums.get(key(unit), 0) + value(unit)
    return sums


def check(answers, units):
    """Every panel against the truth of one capture."""
    calls, failed = len(units), sum(u.failed for u in units)
    cost = sum(u.cost or 0 for u in units)
    near("model calls", answers.number("Model calls"), calls)
    near("failed calls", answers.number("Failed calls"), failed)
    near("success rate", answers.number("Success rate"), 1 - failed / calls)
    near("tokens", answers.number("Tokens"), sum(sum(u.tokens.values()) for u in units))
    near("cost", answers.number("Total LLM cost"), cost)
    requests = total(units, lambda u: u.model, lambda u: 1)
    near("models in use", answers.number("Models in use"), len(requests))
    same("requests", answers.by("Top models: requests", "gen_ai_request_model"), requests)
    same("share", answers.by("Top models: share", "gen_ai_request_model"), requests)
    same("calls per second", answers.by("Calls per second", "gen_ai_request_model", scale=answers.seconds), requests)
    used = {}
    for kind in ("input", "output"):
        used |= total(units, lambda u: (u.model, kind), lambda u: u.tokens[kind])
    same("tokens by model", answers.by("Token usage by model", "gen_ai_request_model", "gen_ai_token_type"), used)
    kinds = {kind: sum(u.tokens[kind] for u in units) for kind in ("input", "output")}
    same("tokens by kind", answers.by("Tokens by kind", "gen_ai_token_type", scale=answers.seconds), kinds)
    parts = answers.server.ask(answers.queries["Tokens by kind"][1], answers.moment)
    if sum(value for _, value in parts) * answers.seconds > sum(kinds.values()):
        raise AssertionError(f"parts of tokens: {parts}, of {kinds}")
    spent = total(units, lambda u: u.model, lambda u: u.cost or 0)
    same("cost per hour", answers.by("Cost per hour", "gen_ai_request_model", scale=answers.seconds / 3600), spent)
    efficiency = {m: 1000 * spent[m] / (used[m, "input"] + used[m, "output"]) for m in spent if used[m, "input"] + used[m, "output"]}
    same("USD per 1,000 tokens", answers.by("Cost efficiency (USD per 1,000 tokens)", "gen_ai_request_model"), efficiency)
    errors(answers, units)
    latencies(answers, units)


def conversations(answers, units):
    """The same conversation may go through several services, so all captures count together."""
    talks = {u.conversation for u in units if u.conversation}
    near("conversations", answers.number("Conversations"), len(talks))
    near("cost per conversation", answers.number("Cost per conversation"), sum(u.cost or 0 for u in units if u.conversation) / len(talks))
    near("messages per conversation", answers.number("Messages per conversation"), messages(units) / len(talks))


def messages(units):
    """A user's message for each turn (a trace that calls a model in a conversation), and one more where the turn ends in an answer."""
    turns = {}
    for unit in units:
        if unit.conversation:
            turns[unit.conversation, unit.trace] = turns.get((unit.conversation, unit.trace), False) or unit.answers
    return len(turns) + sum(turns.values())


def errors(answers, units):
    """By class, and none without an error type."""
    found = answers.by("Errors by type", "error_type", "weir_error_class", scale=answers.seconds)
    expect("failures without a type", [c for t, c in found if not t], [])
    classes = {}
    for (_, name), value in found.items():
        classes[name] = classes.get(name, 0) + value
    wanted = total([u for u in units if u.failed], lambda u: u.error_class, lambda u: 1)
    unclear = wanted.pop(None, 0)  # of these the bodies only tell that they failed
    beyond = {name: value - wanted.get(name, 0) for name, value in classes.items()}
    if min(beyond.values(), default=0) < -1e-6 or abs(sum(beyond.values()) - unclear) > 1e-6 or set(wanted) - set(classes):
        raise AssertionError(f"failures: {classes}, not {wanted} and {unclear} of any class")


def latencies(answers, units):
    """A histogram's quantile lies in the bucket of the true one. A unit with two spans may have been measured by either."""
    for title in ("Latency", "Latency over time"):
        for place, q in enumerate((0.5, 0.9, 0.95, 0.99)):
            low, high = (truth.quantile([choose(u.seconds) for u in units], q) for choose in (min, max))
            found = answers.number(title, place)
            bottom = max((b for b in BOUNDS if b < low), default=0)
            top = min((b for b in BOUNDS if b >= high), default=BOUNDS[-1])
            if found is None or not bottom - 1e-9 <= found <= top + 1e-9:
                raise AssertionError(f"{title}, P{q * 100:g}: {found}, not between {bottom} and {top}")
    for place in (0, 1):
        answers.number("Time to first chunk", place)  # the captures stream nothing that was timed: it must be a question
    found = answers.by("Performance by model (P95)", "gen_ai_request_model")
    expect("models with a P95", sorted(found), sorted({u.model for u in units}))


@contextlib.contextmanager
def note(faults, place):
    """Goes on after a fault, so that one run shows all."""
    try:
        yield
    except AssertionError as fault:
        faults.append(f"{place}: {fault}")


def settle(server, wanted):
    """Waits until a server has as many calls as Weir."""
    until = time.monotonic() + 30
    while server.one("sum(gen_ai_client_operation_duration_seconds_count)") != wanted:
        if time.monotonic() > until:
            raise AssertionError(f"{server.process.args[0]}: {server.one('sum(gen_ai_client_operation_duration_seconds_count)')} calls, not {wanted}")
        time.sleep(0.2)
    time.sleep(1.5)


def shown(weir):
    """Calls on /metrics, which is where waiting ends."""
    text = call(weir.admin, "GET", "/metrics")[1].decode()
    return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines()
               if line.startswith("gen_ai_client_operation_duration_seconds_count{"))


@test
def prometheus_answers():
    """Prometheus by scrape and by remote write: every panel of the dashboard tells the truth of the corpus, VictoriaMetrics too"""
    folders = [shared("corpus", name) for name in CAPTURES]
    for name in ("prometheus", "victoria-metrics"):
        program(name)
    scraping, written, vm = free_ports(3)
    with Weir(PIPELINE.format(written=written, victoria=vm)) as weir, contextlib.ExitStack() as stack:
        servers = [stack.enter_context(s) for s in (prometheus(scraping, weir.admin), prometheus(written), victoria(vm))]
        for server, path in zip(servers, ("/-/ready", "/-/ready", "/health")):
            server.wait(path)
        until = time.monotonic() + 20
        while servers[0].one('up{job="weir"}') != 1 and time.monotonic() < until:
            time.sleep(0.1)
        began = time.time()
        for folder in folders:
            for signal, kind, body in truth.bodies(folder):
                if signal != "logs":
                    expect(f"answer to {signal}", weir.post(signal, body, kind)[0], 200)
        wanted = sum(len(list(truth.units(folder))) for folder in folders)
        until = time.monotonic() + 15
        while shown(weir) < wanted and time.monotonic() < until:
            time.sleep(0.2)
        expect("calls on /metrics", shown(weir), wanted)
        faults = []
        for server, what in zip(servers, ("scraped", "written", "VictoriaMetrics")):
            settle(server, wanted)
            for folder in folders:
                with note(faults, f"{what}, {os.path.basename(folder)}"):
                    check(Answers(server, truth.service_name(folder), began), list(truth.units(folder)))
            with note(faults, what):
                conversations(Answers(server, ".+", began), [unit for folder in folders for unit in truth.units(folder)])
        expect("wrong answers", faults, [])
        expect("series without the external label", servers[2].ask('count({__name__=~"gen_ai.+",cluster!="acceptance"})'), [])
    return f"{wanted} calls"


@test
def two_weirs():
    """two Weirs of one host write to one Prometheus: their series stay apart and add up"""
    folder = shared("corpus", CAPTURES[0])
    program("prometheus")
    (written,) = free_ports(1)
    pipeline = PIPELINE.format(written=written, victoria=written).replace('exporters = ["prometheus", "written", "victoria"]', 'exporters = ["prometheus", "written"]')
    pipeline = re.sub(r"\[exporters\.victoria\][^\[]*", "", pipeline)
    wanted = len(list(truth.units(folder)))
    with prometheus(written) as server, Weir(pipeline) as one, Weir(pipeline) as other:
        server.wait("/-/ready")
        for weir in (one, other):
            for signal, kind, body in truth.bodies(folder):
                if signal == "traces":
                    expect("answer", weir.post(signal, body, kind)[0], 200)
        settle(server, 2 * wanted)
        found = server.ask("sum by (instance) (gen_ai_client_operation_duration_seconds_count)")
        expect("calls of each", [value for _, value in found], [wanted, wanted])
        ports = sorted(int(labels["instance"].rsplit(":", 1)[1]) for labels, _ in found)
        expect("instances", ports, sorted((one.admin, other.admin)))


@test
def prometheus_rules():
    """promtool: the rules are well-formed and do what their tests say, and /metrics has nothing to object to"""
    tool = program("promtool")
    for what, *files in (("check", "rules.json"), ("test", "rules.test.json")):
        done = subprocess.run([tool, what, "rules", *files], cwd=FOLDER, capture_output=True, text=True, timeout=60)
        expect(f"promtool {what} rules: {done.stdout}{done.stderr}", done.returncode, 0)
    folder = shared("corpus", CAPTURES[0])
    with Weir(PIPELINE.format(written=1, victoria=1)) as weir:
        for signal, kind, body in truth.bodies(folder):
            if signal != "logs":
                weir.post(signal, body, kind)
        time.sleep(2.5)
        with open(os.path.join(FOLDER, "rules.json"), encoding="utf-8") as rules:
            asked = set(re.findall(r"\bweir_[a-z_]+", rules.read())) - {"weir_error_class", "weir_genai_recordings", "weir_genai_alerts"}
        text = call(weir.admin, "GET", "/metrics")[1]
        expect("own series that rules ask for and nobody sends", [name for name in sorted(asked) if f"\n# TYPE {name} " not in text.decode()], [])
        done = subprocess.run([tool, "check", "metrics"], input=text, capture_output=True, timeout=60)
        objections = (done.stdout + done.stderr).decode().splitlines()
        expect("promtool check metrics", [line for line in objections if line.startswith(OURS)], [])


def attack(count, spans=1000):
    """Requests of calls to `count` models that nobody ever heard of."""
    request = ExportTraceServiceRequest()
    scope = request.resource_spans.add().scope_spans.add()
    for number in range(spans):
        span = scope.spans.add(name="chat", trace_id=(number + 1).to_bytes(16, "big"), span_id=(number + 1).to_bytes(8, "big"))
        span.start_time_unix_nano, span.end_time_unix_nano = 10**18, 10**18 + 10**9
        for key, text in (("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "attack-@@@@@@@")):
            attribute = span.attributes.add(key=key)
            attribute.value.string_value = text
        tokens = span.attributes.add(key="gen_ai.usage.input_tokens")
        tokens.value.int_value = 1
    pieces = request.SerializeToString().split(b"@@@@@@@")
    for first in range(0, count, spans):
        names = [b"%07d" % number for number in range(first, first + spans)] + [b""]
        yield b"".join(part for both in zip(pieces, names) for part in both)


@test
def cardinality_attack():
    """a million models: memory stays, known series stay exact, what went to the overflow series is counted"""
    folder = shared("corpus", CAPTURES[0])
    with Weir(PIPELINE.split("[exporters.written]")[0] + ALONE) as weir:
        for signal, kind, body in truth.bodies(folder):
            if signal == "traces":
                weir.post(signal, body, kind)
        time.sleep(1.5)
        known = series(weir, "svc-openai-v2")
        for number, body in enumerate(attack(1_000_000)):
            expect("answer", weir.post("traces", body)[0], 200)
            if number == 99:
                early = weir.memory("VmHWM")
        time.sleep(2)
        late = weir.memory("VmHWM")
        if late > 128:
            raise AssertionError(f"memory grew from {early:.0f} MiB after 100,000 models to {late:.0f} MiB after a million")
        expect("known series", series(weir, "svc-openai-v2"), known)
        text = call(weir.admin, "GET", "/metrics")[1].decode().splitlines()
        calls = [line for line in text if line.startswith("gen_ai_client_operation_duration_seconds_count{")]
        expect("calls", sum(float(line.rsplit(" ", 1)[1]) for line in calls), 1_000_067)
        expect("series of the metric", len(calls), 2000)
        missed = next(line for line in text if line.startswith("weir_connector_overflow") and 'metric="gen_ai.client.operation.duration"' in line)
        expect("measurements in the overflow series", float(missed.rsplit(" ", 1)[1]), 1_000_067 - sum(
            float(line.rsplit(" ", 1)[1]) for line in calls if "otel_metric_overflow" not in line))
        if len([line for line in text if line.startswith("weir_prices_unknown_model")]) > 51:
            raise AssertionError("unknown models are not bounded")
    return f"{late:.0f} MiB"


def series(weir, service):
    """The series of a service, as they stand on /metrics."""
    text = call(weir.admin, "GET", "/metrics")[1].decode()
    return sorted(line for line in text.splitlines() if line.startswith("gen_ai_client") and f'service_name="{service}"' in line)
