"""Weir between programs nobody here wrote: SDK → Weir → Rotel → Weir."""
import os
import subprocess
import sys
import time
from collections import Counter

import otlpfile
from harness import Skipped, Weir, call, expect, free_ports, test

SPANS = 10_000
RECORDS = 10

FILES = "".join(
    f"""
[exporters.{signal}]
kind = "file"
path = "DIR/{signal}.pb"
format = "proto"
"""
    for signal in otlpfile.REQUEST
)
RECEIVES = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
grpc = "GRPC"
""" + FILES
LAST = RECEIVES + "".join(f'[pipelines.{signal}]\nreceivers = ["otlp"]\nexporters = ["{signal}"]\n' for signal in otlpfile.REQUEST)
FIRST = (
    RECEIVES
    + """
[exporters.backend]
kind = "otlp"
protocol = "PROTOCOL"
endpoint = "http://127.0.0.1:BACKEND"
compression = "PACKED"
max_batch = "30KiB"
"""
    + "".join(f'[pipelines.{signal}]\nreceivers = ["otlp"]\nexporters = ["{signal}", "backend"]\n' for signal in otlpfile.REQUEST)
)


class Rotel:
    """Another collector, from PyPI, that receives OTLP on free ports and forwards it as OTLP."""

    def __init__(self, protocol, weir, compression):
        try:
            import rotel
        except ImportError as error:
            raise Skipped(f"rotel is not installed: {error}") from error
        self.agent = os.path.join(os.path.dirname(rotel.__file__), "rotel-agent")
        self.http, self.grpc = free_ports(2)
        self.command = [
            self.agent, "start", "--otlp-http-endpoint", f"127.0.0.1:{self.http}", "--otlp-grpc-endpoint", f"127.0.0.1:{self.grpc}",
            "--exporter", "otlp", "--otlp-exporter-protocol", protocol, "--otlp-exporter-compression", compression,
            "--otlp-exporter-endpoint", f"http://127.0.0.1:{weir.grpc if protocol == 'grpc' else weir.http}",
            # Where it cuts a batch at its size (8192 by default) the second part loses its resource (rotel 0.0.1a15).
            "--batch-timeout", "200ms", "--batch-max-size", "1000000",
        ]  # fmt: skip

    def __enter__(self):
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", "/")}
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        began = time.monotonic()
        while time.monotonic() < began + 20:
            if self.process.poll() is not None:
                raise AssertionError(f"rotel ended at once: exit {self.process.returncode}")
            try:
                call(self.http, "POST", "/v1/traces", b"", {"Content-Type": "application/x-protobuf"}, timeout=2)
                return self
            except OSError:
                time.sleep(0.02)
        raise AssertionError("rotel was not ready within 20 s")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def requests(weir, signal):
    path = weir.path(signal + ".pb")
    return [otlpfile.REQUEST[signal].FromString(each) for each in otlpfile.messages(path)] if os.path.exists(path) else []


def items(weir, signal):
    """Every item with its resource and scope, each as bytes that are the same for the same content, and how often."""
    found = Counter()
    for request in requests(weir, signal):
        for resource in request.ListFields()[0][1]:
            for scope in getattr(resource, {"traces": "scope_spans", "metrics": "scope_metrics", "logs": "scope_logs"}[signal]):
                for item in getattr(scope, {"traces": "spans", "metrics": "metrics", "logs": "log_records"}[signal]):
                    found[tuple(each.SerializeToString(deterministic=True) for each in (resource.resource, scope.scope, item))] += 1
    return found


def wait_for(weir, counts):
    """Until a Weir has accepted as much as it should, or 60 s have passed."""
    began = time.monotonic()
    while time.monotonic() < began + 60:
        page = call(weir.admin, "GET", "/metrics")[1].decode()
        lines = [line for line in page.splitlines() if line.startswith("weir_receiver_accepted_items_total")]
        if all(sum(float(line.split()[-1]) for line in lines if f'signal="{s}"' in line) >= n for s, n in counts.items()):
            return
        time.sleep(0.1)
    raise AssertionError(f"not all arrived within 60 s: {lines}")


def difference(sent, found):
    """How the first item that did not come as it was sent differs from what came in its place: resource, scope or item."""
    for item in sent - found:
        near = [each for each in found - sent if each[2] == item[2] or each[:2] == item[:2]]
        return f" (sent {item}, came {near[:1]})" if near else f" (sent {item}, nothing like it came)"
    return ""


def through_rotel(protocol, compression):
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", "exporters.py")
    with Weir(LAST) as last, Rotel(protocol, last, compression) as rotel:
        port = rotel.grpc if protocol == "grpc" else rotel.http
        pipeline = FIRST.replace("PROTOCOL", protocol).replace("BACKEND", str(port)).replace("PACKED", compression)
        with Weir(pipeline) as first:
            endpoint = f"http://127.0.0.1:{first.grpc if protocol == 'grpc' else first.http}"
            command = [sys.executable, program, protocol, endpoint, compression, str(SPANS)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=180)
            expect(f"exit of the program ({done.stderr[-500:]})", done.returncode, 0)
            counts = {"traces": SPANS, "metrics": 1, "logs": RECORDS}
            wait_for(last, counts)
            expect(f"exit of the first after SIGTERM ({first.log()})", first.stop(), 0)
            expect("exit of the last after SIGTERM", last.stop(), 0)
            ids = Counter(
                span.span_id for r in requests(last, "traces") for rs in r.resource_spans for ss in rs.scope_spans for span in ss.spans
            )
            expect("span ids that came", len(ids), SPANS)
            expect("how often each", set(ids.values()), {1})
            for signal in otlpfile.REQUEST:
                sent, found = items(first, signal), items(last, signal)
                expect(f"{signal}: items sent", sum(sent.values()), counts[signal])
                expect(f"{signal}: items that are lost or changed{difference(sent, found)}", sum((sent - found).values()), 0)
                expect(f"{signal}: items that are too many", sum((found - sent).values()), 0)
    return f"{SPANS} spans"


@test
def rotel_grpc():
    """SDK → Weir → Rotel → Weir over gRPC: every span, record and metric once and unchanged"""
    return through_rotel("grpc", "none")


@test
def rotel_grpc_gzip():
    """SDK → Weir → Rotel → Weir over gRPC with gzip: every span, record and metric once and unchanged"""
    return through_rotel("grpc", "gzip")


@test
def rotel_http():
    """SDK → Weir → Rotel → Weir over HTTP: every span, record and metric once and unchanged"""
    return through_rotel("http", "none")


@test
def rotel_http_gzip():
    """SDK → Weir → Rotel → Weir over HTTP with gzip: every span, record and metric once and unchanged"""
    return through_rotel("http", "gzip")


def restarts(protocol):
    """A backend that is stopped and started while spans are sent to it."""
    with Weir(LAST) as last:
        port = last.grpc if protocol == "grpc" else last.http
        pipeline = FIRST.replace("PROTOCOL", protocol).replace("BACKEND", str(port)).replace("PACKED", "gzip")
        with Weir(pipeline.replace("max_batch", 'retry = { initial = "20ms", max = "200ms" }\nmax_batch')) as first:
            sent = 0
            for _ in range(5):
                for _ in range(40):
                    body = otlpfile.REQUEST["traces"]()
                    spans = body.resource_spans.add().scope_spans.add().spans
                    for number in range(sent, sent + 50):
                        spans.add(trace_id=b"t" * 16, span_id=(number + 1).to_bytes(8, "big"), name="span")
                    sent += 50
                    expect("status", first.post("traces", body.SerializeToString())[0], 200)
                    if sent % 2000 == 1000:
                        expect("exit of the last after SIGTERM", last.stop(), 0)
                        last.__enter__()
            expect(f"exit of the first after SIGTERM ({first.log()})", first.stop(), 0)
            expect("exit of the last after SIGTERM", last.stop(), 0)
            found = {
                int.from_bytes(span.span_id, "big")
                for r in requests(last, "traces") for rs in r.resource_spans for ss in rs.scope_spans for span in ss.spans
            }
            expect("spans that are lost", len(set(range(1, sent + 1)) - found), 0)
    return f"{sent} spans, 5 restarts"


@test
def backend_restarts_grpc():
    """a backend that restarts five times under load, gRPC: nothing is lost"""
    return restarts("grpc")


@test
def backend_restarts_http():
    """a backend that restarts five times under load, HTTP: nothing is lost"""
    return restarts("http")
