"""Weir to Weir over TLS: whom the exporter believes, who it says it is, and certificates that are replaced while it runs."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter

import otlpfile
from harness import Skipped, Weir, call, expect, takes, test

RECEIVES = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
grpc = "GRPC"
TLS
""" + "".join(
    f"""
[exporters.{signal}]
kind = "file"
path = "DIR/{signal}.pb"
format = "proto"
[pipelines.{signal}]
receivers = ["otlp"]
exporters = ["{signal}"]
"""
    for signal in otlpfile.REQUEST
)
SENDS = """
[admin]
listen = "ADMIN"
drain = "1s"
[receivers.otlp]
http = "HTTP"
[exporters.backend]
kind = "otlp"
protocol = "PROTOCOL"
endpoint = "https://127.0.0.1:BACKEND"
tls = { CLIENT }
retry = { initial = "50ms", max = "200ms" }
[pipelines.traces]
receivers = ["otlp"]
exporters = ["backend"]
"""


class Certificates:
    """An authority with a server and a client, and a stranger's authority, in a folder of their own."""

    def __init__(self):
        if not shutil.which("openssl"):
            raise Skipped("there is no openssl")
        if not takes("receivers.otlp", "tls") and not takes("otlp", "tls"):
            raise Skipped("there is no TLS")
        self.directory = tempfile.mkdtemp(prefix="weir-certificates-")
        for authority in ("ca", "stranger"):
            self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                         f"/CN={authority}", "-keyout", f"{authority}.key", "-out", f"{authority}.pem")  # fmt: skip
        self.issue("server", "IP:127.0.0.1,DNS:localhost")
        self.issue("named", "DNS:weir.test")
        self.issue("client", "DNS:client")

    def issue(self, name, names):
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                     "-addext", f"subjectAltName={names}", "-keyout", f"{name}.key", "-out", f"{name}.csr")  # fmt: skip
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
                     "-copy_extensions", "copy", "-out", f"{name}.pem")  # fmt: skip

    def openssl(self, *arguments):
        done = subprocess.run(["openssl", *arguments], cwd=self.directory, capture_output=True, text=True, timeout=30)
        expect(f"exit of openssl ({done.stderr[-300:]})", done.returncode, 0)

    def path(self, name):
        return os.path.join(self.directory, name)

    def replace(self, name, other):
        """Puts another file in the place of one, at once."""
        shutil.copy(self.path(other), self.path(name + ".new"))
        os.rename(self.path(name + ".new"), self.path(name))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.directory, ignore_errors=True)


def request(first, count):
    body = otlpfile.REQUEST["traces"]()
    scope = body.resource_spans.add().scope_spans.add()
    for number in range(first, first + count):
        scope.spans.add(trace_id=b"t" * 16, span_id=(number + 1).to_bytes(8, "big"), name=f"span-{number}")
    return body.SerializeToString()


def arrived(weir):
    found = [otlpfile.REQUEST["traces"].FromString(each) for each in otlpfile.messages(weir.path("traces.pb"))]
    return Counter(span.name for r in found for rs in r.resource_spans for ss in rs.scope_spans for span in ss.spans)


def expect_spans(weir, count):
    """Every span from 0 up to `count`, once each."""
    found, wanted = arrived(weir), Counter(f"span-{n}" for n in range(count))
    expect("spans that are missing", sorted(wanted - found)[:5], [])
    expect("spans that are too many", sorted(found - wanted)[:5], [])


def metric(weir, name):
    lines = [line for line in call(weir.admin, "GET", "/metrics")[1].decode().splitlines() if line.startswith(name)]
    return sum(float(line.split()[-1]) for line in lines)


def wait(weir, name, least, what):
    began = time.monotonic()
    while metric(weir, name) < least:
        if time.monotonic() > began + 30:
            raise AssertionError(f"{what}: {name} is {metric(weir, name)} after 30 s; {weir.log()}")
        time.sleep(0.05)


def sender(protocol, last, client):
    port = last.grpc if protocol == "grpc" else last.http
    return Weir(SENDS.replace("PROTOCOL", protocol).replace("BACKEND", str(port)).replace("CLIENT", client))


def receiver(server):
    return Weir(RECEIVES.replace("TLS", f"tls = {{ {server} }}"))


def identity(certificates, name):
    return f'cert = "{certificates.path(name + ".pem")}", key = "{certificates.path(name + ".key")}"'


def delivers(server_name, server_more, client_more):
    """Whether both protocols deliver with these settings; they have the same authority."""
    with Certificates() as certificates:
        ca = certificates.path("ca.pem")
        server = identity(certificates, server_name) + (f', client_ca = "{ca}"' if server_more == "mutual" else "")
        client = f'ca = "{ca}"' + client_more(certificates)
        with receiver(server) as last:
            for number, protocol in enumerate(("http", "grpc")):
                with sender(protocol, last, client) as first:
                    expect(f"{protocol}: status", first.post("traces", request(number * 100, 100))[0], 200)
                    expect(f"{protocol}: exit after SIGTERM ({first.log()})", first.stop(), 0)
            expect("exit of the last after SIGTERM", last.stop(), 0)
            expect_spans(last, 200)


@test
def tls_authority():
    """exporter over TLS with an authority of one's own, HTTP and gRPC: every span arrives"""
    delivers("server", "", lambda _: "")


@test
def tls_mutual():
    """exporter over mutual TLS, HTTP and gRPC: every span arrives"""
    delivers("server", "mutual", lambda certificates: ", " + identity(certificates, "client"))


@test
def tls_server_name():
    """exporter to a server whose certificate has another name than the endpoint: every span arrives"""
    delivers("named", "", lambda _: ', server_name = "weir.test"')


@test
def tls_believes_everything():
    """insecure_skip_verify believes any certificate, and says so"""
    with Certificates() as certificates, receiver(identity(certificates, "named")) as last:
        for number, protocol in enumerate(("http", "grpc")):
            with sender(protocol, last, "insecure_skip_verify = true") as first:
                first.post("traces", request(number * 10, 10))
                expect(f"{protocol}: exit after SIGTERM ({first.log()})", first.stop(), 0)
                expect(f"{protocol}: the warning", "insecure_skip_verify" in first.log(), True)
        expect("exit of the last after SIGTERM", last.stop(), 0)
        expect_spans(last, 20)


def wrong_then_right(protocol):
    with Certificates() as certificates:
        shutil.copy(certificates.path("stranger.pem"), certificates.path("believed.pem"))
        with receiver(identity(certificates, "server")) as last:
            with sender(protocol, last, f'ca = "{certificates.path("believed.pem")}"') as first:
                expect("status", first.post("traces", request(0, 50))[0], 200)
                wait(first, "weir_exporter_retries_total", 2, "a server that is not believed")
                expect("what a stranger got", metric(last, "weir_receiver_accepted_items_total"), 0)
                certificates.replace("believed.pem", "ca.pem")
                wait(first, "weir_exporter_delivered_items_total", 50, "the right authority was put there")
                expect("exit after SIGTERM", first.stop(), 0)
            expect("exit of the last after SIGTERM", last.stop(), 0)
            expect_spans(last, 50)


@test
def tls_wrong_certificate_http():
    """a certificate that is not believed gets nothing; once its authority is there all arrives, without a restart (HTTP)"""
    wrong_then_right("http")


@test
def tls_wrong_certificate_grpc():
    """a certificate that is not believed gets nothing; once its authority is there all arrives, without a restart (gRPC)"""
    wrong_then_right("grpc")


@test
def tls_no_client_certificate():
    """a server that wants client certificates gets nothing without one, and nothing is lost in silence"""
    with Certificates() as certificates:
        ca = certificates.path("ca.pem")
        with receiver(identity(certificates, "server") + f', client_ca = "{ca}"') as last:
            for protocol in ("http", "grpc"):
                with sender(protocol, last, f'ca = "{ca}"') as first:
                    first.post("traces", request(0, 10))
                    wait(first, "weir_exporter_retries_total", 2, "no client certificate")
                    expect(f"{protocol}: exit after SIGTERM", first.stop(), 1)
            expect("what arrived", metric(last, "weir_receiver_accepted_items_total"), 0)


def sdk(protocol, mutual):
    """The SDK's own exporters, which are told of certificates by the environment that OpenTelemetry specifies."""
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", "exporters.py")
    with Certificates() as certificates:
        ca = certificates.path("ca.pem")
        # Without the machine's own bundle of authorities, which the requests library would prefer.
        environment = {key: value for key, value in os.environ.items() if not key.endswith("CA_BUNDLE")}
        environment["OTEL_EXPORTER_OTLP_CERTIFICATE"] = ca
        if mutual:
            environment["OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"] = certificates.path("client.pem")
            environment["OTEL_EXPORTER_OTLP_CLIENT_KEY"] = certificates.path("client.key")
        with receiver(identity(certificates, "server") + (f', client_ca = "{ca}"' if mutual else "")) as weir:
            endpoint = f"https://localhost:{weir.grpc if protocol == 'grpc' else weir.http}"
            command = [sys.executable, program, protocol, endpoint, "gzip", "2000"]
            done = subprocess.run(command, capture_output=True, text=True, timeout=180, env=environment)
            expect(f"exit of the program ({done.stderr[-500:]})", done.returncode, 0)
            expect("exit after SIGTERM", weir.stop(), 0)
            expect_spans(weir, 2000)


@test
def tls_connections():
    """a connection with TLS is used again: twenty batches, at most two connections each way"""
    with Certificates() as certificates, receiver(identity(certificates, "server")) as last:
        for protocol in ("http", "grpc"):
            before = metric(last, "weir_receiver_connections_total")
            with sender(protocol, last, f'ca = "{certificates.path("ca.pem")}"') as first:
                for number in range(20):
                    first.post("traces", request(number * 10, 10))
                    wait(first, "weir_exporter_delivered_items_total", number * 10 + 10, protocol)
                opened = metric(last, "weir_receiver_connections_total") - before
                if not 1 <= opened <= 2:
                    raise AssertionError(f"{protocol}: {opened} connections")
                expect(f"{protocol}: exit after SIGTERM", first.stop(), 0)


@test
def sdk_tls_grpc():
    """SDK exporter, gRPC over TLS: every span arrives"""
    sdk("grpc", False)


@test
def sdk_tls_http():
    """SDK exporter, HTTP/protobuf over TLS: every span arrives"""
    sdk("http", False)


@test
def sdk_tls_json():
    """SDK exporter, HTTP/JSON over TLS: every span arrives"""
    sdk("json", False)


@test
def sdk_mutual_grpc():
    """SDK exporter, gRPC over mutual TLS: every span arrives"""
    sdk("grpc", True)


@test
def sdk_mutual_http():
    """SDK exporter, HTTP/protobuf over mutual TLS: every span arrives"""
    sdk("http", True)


@test
def sdk_mutual_json():
    """SDK exporter, HTTP/JSON over mutual TLS: every span arrives"""
    sdk("json", True)
