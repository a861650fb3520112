"""A tiny test framework, and `weir` under test: started on free ports, asked over real sockets, stopped with SIGTERM."""
import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import traceback

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SHARED = os.path.join(ROOT, "..", "shared")
WEIR = os.environ.get("WEIR", os.path.join(ROOT, ".build", "release", "weir"))
TESTS = []


class Skipped(Exception):
    """The test cannot run here; its text says why."""


def test(function):
    """Marks a test: its docstring is the sentence that is printed. It may return a figure to print behind."""
    TESTS.append(function)
    return function


def run(only=""):
    """Runs every marked test, prints one line each, and gives (passed, failed)."""
    passed = failed = 0
    for function in TESTS:
        if only not in function.__name__:
            continue
        began = time.monotonic()
        try:
            figure = function()
            passed += 1
            print(f"ok    {function.__doc__} ({time.monotonic() - began:.1f} s{', ' + figure if figure else ''})", flush=True)
        except Skipped as why:
            print(f"skip  {function.__doc__}: {why}", flush=True)
        except Exception as error:
            failed += 1
            print(f"FAIL  {function.__doc__}\n      {type(error).__name__}: {error}", flush=True)
            place = traceback.extract_tb(error.__traceback__)
            print("".join(f"      {os.path.basename(f.filename)}:{f.lineno} {f.line}\n" for f in place[1:]), end="", flush=True)
    return passed, failed


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r}, not {wanted!r}")


def shared(*parts):
    """A path in the material shared between projects; the test is skipped where it is absent."""
    path = os.path.join(SHARED, *parts)
    if not os.path.exists(path):
        raise Skipped("../shared is not here")
    return path


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def call(port, method, path, body=None, headers=None, timeout=30):
    """One HTTP request: status, body, headers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.read(), response.headers
    finally:
        connection.close()


def takes(component, key):
    """Whether a component of this build has a key."""
    done = subprocess.run([WEIR, "components", component], capture_output=True, text=True, timeout=20)
    return any(line.split()[:1] == [key] for line in done.stdout.splitlines())


class Weir:
    """`weir run` with a pipeline file in a folder of its own. In the text, HTTP, GRPC, ADMIN and DIR stand for what is free."""

    def __init__(self, pipeline, environment=None):
        self.environment = environment
        self.directory = tempfile.mkdtemp(prefix="weir-acceptance-")
        self.admin, self.http, self.grpc = free_ports(3)
        for word, value in (("ADMIN", self.admin), ("HTTP", self.http), ("GRPC", self.grpc)):
            pipeline = pipeline.replace(word, f"127.0.0.1:{value}")
        self.refusals = self.resets = 0
        self.file = self.path("pipeline.toml")
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(pipeline.replace("DIR", self.directory))

    def path(self, name):
        return os.path.join(self.directory, name)

    def __enter__(self):
        with open(self.path("log"), "wb") as log:
            began = time.monotonic()
            self.process = subprocess.Popen(
                [WEIR, "run", self.file], cwd=self.directory, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        while time.monotonic() < began + 20:
            if self.process.poll() is not None:
                raise AssertionError(f"weir ended at once: exit {self.process.returncode}: {self.log()}")
            try:
                if call(self.admin, "GET", "/readyz", timeout=2)[0] == 200:
                    self.ready_seconds = time.monotonic() - began
                    return self
            except OSError:
                pass
            time.sleep(0.005)
        self.process.kill()
        raise AssertionError(f"weir was not ready within 20 s: {self.log()}")

    def stop(self):
        """SIGTERM, and the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)

    def log(self, count=1500):
        with open(self.path("log"), "rb") as log:
            return log.read()[-count:].decode("utf-8", "replace").strip()

    def memory(self, field):
        """MiB of `VmRSS` (now) or `VmHWM` (the most so far)."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith(field))

    def post(self, signal_name, body, kind="application/x-protobuf", **headers):
        """Sends one request as a sender must: again after 503, and after a connection that was closed on it."""
        status, answer = None, b""
        for _ in range(200):
            try:
                status, answer, _ = call(self.http, "POST", f"/v1/{signal_name}", body, {"Content-Type": kind, **headers})
            except ConnectionError as error:
                self.resets += 1
                status, answer = None, repr(error).encode()
            if status not in (503, None):
                break
            self.refusals += status == 503
            time.sleep(0.05)
        return status, answer
