"""The Python SDK's own exporters deliver everything, whatever the protocol."""
import os
import subprocess
import sys

import otlpfile
from harness import Skipped, Weir, expect, takes, test

SPANS = 10_000
PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
PORTS
""" + "".join(
    f"""
[exporters.{signal}]
kind = "file"
path = "DIR/{signal}.jsonl"
format = "json"
[pipelines.{signal}]
receivers = ["otlp"]
exporters = ["{signal}"]
"""
    for signal in ("traces", "metrics", "logs")
)


def deliver(protocol, compression):
    if protocol == "grpc" and not takes("otlp", "grpc"):
        raise Skipped("receivers.otlp has no gRPC")
    with Weir(PIPELINE.replace("PORTS", 'grpc = "GRPC"' if protocol == "grpc" else "")) as weir:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", "exporters.py")
        endpoint = f"http://127.0.0.1:{weir.grpc if protocol == 'grpc' else weir.http}"
        done = subprocess.run([sys.executable, path, protocol, endpoint, compression, str(SPANS)], capture_output=True, text=True, timeout=180)
        expect(f"exit of the program ({done.stderr[-500:]})", done.returncode, 0)
        expect("exit after SIGTERM", weir.stop(), 0)
        found = otlpfile.spans(otlpfile.lines(weir.path("traces.jsonl")))
        expect("spans", sorted(name for name, _ in found), sorted(f"span-{n}" for n in range(SPANS)))
        expect("attributes", {a["number"] for _, a in found if a["text"] == "ünïcode"}, set(range(SPANS)))
        records = [
            record["body"]["stringValue"]
            for request in otlpfile.lines(weir.path("logs.jsonl"))
            for resource in request["resourceLogs"]
            for scope in resource["scopeLogs"]
            for record in scope["logRecords"]
        ]
        expect("log records", sorted(records), [f"record {n}" for n in range(10)])
        expect("the metric", '"things"' in open(weir.path("metrics.jsonl"), encoding="utf-8").read(), True)


@test
def grpc_plain():
    """SDK exporter, gRPC: every span, record and metric arrives"""
    deliver("grpc", "none")


@test
def grpc_gzip():
    """SDK exporter, gRPC with gzip: every span, record and metric arrives"""
    deliver("grpc", "gzip")


@test
def http_plain():
    """SDK exporter, HTTP/protobuf: every span, record and metric arrives"""
    deliver("http", "none")


@test
def http_gzip():
    """SDK exporter, HTTP/protobuf with gzip: every span, record and metric arrives"""
    deliver("http", "gzip")


@test
def json_plain():
    """SDK exporter, HTTP/JSON: every span, record and metric arrives"""
    deliver("json", "none")


@test
def json_gzip():
    """SDK exporter, HTTP/JSON with gzip: every span, record and metric arrives"""
    deliver("json", "gzip")
