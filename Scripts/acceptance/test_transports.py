"""The receiver's ports: TLS, credentials, both versions of HTTP, browsers, exact statuses, and senders that mean harm."""
import json
import os
import random
import socket
import ssl
import subprocess
import sys
import time

import grpc
import otlpfile
from google.rpc import error_details_pb2, status_pb2
from harness import Weir, call, expect, test
from test_secure import Certificates, metric, request

PIPELINE = """
[admin]
listen = "ADMIN"
[receivers.otlp]
http = "HTTP"
grpc = "GRPC"
max_body = "1MiB"
MORE
[exporters.file]
path = "DIR/traces.pb"
format = "proto"
[pipelines.traces]
receivers = ["otlp"]
exporters = ["file"]
"""
EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
PROTOBUF = {"Content-Type": "application/x-protobuf"}
TOKEN = "correct-horse"
SPANS = 10_000


def weir(more=""):
    return Weir(PIPELINE.replace("MORE", more))


def tls(certificates, mutual=False):
    more = f', client_ca = "{certificates.path("ca.pem")}"' if mutual else ""
    return f'tls = {{ cert = "{certificates.path("server.pem")}", key = "{certificates.path("server.key")}"{more} }}\n'


def refused(server, reason):
    return metric(server, f'weir_receiver_transport_refusals_total{{reason="{reason}",receiver="otlp"}}')


def export(protocol, port, environment, compression="gzip"):
    """Runs a program with the SDK's own exporters."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", "exporters.py")
    # A bundle that the machine wants everybody to use would go before the authority that the SDK is given.
    plain = {name: value for name, value in os.environ.items() if name not in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")}
    done = subprocess.run([sys.executable, path, protocol, f"https://127.0.0.1:{port}", compression, str(SPANS)],
                          capture_output=True, text=True, timeout=120, env={**plain, **environment})  # fmt: skip
    expect(f"exit of the program ({done.stderr[-500:]})", done.returncode, 0)


def deliver(protocol, mutual):
    with Certificates() as certificates, weir(tls(certificates, mutual) + f'auth = {{ bearer = "other, {TOKEN}" }}') as server:
        environment = {
            "OTEL_EXPORTER_OTLP_CERTIFICATE": certificates.path("ca.pem"),
            "OTEL_EXPORTER_OTLP_HEADERS": f"authorization=Bearer%20{TOKEN}",
        }
        if mutual:
            environment["OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"] = certificates.path("client.pem")
            environment["OTEL_EXPORTER_OTLP_CLIENT_KEY"] = certificates.path("client.key")
        export(protocol, server.grpc if protocol == "grpc" else server.http, environment)
        expect("exit after SIGTERM", server.stop(), 0)
        found = [otlpfile.REQUEST["traces"].FromString(each) for each in otlpfile.messages(server.path("traces.pb"))]
        names = [span.name for r in found for rs in r.resource_spans for ss in rs.scope_spans for span in ss.spans]
        expect("spans", sorted(names), sorted(f"span-{n}" for n in range(SPANS)))


@test
def tls_sdk_grpc():
    """SDK over gRPC with TLS and a token: every span arrives"""
    deliver("grpc", mutual=False)


@test
def tls_sdk_http():
    """SDK over HTTP/protobuf with TLS and a token: every span arrives"""
    deliver("http", mutual=False)


@test
def mtls_sdk_grpc():
    """SDK over gRPC with mutual TLS: every span arrives"""
    deliver("grpc", mutual=True)


@test
def mtls_sdk_http():
    """SDK over HTTP/protobuf with mutual TLS: every span arrives"""
    deliver("http", mutual=True)


@test
def mtls_sdk_json():
    """SDK over HTTP/JSON with mutual TLS: every span arrives"""
    deliver("json", mutual=True)


def handshake(port, certificates, client=None):
    """The serial number of the server's certificate after one request; None where the connection fails."""
    context = ssl.create_default_context(cafile=certificates.path("ca.pem"))
    if client:
        context.load_cert_chain(certificates.path(client + ".pem"), certificates.path(client + ".key"))
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as plain, context.wrap_socket(plain, server_hostname="127.0.0.1") as s:
            s.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return s.getpeercert()["serialNumber"] if s.recv(4096).startswith(b"HTTP/1.1 404") else None
    except (ssl.SSLError, ConnectionError):
        return None


@test
def mtls_strangers():
    """mutual TLS: no certificate and a stranger's are turned away, and counted"""
    with Certificates() as certificates, weir(tls(certificates, mutual=True)) as server:
        for port in (server.http, server.grpc):
            expect("with the client's certificate", handshake(port, certificates, "client") is not None, True)
            expect("without a certificate", handshake(port, certificates), None)
            expect("with a stranger's", handshake(port, certificates, "stranger"), None)
        expect("counted", refused(server, "tls_handshake"), 4)


@test
def tls_reload():
    """a certificate that is replaced serves the next connection; one that cannot be used leaves the old one"""
    with Certificates() as certificates, weir(tls(certificates)) as server:
        old = handshake(server.http, certificates)
        certificates.issue("next", "IP:127.0.0.1")
        certificates.replace("server.pem", "next.pem")
        certificates.replace("server.key", "next.key")
        deadline = time.monotonic() + 10
        while (new := handshake(server.http, certificates)) == old and time.monotonic() < deadline:
            time.sleep(0.1)
        expect("another certificate", new not in (old, None), True)
        with open(certificates.path("server.pem"), "w", encoding="ascii") as file:
            file.write("nonsense")
        kept = 'weir_receiver_tls_reloads_total{receiver="otlp",result="kept"}'
        while not metric(server, kept) and time.monotonic() < deadline:
            expect("the certificate", handshake(server.http, certificates), new)
            time.sleep(0.1)
        expect("kept", metric(server, kept), 1)
        expect("the log names the file", certificates.path("server.pem") in server.log(), True)


def unary(port, body, path=EXPORT, metadata=(), compression=None):
    """The code of a call, and the details' google.rpc.Status where there is one."""
    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        try:
            channel.unary_unary(path)(body, timeout=20, metadata=metadata, compression=compression)
            return "OK", None
        except grpc.RpcError as error:
            details = dict(error.trailing_metadata() or ()).get("grpc-status-details-bin")
            return error.code().name, details and status_pb2.Status.FromString(details)


@test
def grpc_codes():
    """a grpcio client sees the exact codes and details"""
    with weir() as server:
        expect("a request", unary(server.grpc, request(0, 3))[0], "OK")
        expect("an empty one", unary(server.grpc, b"")[0], "OK")
        for packing in (grpc.Compression.Gzip, grpc.Compression.Deflate):
            expect("compressed", unary(server.grpc, request(3, 3), compression=packing)[0], "OK")
        expect("on the HTTP port", unary(server.http, request(6, 3))[0], "OK")
        code, details = unary(server.grpc, b"\xff\xff\xff")
        expect("nonsense", (code, details.code), ("INVALID_ARGUMENT", 3))
        bad = error_details_pb2.BadRequest()
        expect("a BadRequest", details.details[0].Unpack(bad), True)
        expect("its field", [violation.field for violation in bad.field_violations], ["body"])
        expect("too large", unary(server.grpc, b"\0" * (1 << 20 | 1)), ("RESOURCE_EXHAUSTED", None))
        expect("inflates to too much", unary(server.grpc, b"\0" * (100 << 20), compression=grpc.Compression.Gzip)[0], "RESOURCE_EXHAUSTED")
        expect("an unknown method", unary(server.grpc, b"", "/a.Service/Do")[0], "UNIMPLEMENTED")
        expect("a signal without a pipeline", unary(server.grpc, b"", EXPORT.replace("trace", "logs").replace("Trace", "Logs"))[0], "UNIMPLEMENTED")
        expect("health", unary(server.grpc, b"", "/grpc.health.v1.Health/Check")[0], "OK")
        expect("health of what is not here", unary(server.grpc, b"\x0a\x01x", "/grpc.health.v1.Health/Check")[0], "NOT_FOUND")


@test
def credentials():
    """without the right credentials nobody gets past the head, but probes of health do"""
    for auth, right in ((f'{{ bearer = "{TOKEN}" }}', f"Bearer {TOKEN}"),
                        ('{ basic = { user = "me", password = "secret" } }', "Basic bWU6c2VjcmV0")):  # fmt: skip
        with weir(f"auth = {auth}") as server:
            for wrong in (None, right + "x", right[:-1], right.split()[0], "Bearer", f"Digest {TOKEN}"):
                fields = {**PROTOBUF, **({"Authorization": wrong} if wrong else {})}
                status, answer, headers = call(server.http, "POST", "/v1/traces", request(0, 1), fields)
                expect(f"status with {wrong}", status, 401)
                expect("challenge", headers["WWW-Authenticate"].split()[0], right.split()[0])
                expect("code in the body", status_pb2.Status.FromString(answer).code, 16)
                metadata = (("authorization", wrong),) if wrong else ()
                expect(f"code with {wrong}", unary(server.grpc, request(0, 1), metadata=metadata)[0], "UNAUTHENTICATED")
            expect("right", call(server.http, "POST", "/v1/traces", request(0, 1), {**PROTOBUF, "Authorization": right})[0], 200)
            expect("right over gRPC", unary(server.grpc, request(1, 1), metadata=(("authorization", right),))[0], "OK")
            expect("a path that is not there", call(server.http, "POST", "/x", b"", PROTOBUF)[0], 401)
            expect("health", unary(server.grpc, b"", "/grpc.health.v1.Health/Check")[0], "OK")
            expect("counted", refused(server, "unauthenticated"), 13)
            expect("the secret in the log", right.split()[1] in server.log(100_000) or TOKEN in server.log(100_000), False)


@test
def exposure():
    """listening to all the world without credentials is warned of once"""
    with weir() as server:
        expect("on loopback", "without authentication" in server.log(), False)
    open_file = PIPELINE.replace("MORE", "").replace('"HTTP"', '"0.0.0.0:0"').replace('grpc = "GRPC"\n', "")
    with Weir(open_file) as server:
        expect("everywhere", server.log().count("without authentication"), 1)


def curl(*arguments):
    done = subprocess.run(["curl", "-sS", "-o", "-", "-w", "\n%{http_version} %{http_code}", *arguments], capture_output=True, timeout=30)
    expect(f"exit of curl ({done.stderr[-300:]})", done.returncode, 0)
    body, _, outcome = done.stdout.rpartition(b"\n")
    return body, outcome.decode()


@test
def curl_http2():
    """curl: HTTP/2 by prior knowledge, by an offered upgrade and by ALPN, answered as over HTTP/1.1"""
    sent = ["-H", "Content-Type: application/json", "-d", '{"resourceSpans":[]}']
    with Certificates() as certificates, weir() as plain, weir(tls(certificates)) as secure:
        url, safe = f"http://127.0.0.1:{plain.http}/v1/traces", f"https://127.0.0.1:{secure.http}/v1/traces"
        trust = ["--cacert", certificates.path("ca.pem")]
        for options, version in ((["--http1.1", url], "1.1"), (["--http2-prior-knowledge", url], "2"), (["--http2", url], "1.1"),
                                 (["--http2", *trust, safe], "2"), (["--http1.1", *trust, safe], "1.1")):  # fmt: skip
            expect(f"curl {options[0]}", curl(*options, *sent), (b"{}", f"{version} 200"))
        expect("two in a row over an upgrade", curl("--http2", url, *sent, "--next", "-sS", "-w", "%{http_code}", "--http2", url, *sent)[1], "1.1 200{}200")
        wrong = ["-H", "Content-Type: application/json", "-d", '{"resourceSpans":[{"scopeSpans":[{"spans":[{"kind":"SIDEWAYS"}]}]}]}']
        for options in (["--http1.1", url], ["--http2-prior-knowledge", url]):
            body, outcome = curl(*options, *wrong)
            expect("status", outcome.split()[1], "400")
            expect("the place is named", "resourceSpans[0].scopeSpans[0].spans[0].kind" in json.loads(body)["message"], True)
        expect("unencrypted where it is encrypted", subprocess.run(["curl", "-s", safe.replace("https", "http")], timeout=30).returncode != 0, True)


@test
def http_statuses():
    """every refusal over HTTP has its status, and a google.rpc.Status in the encoding of the request"""
    with weir() as server:
        for what, method, path, body, fields, wanted, code in (
            ("garbage", "POST", "/v1/traces", b"\xff\xff", {}, 400, 3),
            ("a path that is not there", "POST", "/v1/nothing", b"", {}, 404, 5),
            ("a signal without a pipeline", "POST", "/v1/logs", b"", {}, 404, 5),
            ("GET", "GET", "/v1/traces", None, {}, 405, 12),
            ("text", "POST", "/v1/traces", b"x", {"Content-Type": "text/plain"}, 415, 3),
            ("an unknown encoding", "POST", "/v1/traces", b"x", {"Content-Encoding": "br"}, 415, 3),
            ("bad gzip", "POST", "/v1/traces", b"x" * 30, {"Content-Encoding": "gzip"}, 400, 3),
            ("too large", "POST", "/v1/traces", b"\0" * (1 << 20 | 1), {}, 413, 8),
        ):  # fmt: skip
            status, answer, headers = call(server.http, method, path, body, {**PROTOBUF, **fields})
            expect(f"status of {what}", status, wanted)
            expect(f"code of {what}", status_pb2.Status.FromString(answer).code, code)
            expect(f"content type of {what}", headers["Content-Type"], "application/x-protobuf")
            if method == "POST" and "Content-Type" not in fields:
                status, answer, headers = call(server.http, method, path, body, {"Content-Type": "application/json", **fields})
                expect(f"status of {what} as JSON", status, wanted)
                expect(f"code of {what} as JSON", json.loads(answer)["code"], code)
                expect("its content type", headers["Content-Type"], "application/json")
        expect("allowed", call(server.http, "PUT", "/v1/traces", b"", PROTOBUF)[2]["Allow"], "POST")
        expect("HEAD", call(server.http, "HEAD", "/v1/traces")[:2], (405, b""))


@test
def browsers():
    """CORS: a page of an allowed origin may ask and send, others may not read"""
    with weir('cors = ["https://app.example"]\nauth = { bearer = "x" }') as server:
        asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
        status, _, headers = call(server.http, "OPTIONS", "/v1/traces", None, {"Origin": "https://app.example", **asks})
        expect("preflight", (status, headers["Access-Control-Allow-Origin"], headers["Access-Control-Allow-Methods"]),
               (204, "https://app.example", "POST"))  # fmt: skip
        expect("headers", headers["Access-Control-Allow-Headers"], "authorization,content-type")
        status, _, headers = call(server.http, "OPTIONS", "/v1/traces", None, {"Origin": "https://evil.example", **asks})
        expect("a stranger's preflight", (status, headers["Access-Control-Allow-Origin"]), (403, None))
        sent = {**PROTOBUF, "Authorization": "Bearer x"}
        for origin, allowed in (("https://app.example", "https://app.example"), ("https://evil.example", None)):
            for body, wanted in ((request(0, 1), 200), (b"\xff", 400)):
                status, _, headers = call(server.http, "POST", "/v1/traces", body, {**sent, "Origin": origin})
                expect("answer", (status, headers["Access-Control-Allow-Origin"], headers["Vary"]), (wanted, allowed, "origin"))


def raw(port, data, patience=10):
    """What comes back for some bytes until the other side closes, or falls silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as s:
        try:
            s.sendall(data)
            answer = b""
            while part := s.recv(65536):
                answer += part
            return answer
        except (ConnectionError, TimeoutError):
            return answer


def post(fields, body=b""):
    return b"POST /v1/traces HTTP/1.1\r\nContent-Type: application/x-protobuf\r\nConnection: close\r\n" + fields + b"\r\n" + body


SMUGGLED = b"POST /v1/traces HTTP/1.1\r\nHost: x\r\n\r\n"


@test
def bad_http1():
    """requests that could be read in two ways, or that are not HTTP at all: refused, counted, and the next one is served"""
    host = b"Host: x\r\n"
    with weir('header_timeout = "500ms"\nbody_timeout = "500ms"') as server:
        for what, data, statuses in (
            ("two lengths", post(host + b"Content-Length: 3\r\nContent-Length: 4\r\n", b"abcd" + SMUGGLED), [400]),
            ("a list of lengths", post(host + b"Content-Length: 3, 4\r\n", b"abcd"), [400]),
            ("a length beside chunks", post(host + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED), [400]),
            ("chunks beside a length", post(host + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", b"0\r\n\r\n" + SMUGGLED), [400]),
            ("an unknown coding", post(host + b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"), [400]),
            ("two codings", post(host + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"0\r\n\r\n"), [400]),
            ("a space before the colon", post(host + b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n"), [400]),
            ("a folded header", post(host + b"X: y\r\n Content-Length: 3\r\n", b"abc"), [400]),
            ("a negative length", post(host + b"Content-Length: -1\r\n"), [400]),
            ("a length with a sign", post(host + b"Content-Length: +3\r\n", b"abc"), [400]),
            ("a length over 64 bits", post(host + b"Content-Length: 99999999999999999999\r\n"), [400]),
            ("no host", post(b"Content-Length: 0\r\n"), [400]),
            ("two hosts", post(host + host + b"Content-Length: 0\r\n"), [400]),
            ("bad chunks", post(host + b"Transfer-Encoding: chunked\r\n", b"zz\r\n"), [400]),
            ("chunks with extensions", post(host + b"Transfer-Encoding: chunked\r\n", b"0;a=b\r\n\r\n"), [200]),
            ("Expect", post(host + b"Content-Length: 0\r\nExpect: 100-continue\r\n"), [100, 200]),
            ("an absolute target", post(host + b"Content-Length: 0\r\n").replace(b"/v1", b"http://x/v1", 1), [200]),
            ("a header of 1 MiB", post(host + b"X: " + b"y" * (1 << 20) + b"\r\n"), [431]),
            ("10,000 headers", post(host + b"X: y\r\n" * 10_000), [431]),
            ("200 headers", post(host + b"X: y\r\n" * 200), [431]),
            ("a NUL", post(host + b"X: \0\r\n"), [400]),
            ("nonsense", b"\x16\x03\x01 what is this\r\n\r\n", [400]),
            ("half a head", b"POST /v1/traces HTT", []),
            ("nothing", b"", []),
            ("half a body", post(host + b"Content-Length: 9\r\n", b"abc"), [408]),
        ):  # fmt: skip
            answer = raw(server.http, data)
            found = [int(line.split()[1]) for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]
            expect(f"statuses of {what}", found, statuses)
            expect(f"the next request after {what}", server.post("traces", request(0, 1))[0], 200)
        two = post(host + b"Content-Length: 0\r\n").replace(b"Connection: close\r\n", b"") + post(host + b"Content-Length: 0\r\n")
        expect("two requests at once", raw(server.http, two).count(b"HTTP/1.1 200"), 2)
        for reason in ("malformed", "headers_too_large", "timeout"):
            expect(f"counted as {reason}", refused(server, reason) > 0, True)
        return f"{server.memory('VmHWM'):.0f} MiB at most"


def frame(kind, flags=0, stream=0, payload=b""):
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


@test
def bad_http2():
    """HTTP/2 floods on both ports: GOAWAY, counted by reason, and the next call is served"""
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4)
    # POST, http, /, and no more: literals from HPACK's table.
    block = b"\x83\x86\x84"
    streams = range(1, 1001, 2)
    floods = (
        ("control_flood", b"".join(frame(6, payload=b"\0" * 8) for _ in range(3000))),
        ("control_flood", b"".join(frame(4) for _ in range(3000))),
        ("rapid_reset", b"".join(frame(1, 4, n, block) + frame(3, 0, n, b"\0\0\0\x08") for n in streams)),
        ("empty_frames", frame(1, 4, 1, block) + frame(0, 0, 1) * 50),
        ("continuation_flood", frame(1, 0, 1, block) + frame(9, 0, 1, b"\0\1a\1b") * 50),
        ("malformed", frame(1, 4, 1, b"\xff" * 100)),
        ("malformed", frame(0, 0, 0, b"x")),
        ("malformed", b"\xff" * 200),
    )
    with weir() as server:
        counts = {}
        for port in (server.http, server.grpc):
            for reason, data in floods:
                answer = raw(port, preface + data, patience=5)
                before, counts[reason] = counts.get(reason, 0), refused(server, reason)
                expect(f"{reason} is counted", counts[reason] > before, True)
                expect(f"GOAWAY after {reason}", b"\7\0\0\0\0\0" in answer or answer == b"", True)
                expect(f"the next call after {reason}", unary(port, request(0, 1))[0], "OK")
        return f"{server.memory('VmHWM'):.0f} MiB at most"


@test
def random_bytes():
    """2,000 connections of random bytes and of calls with one byte changed: Weir lives, and the next one is served"""
    chance = random.Random(1)
    preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4)
    block = b"\x83\x86\x84\x00\x0ccontent-type\x10application/grpc\x00\x02te\x08trailers"
    whole = frame(1, 4, 1, block) + frame(0, 1, 1, b"\0\0\0\0\0")
    beginnings = (b"", post(b"Host: x\r\n"), preface, preface + frame(1, 4, 1, block))
    with weir() as server:
        for number in range(2000):
            if number % 4:
                changed = bytearray(whole)
                changed[chance.randrange(len(changed))] = chance.randrange(256)
                data = preface + bytes(changed)
            else:
                data = chance.choice(beginnings) + chance.randbytes(chance.randrange(1, 3000))
            with socket.create_connection(("127.0.0.1", chance.choice((server.http, server.grpc))), timeout=10) as s:
                try:
                    s.sendall(data)
                    s.shutdown(socket.SHUT_WR)
                    s.recv(65536)
                except OSError:
                    pass
        expect("over HTTP", server.post("traces", request(0, 1))[0], 200)
        expect("over gRPC", unary(server.grpc, request(1, 1))[0], "OK")
        expect(f"exit after SIGTERM ({server.log()})", server.stop(), 0)


@test
def half_closed():
    """a sender that closes its half behind the request is answered"""
    with weir() as server, socket.create_connection(("127.0.0.1", server.http), timeout=10) as s:
        body = request(0, 20)
        s.sendall(post(b"Host: x\r\nContent-Length: %d\r\n" % len(body), body))
        s.shutdown(socket.SHUT_WR)
        expect("status", s.recv(65536).split(b"\r\n")[0], b"HTTP/1.1 200 OK")


@test
def many_connections():
    """connections that say nothing cost little, and are closed in time"""
    with weir('header_timeout = "2s"\nmax_connections = 300') as server:
        before = server.memory("VmRSS")
        idle = [socket.create_connection(("127.0.0.1", server.http)) for _ in range(299)]
        expect("one more is served", server.post("traces", request(0, 1))[0], 200)
        grown = server.memory("VmRSS") - before
        # The one that was served closes in its own time.
        while metric(server, "weir_receiver_open_connections") > 299:
            time.sleep(0.01)
        idle.append(socket.create_connection(("127.0.0.1", server.http)))
        full = raw(server.http, post(b"Host: x\r\nContent-Length: 0\r\n"), patience=1)
        expect("one too many", full, b"")
        for each in idle:
            each.settimeout(20)
            try:
                expect("what is said at the end", each.recv(10), b"")
            except ConnectionError:
                pass
            each.close()
        expect("served again", server.post("traces", request(1, 1))[0], 200)
        expect("counted", refused(server, "too_many_connections") > 0, True)
        return f"{grown * 1024 / 299:.0f} KiB each"
