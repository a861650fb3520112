"""The process: mistakes, statuses, memory, start and stop."""
import gzip
import os
import subprocess
import tempfile
import threading
import time

from harness import ROOT, WEIR, Weir, call, expect, test

DISCARD = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
[processors.genai]
[connectors.genai_metrics]
[exporters.discard]
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["discard", "genai_metrics"]
[pipelines.metrics]
receivers = ["genai_metrics"]
exporters = ["discard"]
"""


def weir_check(text):
    with tempfile.TemporaryDirectory() as directory:
        with open(os.path.join(directory, "bad.toml"), "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([WEIR, "check", "bad.toml"], cwd=directory, capture_output=True, text=True, timeout=20)
        return done.returncode, done.stdout + done.stderr


@test
def check_message():
    """weir check: a mistake is shown where it was made, exit 2"""
    code, text = weir_check(
        '[exporters.file]\npaht = "out.jsonl"\n'
        '[receivers.otlp]\nhttp = "127.0.0.1:4318"\n[pipelines.traces]\nreceivers = ["otlp"]\nexporters = ["file"]\n'
    )
    expect("exit", code, 2)
    wanted = (
        "bad.toml:2:1: error: exporters.file: unknown key 'paht'\n"
        '2 | paht = "out.jsonl"\n'
        "  | ^^^^ did you mean 'path'?\n"
    )
    if wanted not in text:
        raise AssertionError(f"the message is\n{text}")


@test
def check_all_mistakes():
    """weir check: all mistakes of a file in one run"""
    code, text = weir_check(
        '[receivers.otpl]\n[processors.genai]\nprefer = 3\n[exporters.discard]\n[exporters.stdout]\n'
        '[pipelines.traces]\nreceivers = ["otlp"]\nexporters = ["discard", "nowhere"]\n'
    )
    expect("exit", code, 2)
    for place in ("bad.toml:1:", "bad.toml:3:", "bad.toml:5:", "bad.toml:7:", "bad.toml:8:"):
        if place not in text:
            raise AssertionError(f"nothing is said of {place}\n{text}")


@test
def shipped_files():
    """weir check: every file in Pipelines/ is right"""
    files = sorted(name for name in os.listdir(os.path.join(ROOT, "Pipelines")) if name.endswith(".toml"))
    for name in files:
        environment = dict(os.environ, BACKEND_TOKEN="x")
        done = subprocess.run([WEIR, "check", f"Pipelines/{name}"], cwd=ROOT, capture_output=True, text=True, timeout=20, env=environment)
        expect(f"exit of {name} ({done.stdout}{done.stderr})", done.returncode, 0)
    return f"{len(files)} files"


@test
def missing_file():
    """weir run: a file that is not there is exit 2"""
    expect("exit", subprocess.run([WEIR, "run", "/nowhere.toml"], capture_output=True, timeout=20).returncode, 2)


@test
def statuses():
    """HTTP statuses: what is wrong with a request is told as the specification has it"""
    with Weir(DISCARD) as weir:
        protobuf = {"Content-Type": "application/x-protobuf"}
        table = [
            ("POST", "/v1/traces", b"", protobuf, 200),
            ("POST", "/v1/traces", b"\n\x00", protobuf, 200),
            ("POST", "/v1/traces", b"\n\xff\xff", protobuf, 400),
            ("POST", "/v1/traces", b"{", {"Content-Type": "application/json"}, 400),
            ("POST", "/v1/traces", gzip.compress(b"\n\x00"), dict(protobuf, **{"Content-Encoding": "gzip"}), 200),
            ("POST", "/v1/traces", gzip.compress(b"\n\x00" * 99)[:-12], dict(protobuf, **{"Content-Encoding": "gzip"}), 400),
            ("POST", "/v1/traces", b"\n\x00", {"Content-Type": "text/plain"}, 415),
            ("POST", "/v1/nothing", b"", protobuf, 404),
            ("GET", "/v1/traces", None, {}, 405),
            ("POST", "/v1/traces", b"\n\x00" * (9 << 20), protobuf, 413),
        ]
        for method, path, body, headers, wanted in table:
            try:
                status = call(weir.http, method, path, body, headers)[0]
            except (ConnectionError, BrokenPipeError):
                status = 413 if wanted == 413 else None  # it may close while a body that is too large still arrives
            expect(f"{method} {path} with {len(body or b'')} bytes, {headers}", status, wanted)
        expect("exit after SIGTERM", weir.stop(), 0)


def rest(text):
    """MiB at rest and milliseconds until ready, each the median of five starts."""
    times, sizes = [], []
    for _ in range(5):
        with Weir(text) as weir:
            times.append(weir.ready_seconds * 1000)
            time.sleep(1.5)
            sizes.append(weir.memory("VmRSS"))
            expect("exit after SIGTERM", weir.stop(), 0)
    return sorted(sizes)[2], sorted(times)[2]


RESTING = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
grpc = "GRPC"
[processors.genai]
[connectors.genai_metrics]
[exporters.discard]
[exporters.prometheus]
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["discard", "genai_metrics"]
[pipelines.metrics]
receivers = ["otlp", "genai_metrics"]
exporters = ["prometheus"]
"""


@test
def start_and_rest():
    """a pipeline with genai, metrics and Prometheus at rest: resident memory and time until ready"""
    memory, ready = rest(RESTING)
    if memory > 25 or ready > 1000:
        raise AssertionError(f"{memory:.1f} MiB at rest, ready in {ready:.0f} ms")
    return f"{memory:.1f} MiB (goal 25), ready in {ready:.0f} ms (goal 100)"


@test
def default_at_rest():
    """the default pipeline with the view at rest: resident memory and time until ready"""
    with open(os.path.join(ROOT, "Pipelines", "sidecar.toml"), encoding="utf-8") as file:
        text = file.read()
    for number, word in ((4317, "GRPC"), (4318, "HTTP"), (4319, "ADMIN")):
        text = text.replace(f'"127.0.0.1:{number}"', f'"{word}"')
    memory, ready = rest(text)
    if memory > 48 or ready > 2000:
        raise AssertionError(f"{memory:.1f} MiB at rest, ready in {ready:.0f} ms")
    return f"{memory:.1f} MiB, ready in {ready:.0f} ms"


def large_body(size):
    """A request of GenAI spans of about `size` bytes."""
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    request = ExportTraceServiceRequest()
    spans = request.resource_spans.add().scope_spans.add().spans
    for number in range(500):
        span = spans.add(trace_id=os.urandom(16), span_id=os.urandom(8), name="chat gpt-4o", kind=3, start_time_unix_nano=1, end_time_unix_nano=2)
        texts = {"gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o", "gen_ai.prompt": "x" * (size // 500)}
        for key, text in texts.items():
            span.attributes.add(key=key).value.string_value = text
        span.attributes.add(key="gen_ai.usage.input_tokens").value.int_value = number + 1
    return request.SerializeToString()


@test
def memory_under_load():
    """64 connections with bodies of 4 MB: all accepted in the end, memory stays bounded"""
    body = large_body(4_000_000)
    with Weir(DISCARD) as weir:
        answers = []

        def send():
            for _ in range(4):
                answers.append(weir.post("traces", body)[0])

        threads = [threading.Thread(target=send) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect("answers", {status: answers.count(status) for status in set(answers)}, {200: 256})
        peak = weir.memory("VmHWM")
        expect("exit after SIGTERM", weir.stop(), 0)
    if peak > 150:
        raise AssertionError(f"{peak:.0f} MiB at most, more than 150")
    return f"{peak:.0f} MiB at most, {256 * len(body) >> 20} MiB accepted, {weir.refusals} times busy, {weir.resets} connections closed early"
