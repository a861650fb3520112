"""Bad input (delivery.md, "Bad input to send") through the whole of the default pipeline: each has its status, is booked, and the next good
request is served. What is wrong with HTTP and HTTP/2 themselves is tried in test_transports."""
import gzip
import http.client
import json
import random
import struct
import zlib

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest, ExportTraceServiceResponse

from backend import PROTOBUF
from harness import Weir, call, expect, test
from test_delivery import expect_received_balance

PIPELINE = """
[admin]
listen = "ADMIN"
memory = "400MiB"
[receivers.otlp]
http = "HTTP"
[processors.genai]
[connectors.genai_metrics]
interval = "1s"
[exporters.view]
directory = "DIR/data"
[exporters.prometheus]
[exporters.lines]
kind = "file"
path = "DIR/lines.jsonl"
[pipelines.traces]
receivers = ["otlp"]
processors = ["genai"]
exporters = ["view", "genai_metrics", "lines"]
[pipelines.metrics]
receivers = ["genai_metrics"]
exporters = ["prometheus"]
"""
JSON = {"Content-Type": "application/json"}


def span(**fields):
    """A request of one model call."""
    body = ExportTraceServiceRequest()
    wanted = {"trace_id": b"t" * 16, "span_id": b"s" * 8, "name": "chat", "start_time_unix_nano": 10**18, "end_time_unix_nano": 10**18 + 9}
    one = body.resource_spans.add().scope_spans.add().spans.add(**{**wanted, **fields})
    for key, value in (("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.provider.name", "openai")):
        one.attributes.add(key=key).value.string_value = value
    return body


def attributed(*pairs):
    """The same with more attributes, of the kind that their value has."""
    body = span()
    one = body.resource_spans[0].scope_spans[0].spans[0]
    for key, value in pairs:
        kind = {bool: "bool_value", int: "int_value", float: "double_value", str: "string_value", bytes: "bytes_value"}[type(value)]
        setattr(one.attributes.add(key=key).value, kind, value)
    return body.SerializeToString()


def varint(number, least=1):
    """With `least` bytes it may be longer than it must."""
    out = bytearray()
    while number > 127 or len(out) + 1 < least:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def field(number, kind, content):
    return varint(number << 3 | kind) + content


def message(number, content):
    return field(number, 2, varint(len(content)) + content)


def wrapped(content):
    """A span's bytes within resource and scope."""
    return message(1, message(2, message(2, content)))


def valid():
    return span().resource_spans[0].scope_spans[0].spans[0].SerializeToString()


class Sender:
    """One connection that is used again, as it is for clients with an error of theirs."""

    def __init__(self, weir):
        self.weir = weir
        self.connection = None

    def status(self, body, headers=PROTOBUF):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.weir.http, timeout=60)
        self.connection.request("POST", "/v1/traces", body, headers)
        answer = self.connection.getresponse()
        self.said = answer.read()
        if answer.will_close:
            self.connection = None
        return answer.status

    def expect(self, what, body, wanted, headers=PROTOBUF):
        expect(f"status of {what}", self.status(body, headers), wanted)
        if self.weir.process.poll() is not None:
            raise AssertionError(f"{what} ended it: {self.weir.log()}")


def booked(weir):
    """Whatever came, it lives, balances and shows its pages."""
    expect("a good one", call(weir.http, "POST", "/v1/traces", attributed(), PROTOBUF)[0], 200)
    expect_received_balance(weir)
    for path in ("/overview", "/traces", "/models", "/errors", "/conversations", "/metrics"):
        expect(path, call(weir.admin, "GET", path)[0], 200)
    peak = weir.memory("VmHWM")
    expect("exit after SIGTERM", weir.stop(), 0)
    return f"{peak:.0f} MiB at most"


@test
def cut_and_flipped():
    """every prefix of a request is 200 where protobuf reads it and 400 where not; every flipped bit and random bytes are one of both"""
    body = attributed(("gen_ai.usage.input_tokens", 7))
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        for count in range(len(body)):
            try:
                whole = ExportTraceServiceRequest.FromString(body[:count])
                spans = [one for r in whole.resource_spans for s in r.scope_spans for one in s.spans]
                wanted = 400 if spans and not any(one.span_id for one in spans) else 200
            except Exception:
                wanted = 400
            sender.expect(f"the first {count} bytes", body[:count], wanted)
        found = {200: 0, 400: 0}
        for bit in range(len(body) * 8):
            damaged = bytearray(body)
            damaged[bit // 8] ^= 1 << bit % 8
            found[sender.status(bytes(damaged))] += 1
        source = random.Random(7)
        for _ in range(300):
            found[sender.status(source.randbytes(source.randrange(1, 400)))] += 1
        expect("both", all(found.values()), True)
        return f"{found[200]} read, {found[400]} refused, {booked(weir)}"


@test
def bad_protobuf():
    """wrong lengths, overlong varints, groups, reserved wire types, wrong ids: 400 or a partial success, as OTLP has it"""
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        one = valid()
        for what, body, wanted in (
            ("nothing at all", b"", 200),
            ("a length of 2^31", field(1, 2, varint(1 << 31)), 400),
            ("a length of 2^63", field(1, 2, varint(1 << 63)), 400),
            ("a length of 2^63 deep within", message(1, message(2, field(2, 2, varint(1 << 63)))), 400),
            ("a varint of eleven bytes", wrapped(one + field(6, 0, varint(1, 11))), 400),
            ("an overlong length", field(1, 2, varint(2, 5) + message(2, b"")), 200),
            ("an unknown field", wrapped(one + field(1000, 0, varint(5))), 200),
            ("a group", wrapped(one + field(1000, 3, b"") + field(1000, 4, b"")), 400),
            ("the end of a group", wrapped(one + field(1000, 4, b"")), 400),
            ("wire type 6", wrapped(one + field(1000, 6, b"")), 400),
            ("wire type 7", wrapped(one + field(1000, 7, b"")), 400),
            ("field 0", wrapped(one + b"\0\0"), 400),
            ("a name that is a number", wrapped(one + field(5, 0, b"\1")), 400),
            ("a trace id of 15 bytes", span(trace_id=b"t" * 15).SerializeToString(), 400),
            ("a trace id of zeros", span(trace_id=bytes(16)).SerializeToString(), 400),
            ("no span id", span(span_id=b"").SerializeToString(), 400),
            ("one good and one without id", one_good_one_bad(), 200),
        ):
            sender.expect(what, body, wanted)
        expect("refused by name", "rejected" in str(partial(sender, one_good_one_bad())), True)
        return booked(weir)


def one_good_one_bad():
    return span().SerializeToString() + span(span_id=bytes(8)).SerializeToString()


def partial(sender, body):
    sender.status(body)
    return ExportTraceServiceResponse.FromString(sender.said)


@test
def absurd_values():
    """absurd times, texts, keys, token counts and sizes are taken as they are: no number comes of what is none"""
    text = "gen_ai.usage.input_tokens"
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        for what, body in (
            ("an end before the start", span(start_time_unix_nano=10**18, end_time_unix_nano=1).SerializeToString()),
            ("times of 0", span(start_time_unix_nano=0, end_time_unix_nano=0).SerializeToString()),
            ("times of 2^64 - 1", span(start_time_unix_nano=2**64 - 1, end_time_unix_nano=2**64 - 1).SerializeToString()),
            ("a name that is no UTF-8", wrapped(valid() + message(5, b"\xff\xfe\xc0"))),
            ("a key that is no UTF-8", wrapped(valid() + message(9, message(1, b"\xff\xfe") + message(2, message(1, b"x"))))),
            ("a value that is no UTF-8", wrapped(valid() + message(9, message(1, b"gen_ai.request.model") + message(2, message(1, b"\xff\xc0"))))),
            ("a key twice", attributed(("gen_ai.request.model", "a"), ("gen_ai.request.model", "b"))),
            *((f"tokens of {value!r}", attributed((text, value))) for value in (
                -1, 1.5, 2**63 - 1, -(2**63), float("nan"), float("inf"), 1e308, "12", "abc", "", True, b"\1")),
            ("an empty list for tokens", wrapped(valid() + message(9, message(1, text.encode()) + message(2, message(5, b""))))),
            ("a model of 64 KB", attributed(("gen_ai.request.model", "m" * 65_536))),
            ("a model of control characters", attributed(("gen_ai.request.model", "".join(map(chr, range(32))) + "\x7f\u202e"))),
            ("a model in many scripts", attributed(("gen_ai.request.model", "模型-модель-🦆" * 9))),
            ("a cost that is negative", attributed(("gen_ai.usage.cost_usd", -5.0))),
            ("a conversation of 100 KB", attributed(("gen_ai.conversation.id", "c" * 100_000))),
        ):  # fmt: skip
            sender.expect(what, body, 200)
        figures = json.loads(call(weir.admin, "GET", "/api/v1/overview?from=1970-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")[1])
        if (figures["tokens"]["input"] or 0) < 0 or (figures["cost"]["totalUsd"] or 0) < 0:
            raise AssertionError(f"numbers of nothing: {figures['tokens']}, {figures['cost']}")
        return booked(weir)


@test
def very_much():
    """100,000 spans in a scope, 100,000 attributes on a span, an attribute of 15 MiB, one over the limit: taken or 413, in bounded memory"""
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        spans = b"".join(message(2, b"\x0a\x10" + b"t" * 16 + b"\x12\x08" + struct.pack(">Q", n + 1)) for n in range(100_000))
        sender.expect("100,000 spans", message(1, message(2, spans)), 200)
        many = b"".join(message(9, message(1, b"k%d" % n) + message(2, b"\x18\x01")) for n in range(100_000))
        sender.expect("100,000 attributes", wrapped(valid() + many), 200)
        again = message(9, message(1, b"gen_ai.request.model") + message(2, message(1, b"m"))) * 100_000
        sender.expect("100,000 times one attribute", wrapped(valid() + again), 200)
        sender.expect("an attribute of 15 MiB", attributed(("gen_ai.input.messages", "x" * (15 << 20))), 200)
        try:
            sender.expect("an attribute of 17 MiB", attributed(("gen_ai.input.messages", "x" * (17 << 20))), 413)
        except ConnectionError:
            pass  # It may hang up on a body that is too large.
        peak = weir.memory("VmHWM")
        if peak > 600:
            raise AssertionError(f"{peak:.0f} MiB at most")
        return booked(weir)


@test
def bad_json():
    """OTLP/JSON that is truncated, of wrong types, deep, with lone surrogates, a BOM or NaN: read as proto3's JSON is, or 400"""
    good = {"resourceSpans": [{"scopeSpans": [{"spans": [{
        "traceId": "74" * 16, "spanId": "73" * 8, "name": "chat", "kind": 3, "startTimeUnixNano": "1000000000000000000",
        "endTimeUnixNano": "1000000000000000009", "attributes": [{"key": "gen_ai.usage.input_tokens", "value": {"intValue": "7"}}]}]}]}]}  # fmt: skip
    text = json.dumps(good)
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        for count in range(len(text)):
            sender.expect(f"the first {count} characters", text[:count].encode(), 400, JSON)
        for what, body, wanted in (
            ("all of it", text, 200), ("white space around", f" \n\t{text}\r\n", 200), ("a BOM", "\ufeff" + text, 200),
            ("a number as text, a text as number", text.replace('"7"', "7").replace('"1000000000000000000"', "1000000000000000000"), 200),
            ("a kind by its name", text.replace('"kind": 3', '"kind": "SPAN_KIND_CLIENT"'), 200),
            ("a text for a list", '{"resourceSpans": "x"}', 400), ("a list for an object", '{"resourceSpans": [[]]}', 400),
            ("a number for a name", text.replace('"chat"', "5"), 400), ("NaN", text.replace('"7"', "NaN"), 400),
            ("a trailing comma", text[:-1] + ",}", 400), ("two documents", text + text, 400), ("a word", "null and void", 400),
            ("an id that is no hex", text.replace("7373", "zz73"), 400), ("an unknown key", text.replace('"kind"', '"future"'), 200),
            ("a lone surrogate", text.replace("chat", "\\ud800"), 200), ("10,000 lists", "[" * 10_000 + "]" * 10_000, 400),
            ("10,000 lists in an unknown key", '{"x": ' + "[" * 10_000 + "]" * 10_000 + "}", 400),
            ("an integer over 64 bits", text.replace('"7"', '"99999999999999999999"'), 400),
        ):  # fmt: skip
            sender.expect(what, body.encode(), wanted, JSON)
        sender.expect("bytes that are no UTF-8", text.encode().replace(b"chat", b"\xff\xc0"), 200, JSON)
        return booked(weir)


@test
def bad_gzip():
    """gzip that is cut, damaged, followed by something or a bomb: 400 or 413; several members are one body"""
    body = attributed()
    packed = {**PROTOBUF, "Content-Encoding": "gzip"}
    whole = gzip.compress(body)
    with Weir(PIPELINE) as weir:
        sender = Sender(weir)
        for count in range(len(whole)):
            sender.expect(f"the first {count} bytes", whole[:count], 400, packed)
        wrong = whole[:-8] + bytes([whole[-8] ^ 1]) + whole[-7:]
        deflate = zlib.compress(body)
        for what, data, wanted, headers in (
            ("all of it", whole, 200, packed), ("two members", gzip.compress(body[:20]) + gzip.compress(body[20:]), 200, packed),
            ("a wrong checksum", wrong, 400, packed), ("something behind it", whole + b"x" * 20, 400, packed),
            ("gzip in gzip", gzip.compress(whole), 400, packed), ("a bomb of 60 MB", gzip.compress(bytes(60_000_000)), 413, packed),
            ("no gzip", body, 400, packed), ("deflate", deflate, 200, {**PROTOBUF, "Content-Encoding": "deflate"}),
            ("half of deflate", deflate[:-5], 400, {**PROTOBUF, "Content-Encoding": "deflate"}),
            ("brotli", body, 415, {**PROTOBUF, "Content-Encoding": "br"}),
        ):  # fmt: skip
            sender.expect(what, data, wanted, headers)
        return booked(weir)
