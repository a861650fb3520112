"""Weir in front of Weir: the exporter over real sockets."""
import glob
import os

import otlpfile
from harness import Skipped, Weir, expect, free_ports, shared, takes, test
from test_passthrough import PIPELINE as WRITES
from test_passthrough import SIGNALS, bodies

FORWARDS = """
[admin]
listen = "ADMIN"
drain = "1s"
[receivers.otlp]
http = "HTTP"
[exporters.backend]
kind = "otlp"
endpoint = "http://127.0.0.1:BACKEND"
compression = "PACKED"
""" + "".join(f'[pipelines.{signal}]\nreceivers = ["otlp"]\nexporters = ["backend"]\n' for signal in SIGNALS)


def forwards(port, compression="none"):
    if not takes("exporters.otlp", "endpoint") and not takes("otlp", "endpoint"):
        raise Skipped("there is no exporter otlp")
    return FORWARDS.replace("BACKEND", str(port)).replace("PACKED", compression)


def through_two(compression):
    captures = sorted(glob.glob(os.path.join(shared("corpus"), "open*", "")))
    sent = {signal: [] for signal in SIGNALS}
    with Weir(WRITES) as last, Weir(forwards(last.http, compression)) as first:
        for signal, body, _ in bodies(captures):
            expect("status of a body", first.post(signal, body)[0], 200)
            sent[signal].append(body)
        expect(f"exit of the first after SIGTERM ({first.log()})", first.stop(), 0)
        expect("exit of the last after SIGTERM", last.stop(), 0)
        for signal in SIGNALS:
            # Joined requests keep their order within a resource list; which of several workers comes first is open.
            found = otlpfile.REQUEST[signal].FromString(b"".join(otlpfile.messages(last.path(signal + ".pb"))))
            wanted = otlpfile.REQUEST[signal].FromString(b"".join(sent[signal]))
            expect(f"{signal}", resources(found), resources(wanted))
    return f"{sum(map(len, sent.values()))} requests"


def resources(request):
    return sorted(each.SerializeToString(deterministic=True) for each in request.ListFields()[0][1])


@test
def forward():
    """Weir to Weir over HTTP: nothing lost or changed"""
    return through_two("none")


@test
def forward_gzip():
    """Weir to Weir over HTTP with gzip: nothing lost or changed"""
    return through_two("gzip")


@test
def backend_is_gone():
    """a backend that never answers: SIGTERM ends within the drain time, exit 1, and the loss is told"""
    with Weir(forwards(free_ports(1)[0])) as weir:
        span = b"\x0a\x10" + b"t" * 16 + b"\x12\x08" + b"s" * 8
        scope = b"\x12" + bytes([len(span)]) + span
        resource = b"\x12" + bytes([len(scope)]) + scope
        expect("status", weir.post("traces", b"\x0a" + bytes([len(resource)]) + resource)[0], 200)
        expect(f"exit after SIGTERM ({weir.log()})", weir.stop(), 1)
        if "1" not in weir.log():
            raise AssertionError(f"nothing is said of the loss: {weir.log()}")
