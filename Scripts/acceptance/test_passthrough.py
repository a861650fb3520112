"""Every body of the corpus through a pipeline without processors: what comes out is what went in."""
import glob
import json
import os

import otlpfile
from harness import Weir, expect, shared, test

SIGNALS = ("traces", "metrics", "logs")
PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
""" + "".join(
    f"""
[exporters.{signal}_pb]
kind = "file"
path = "DIR/{signal}.pb"
format = "proto"
[exporters.{signal}_json]
kind = "file"
path = "DIR/{signal}.jsonl"
format = "json"
[pipelines.{signal}]
receivers = ["otlp"]
exporters = ["{signal}_pb", "{signal}_json"]
"""
    for signal in SIGNALS
)


def bodies(captures):
    """(signal, bytes, whether it is JSON), in their order."""
    for capture in captures:
        with open(os.path.join(capture, "bodies.jsonl"), encoding="utf-8") as index:
            for line in index:
                entry = json.loads(line)
                with open(os.path.join(capture, entry["file"]), "rb") as file:
                    yield entry["signal"], file.read(), entry["file"].endswith(".json")


def carry(captures):
    """Sends the bodies through Weir. Gives what was sent, and what was written as protobuf and as JSON, by signal, joined."""
    sent = {signal: [] for signal in SIGNALS}
    with Weir(PIPELINE) as weir:
        for signal, body, is_json in bodies(captures):
            status, answer = weir.post(signal, body, "application/json" if is_json else "application/x-protobuf")
            expect(f"status of a body ({answer[:100]!r})", status, 200)
            sent[signal].append(otlpfile.from_json(json.loads(body), signal).SerializeToString() if is_json else body)
        expect("exit after SIGTERM", weir.stop(), 0)
        written = {s: b"".join(otlpfile.messages(weir.path(s + ".pb"))) for s in SIGNALS if sent[s]}
        json_lines = {s: otlpfile.lines(weir.path(s + ".jsonl")) for s in SIGNALS if sent[s]}
    return {s: b"".join(parts) for s, parts in sent.items() if parts}, written, json_lines


def check_json(sent, json_lines):
    """Requests joined end to end are one request, so it does not matter how they were batched."""
    for signal, joined in sent.items():
        read = otlpfile.REQUEST[signal]()
        for line in json_lines[signal]:
            read.MergeFrom(otlpfile.from_json(line, signal))
        check_same(otlpfile.REQUEST[signal].FromString(joined), read, f"{signal} in JSON")


def check_same(wanted, found, what):
    groups = wanted.ListFields()[0][0].name
    for number, (a, b) in enumerate(zip(getattr(wanted, groups), getattr(found, groups))):
        if a != b:
            raise AssertionError(f"{what}: resource {number} differs:\n{str(a)[:800]}\nis not\n{str(b)[:800]}")
    expect(f"{what}: resources", len(getattr(found, groups)), len(getattr(wanted, groups)))


@test
def protobuf():
    """corpus, protobuf in: byte for byte in protobuf, the same meaning in JSON"""
    captures = [c for c in sorted(glob.glob(os.path.join(shared("corpus"), "*", ""))) if "genai_openai_json" not in c]
    sent, written, json_lines = carry(captures)
    for signal, joined in sent.items():
        if joined != written[signal]:
            place = next((i for i, (a, b) in enumerate(zip(joined, written[signal])) if a != b), min(len(joined), len(written[signal])))
            raise AssertionError(f"{signal}: {len(joined)} bytes went in, {len(written[signal])} came out, first difference at {place}")
    check_json(sent, json_lines)
    return f"{len(captures)} captures, {sum(map(len, sent.values())) // 1024} KiB"


@test
def otlp_json():
    """corpus, OTLP/JSON in: the same meaning in protobuf and in JSON"""
    sent, written, json_lines = carry([shared("corpus", "genai_openai_json")])
    for signal, joined in sent.items():
        request = otlpfile.REQUEST[signal]
        check_same(request.FromString(joined), request.FromString(written[signal]), f"{signal} in protobuf")
    check_json(sent, json_lines)


def deep_request(depth):
    """A span with an attribute of arrays in arrays. Written from its end, so that its size is known at each step."""
    tail = bytearray()

    def wrap(tag):
        length, digits = len(tail), bytearray([tag])
        while length >= 0x80:
            digits.append(length & 0x7F | 0x80)
            length >>= 7
        digits.append(length)
        tail.extend(reversed(digits))

    for _ in range(depth):
        wrap(0x0A)
        wrap(0x2A)
    wrap(0x12)
    tail.extend(b"k\x01\x0a")
    wrap(0x4A)
    tail.extend(reversed(b"\x0a\x10" + b"t" * 16 + b"\x12\x08" + b"s" * 8))
    for tag in (0x12, 0x12, 0x0A):
        wrap(tag)
    return bytes(reversed(tail))


@test
def deep_nesting():
    """values nested 100, 10,000 and 100,000 deep: passed on byte for byte, and Weir lives"""
    bodies = [deep_request(depth) for depth in (100, 10_000, 100_000)]
    with Weir(PIPELINE) as weir:
        for body in bodies:
            status, answer = weir.post("traces", body)
            expect(f"status ({answer[:100]!r})", status, 200)
        expect(f"exit after SIGTERM ({weir.log()})", weir.stop(), 0)
        expect("bytes", b"".join(otlpfile.messages(weir.path("traces.pb"))), b"".join(bodies))
        with open(weir.path("traces.jsonl"), encoding="utf-8") as file:
            written = file.read()
        # Deeper than any reader of JSON follows, a value is shown as what it is: bytes.
        expect("spans in JSON", written.count('"spanId"'), len(bodies))
        return f"{len(written) >> 10} KiB of JSON"
