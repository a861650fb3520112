"""What delivery is proven with: spans with numbers for ids, senders that know what was acknowledged, and a backend that knows what came."""
import http.client
import http.server
import itertools
import socket
import struct
import threading
import time
import zlib

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

NUMBERS = itertools.count(1)
PROTOBUF = {"Content-Type": "application/x-protobuf"}


def request(count, size=100):
    """A request of `count` spans, of about `size` bytes each, and their ids."""
    message = ExportTraceServiceRequest()
    spans = message.resource_spans.add().scope_spans.add().spans
    ids = [struct.pack(">Q", next(NUMBERS)) for _ in range(count)]
    for number in ids:
        span = spans.add(trace_id=b"weir-of-delivery", span_id=number, name="work", start_time_unix_nano=1, end_time_unix_nano=2)
        span.attributes.add(key="text").value.string_value = "x" * size
    return message.SerializeToString(), ids


def ids_of(body):
    message = ExportTraceServiceRequest.FromString(body)
    return [span.span_id for resource in message.resource_spans for scope in resource.scope_spans for span in scope.spans]


class Backend:
    """Receives OTLP over HTTP on a port of its own, and keeps every span's id. `mood` says how it answers."""

    MOODS = ("ok", "busy", "throttle", "refuse", "slow", "reset", "garbage", "head", "silent")

    def __init__(self, port=0, mood="ok"):
        self.mood = mood
        self.port = port
        self.lock = threading.Lock()
        self.seen = {}
        #: Requests that brought at least one span again.
        self.repeats = 0
        self.requests = 0
        #: Requests that came, however they were answered.
        self.met = 0
        self.server = None
        if port == 0:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]

    def start(self):
        backend = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            timeout = 30

            def do_POST(self):
                backend.answer(self)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 128

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self):
        """Refuses connections until it is started again."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    __enter__ = start

    def __exit__(self, *_):
        self.stop()

    def answer(self, handler):
        length, mood = int(handler.headers.get("Content-Length", 0)), self.mood
        with self.lock:
            self.met += 1
        if self.server is None:
            handler.close_connection = True
            return
        if mood == "reset":
            handler.rfile.read(min(length, 100))
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.connection.close()
            handler.close_connection = True
            return
        body = handler.rfile.read(length)
        if handler.headers.get("Content-Encoding") == "gzip":
            body = zlib.decompress(body, 31)
        if mood == "silent":
            time.sleep(20)
        if mood == "slow":
            time.sleep(0.2)
        if mood in ("ok", "slow"):
            self.keep(body)
            return self.respond(handler, 200)
        if mood == "garbage":
            handler.wfile.write(b"\x00\xffthis is not HTTP\r\n\r\n")
            handler.close_connection = True
            return
        if mood == "head":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Le")
            handler.close_connection = True
            return
        if mood == "throttle":
            return self.respond(handler, 429, retry_after="1")
        self.respond(handler, {"busy": 503, "refuse": 400}.get(mood, 503))

    def respond(self, handler, status, retry_after=None):
        handler.send_response(status)
        if retry_after:
            handler.send_header("Retry-After", retry_after)
        handler.send_header("Content-Type", "application/x-protobuf")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def keep(self, body):
        found = ids_of(body)
        with self.lock:
            self.requests += 1
            self.repeats += any(number in self.seen for number in found)
            for number in found:
                self.seen[number] = self.seen.get(number, 0) + 1

    def count(self):
        with self.lock:
            return len(self.seen)


class Load:
    """Threads that send requests, each span once and never again, and keep the ids that were acknowledged."""

    def __init__(self, port, threads=4, spans=20, size=100, pause=0.0, make=request):
        self.port, self.spans, self.size, self.pause, self.make = port, spans, size, pause, make
        self.lock = threading.Lock()
        self.acknowledged = set()
        self.sent = self.refused = self.broken = 0
        self.seconds = []
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(threads)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)

    def work(self):
        connection = None
        while not self.stopping.is_set():
            body, ids = self.make(self.spans, self.size)
            began = time.monotonic()
            try:
                if connection is None:
                    connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                    connection.connect()
                    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connection.request("POST", "/v1/traces", body, PROTOBUF)
                response = connection.getresponse()
                response.read()
                self.note(response.status, ids, time.monotonic() - began)
                if response.status != 200:
                    time.sleep(0.05)
                if response.will_close:
                    connection = None
            except (OSError, http.client.HTTPException):
                with self.lock:
                    self.sent += len(ids)
                    self.broken += 1
                connection = None
                time.sleep(0.02)
            if self.pause:
                time.sleep(self.pause)

    def note(self, status, ids, seconds):
        with self.lock:
            self.sent += len(ids)
            self.seconds.append(seconds)
            if status == 200:
                self.acknowledged.update(ids)
            else:
                self.refused += 1

    def count(self):
        with self.lock:
            return len(self.acknowledged)


def wait_until(what, condition, seconds=30):
    """Polls until `condition()`; it is a failure where that takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} s still not: {what}")
        time.sleep(0.02)


def expect_all(load, backend):
    """Every acknowledged span came."""
    missing = load.acknowledged - set(backend.seen)
    if missing:
        raise AssertionError(f"{len(missing)} of {len(load.acknowledged)} acknowledged spans are missing")
