"""Weir as a Prometheus data source: its own answers to PromQL, against the Overview, the dashboard's questions and a real Prometheus."""
import json
import subprocess
import time
import urllib.parse

import truth
from harness import Weir, call, expect, free_ports, shared, test
from test_prometheus import CAPTURES, dashboard, near, program, prometheus, same
from test_view import PATHS, PIPELINE, api, feed, settle

BOTH = PIPELINE[:PIPELINE.index("[pipelines.traces]")] + """
[connectors.genai_metrics]
interval = "1s"
[exporters.prometheus]
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["view", "genai_metrics"]
[pipelines.metrics]
receivers = ["genai_metrics"]
exporters = ["prometheus"]
"""
CALLS = "gen_ai_client_operation_duration_seconds"
INFERENCE = '{gen_ai_operation_name!="embeddings"}'
RANGE = "90d"

# What Weir and Prometheus must answer alike: totals, so that no window's ends play a part. `by` are the labels that both know.
ALIKE = [
    "sum by (service_name, gen_ai_token_type) (gen_ai_client_token_usage_total)",
    "sum by (service_name, gen_ai_provider_name, gen_ai_operation_name) (gen_ai_usage_cost_USD_total)",
    f"sum by (service_name, weir_error_class) ({CALLS}_count{INFERENCE})",
    "topk(1, sum by (service_name) (gen_ai_client_token_usage_total))",
    "bottomk(1, sum by (service_name) (gen_ai_client_token_usage_total))",
    "count(sum by (service_name, gen_ai_token_type) (gen_ai_client_token_usage_total) > 1000) or vector(0)",
    "sum(gen_ai_client_token_usage_total) by (service_name) > bool 3000",
    "-sum without (gen_ai_token_type, instance, job, gen_ai_request_model, gen_ai_response_model, gen_ai_agent_name, error_type, weir_error_class,"
    " otel_scope_name, otel_scope_version, service_instance_id, deployment_environment_name) (gen_ai_client_token_usage_total) ^ 2 % 1000",
    "1000 * sum by (service_name) (gen_ai_usage_cost_USD_total) / sum by (service_name) (gen_ai_client_token_usage_total)",
    "sum by (service_name) (gen_ai_usage_cost_USD_total) / ignoring (gen_ai_token_type) sum by (service_name, gen_ai_token_type)"
    ' (gen_ai_client_token_usage_total{gen_ai_token_type=~"in.+"})',
    f'1 - (sum({CALLS}_count{{weir_error_class!="",gen_ai_operation_name!="embeddings"}}) / sum({CALLS}_count{INFERENCE}))',
    f'sum by (service_name) ({CALLS}_count{INFERENCE}) unless on (service_name) sum by (service_name) ({CALLS}_count{{weir_error_class!=""}})',
    f"clamp(round(sum by (service_name) ({CALLS}_count{INFERENCE}) / 7, 0.5), 1, 5)",
    f"avg(sum by (service_name) ({CALLS}_count{INFERENCE})) + max(sum by (service_name) ({CALLS}_count{INFERENCE}))",
    "sum(nothing_at_all)",
    'sum(gen_ai_client_token_usage_total{service_name!~".*openai.*|x"})',
    "vector(scalar(sum(gen_ai_client_token_usage_total)) + 0x1F)",
]


def ask(weir, query, moment=None):
    """An instant query: {labels: value}."""
    parameters = {"query": query} | ({"time": f"{moment:.3f}"} if moment else {})
    answer = api(weir, f"/api/v1/query?{urllib.parse.urlencode(parameters)}")
    expect(query, (answer["status"], answer["data"]["resultType"]), ("success", "vector"))
    return {tuple(sorted(each["metric"].items())): float(each["value"][1]) for each in answer["data"]["result"]}


def one(weir, query):
    found = ask(weir, query)
    if len(found) > 1:
        raise AssertionError(f"{query}: {found}")
    return next(iter(found.values()), 0)


@test
def promql_tells_the_truth():
    """PromQL over the store: tokens, costs, calls and failures are the Overview's and those of the truth files"""
    for capture in CAPTURES:
        units = list(truth.units(shared("corpus", capture)))
        with Weir(PIPELINE) as weir:
            feed(weir, capture)
            seen = api(weir, f"/api/v1/overview?range={RANGE}")
            for kind in ("input", "output"):
                tokens = one(weir, f'sum(increase(gen_ai_client_token_usage_total{{gen_ai_token_type="{kind}"}}[{RANGE}]))')
                near(f"{capture}: {kind}", tokens, sum(u.tokens[kind] for u in units))
                near(f"{capture}: {kind} of the Overview", tokens, seen["tokens"][kind])
            near(f"{capture}: cost", one(weir, f"sum(increase(gen_ai_usage_cost_USD_total[{RANGE}]))"), seen["cost"]["totalUsd"])
            near(f"{capture}: calls", one(weir, f"sum(increase({CALLS}_count[{RANGE}]))"), seen["latency"]["n"])
            near(f"{capture}: all buckets", one(weir, f'sum({CALLS}_bucket{{le="+Inf"}})'), seen["latency"]["n"])
            failed = one(weir, f'sum(increase({CALLS}_count{{weir_error_class!=""}}[{RANGE}]))')
            if failed > seen["success"]["failed"]:
                raise AssertionError(f"{capture}: {failed} failures, of {seen['success']['failed']}")
            # The label is what calls report, the pages' name is the price table's unless they are told otherwise.
            names = api(weir, "/api/v1/label/gen_ai_response_model/values")["data"]
            models = {each["model"] for each in api(weir, f"/api/v1/models?range={RANGE}&names=reported")["models"]} - {"(unknown)"}
            expect(f"{capture}: models", set(names), models)


@test
def promql_takes_the_dashboard():
    """every question of the shipped dashboard is understood by Weir itself, and its range queries too"""
    with Weir(PIPELINE) as weir:
        feed(weir, CAPTURES[0])
        count = 0
        for title, queries in dashboard(".*", 3600).items():
            for query in queries:
                text = urllib.parse.quote(query)
                now = int(time.time())
                for path in (f"/api/v1/query?query={text}", f"/api/v1/query_range?query={text}&start={now - 3600}&end={now}&step=15"):
                    status, body, _ = call(weir.admin, "GET", path)
                    if status != 200:
                        raise AssertionError(f"{title}: {query}: {body[:300]}")
                    count += 1
    return f"{count} questions"


@test
def promql_is_prometheus():
    """totals asked of Weir and of a Prometheus that scrapes it are the same, whatever is made of them"""
    program("prometheus")
    (port,) = free_ports(1)
    with Weir(BOTH) as weir, prometheus(port, weir.admin) as server:
        server.wait("/-/ready")
        for capture in CAPTURES:
            for signal, kind, body in truth.bodies(shared("corpus", capture)):
                if signal == "traces":
                    expect("answer", call(weir.http, "POST", PATHS[signal], body, {"Content-Type": kind})[0], 200)
        settle(weir)
        wanted = sum(ask(weir, "sum by (service_name) (gen_ai_client_token_usage_total)").values())
        until = time.monotonic() + 30
        while server.one("sum(gen_ai_client_token_usage_total)") != wanted:
            if time.monotonic() > until:
                raise AssertionError(f"tokens: {server.one('sum(gen_ai_client_token_usage_total)')}, not {wanted}")
            time.sleep(0.2)
        for query in ALIKE:
            theirs = {tuple(sorted(labels.items())): value for labels, value in server.ask(query)}
            same(query, ask(weir, query), theirs)
        bounds = {labels["le"] for labels, _ in server.ask(f"sum by (le) ({CALLS}_bucket)")}
        expect("buckets", {dict(labels)["le"] for labels in ask(weir, f"sum by (le) ({CALLS}_bucket)")}, bounds)
        for q in (0.5, 0.9, 0.99):
            query = f"histogram_quantile({q}, sum by (le) ({CALLS}_bucket{INFERENCE}))"
            near(query, one(weir, query), server.one(query), share=0.1)
    return f"{len(ALIKE) + 3} questions"


@test
def promql_clients():
    """promtool, which speaks the API as Grafana does, can ask for values, ranges, series and labels"""
    tool = program("promtool")
    with Weir(PIPELINE) as weir:
        feed(weir, CAPTURES[0])
        url = f"http://127.0.0.1:{weir.admin}"
        calls = one(weir, f"sum({CALLS}_count)")
        for words, part in (
            (["instant", url, f"sum({CALLS}_count)"], f"{{}} => {calls:.0f} @["),
            (["range", "--step=60s", url, f"sum({CALLS}_count)"], f"{calls:.0f} @["),
            (["series", f"--match={CALLS}_sum", url], f'__name__="{CALLS}_sum"'),
            (["labels", url, "__name__"], "gen_ai_client_token_usage_total"),
        ):
            done = subprocess.run([tool, "query", *words], capture_output=True, text=True, timeout=60)
            if done.returncode != 0 or part not in done.stdout:
                raise AssertionError(f"promtool query {words[0]}: {done.stdout[-300:]} {done.stderr[-300:]}, not {part!r}")
        status, body, headers = call(weir.admin, "GET", "/api/v1/query?query=1%2B")
        expect("status", status, 400)
        expect("error", json.loads(body)["errorType"], "bad_data")
        expect("a foreign host", call(weir.admin, "GET", "/api/v1/query?query=1", headers={"Host": "evil.example"})[0], 421)
        expect("POST", call(weir.admin, "POST", "/api/v1/query", b"query=1", {"Content-Type": "application/x-www-form-urlencoded"})[0], 405)
        expect("security", "default-src 'none'" in headers["Content-Security-Policy"], True)
