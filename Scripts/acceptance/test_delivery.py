"""Delivery: what was acknowledged arrives, whatever dies; proven by the ids of spans at a backend of our own."""
import contextlib
import glob
import os
import re
import signal
import subprocess
import tempfile
import time

from backend import PROTOBUF, Backend, Load, expect_all, request, wait_until
from harness import WEIR, Skipped, Weir, call, expect, takes, test
from stepping import HOUR, SteppedClock

PIPELINE = """
[admin]
listen = "ADMIN"
drain = "5s"
[receivers.otlp]
http = "HTTP"
[exporters.backend]
kind = "otlp"
endpoint = "http://127.0.0.1:BACKEND"
compression = "none"
timeout = "2s"
retry = { initial = "20ms", max = "200ms" }
QUEUE
[pipelines.traces]
receivers = ["otlp"]
exporters = ["backend"]
"""
DISK = 'queue = { directory = "DIR/queue", size = "256MiB" }'
CONNECTIONS = 2  # of the otlp exporter, by default


def pipeline(backend, queue=DISK):
    if not takes("otlp", "endpoint") and not takes("exporters.otlp", "endpoint"):
        raise Skipped("there is no exporter otlp")
    return PIPELINE.replace("BACKEND", str(backend.port)).replace("QUEUE", queue)


def series(weir, name, text=None):
    """The sum of a series' samples, of now or in an exposition."""
    text = text or call(weir.admin, "GET", "/metrics")[1].decode()
    return sum(float(value) for value in re.findall(rf"^{name}(?:{{[^}}]*}})? (\S+)$", text, re.M))


def expect_balance(weir):
    columns = {name: series(weir, f"weir_exporter_{name}_items_total") for name in ("accepted", "recovered", "delivered", "dropped", "dead_lettered")}
    queued = series(weir, "weir_exporter_queue_items")
    expect(
        f"the balance of {columns} with {queued} queued",
        columns["accepted"] + columns["recovered"],
        columns["delivered"] + columns["dropped"] + columns["dead_lettered"] + queued,
    )
    expect_received_balance(weir)
    return columns


def expect_received_balance(weir):
    # One exposition, not three: a request whose sender has gone may still be under way.
    text = call(weir.admin, "GET", "/metrics")[1].decode()
    received = {name: series(weir, f"weir_receiver_{name}_items_total", text) for name in ("received", "accepted", "refused")}
    expect(f"the balance of {received}", received["received"], received["accepted"] + received["refused"])


def empty(weir):
    return lambda: series(weir, "weir_exporter_queue_items") == 0


def kill(weir):
    weir.process.kill()
    weir.process.wait()


@test
def kill_nine():
    """kill -9 under load with a disk queue: no acknowledged span is missing, duplicates are at most one batch per kill and connection"""
    kills = int(os.environ.get("WEIR_KILLS", "10"))
    with Backend() as backend, Weir(pipeline(backend)) as weir, Load(weir.http) as load:
        for _ in range(kills):
            before = load.count()
            wait_until("more is acknowledged", lambda: load.count() > before + 400)
            kill(weir)
            weir.__enter__()
        load.stop()
        wait_until("the queue is empty", empty(weir))
        expect_balance(weir)
        expect("exit after SIGTERM", weir.stop(), 0)
        expect_all(load, backend)
        if backend.repeats > kills * CONNECTIONS:
            raise AssertionError(f"{backend.repeats} batches came again, more than {kills} kills times {CONNECTIONS} connections")
        return f"{kills} kills, {load.count()} spans acknowledged, 0 missing, {backend.repeats} batches twice"


@test
def backend_down_then_up():
    """a backend that is down for a while: memory stays bounded, and everything arrives once it is up"""
    backend = Backend()
    with Weir(pipeline(backend)) as weir, Load(weir.http, spans=100, size=1000) as load:
        wait_until("20 MB are acknowledged", lambda: load.count() > 20_000, 60)
        peak = weir.memory("VmHWM")
        queued = series(weir, "weir_exporter_queue_items")
        load.stop()
        expect("refusals", load.refused, 0)
        with backend:
            wait_until("the queue is empty", empty(weir), 60)
            expect_balance(weir)
            expect("exit after SIGTERM", weir.stop(), 0)
        expect_all(load, backend)
        expect("batches twice", backend.repeats, 0)
        if peak > 120:
            raise AssertionError(f"{peak:.0f} MiB at most, more than 120")
        return f"{queued:.0f} spans queued, {peak:.0f} MiB at most"


@test
def terminated_with_a_backlog():
    """SIGTERM while the backend is down: exit 0, because it is on disk, and the next start delivers it"""
    backend = Backend()
    with Weir(pipeline(backend).replace('drain = "5s"', 'drain = "300ms"')) as weir:
        with Load(weir.http) as load:
            wait_until("some is acknowledged", lambda: load.count() > 500)
        expect(f"exit after SIGTERM ({weir.log()})", weir.stop(), 0)
        with backend:
            weir.__enter__()
            wait_until("the queue is empty", empty(weir))
            expect("what was found", expect_balance(weir)["recovered"], load.count())
            expect("exit after SIGTERM", weir.stop(), 0)
        expect_all(load, backend)


@test
def drains():
    """SIGTERM under load with a slow backend and a queue in memory: all that was acknowledged is delivered first"""
    with Backend(mood="slow") as backend, Weir(pipeline(backend, "").replace('"2s"', '"20s"')) as weir, Load(weir.http, pause=0.02) as load:
        wait_until("some is acknowledged", lambda: load.count() > 1000)
        expect(f"exit after SIGTERM ({weir.log()})", weir.stop(), 0)
        load.stop()
        expect_all(load, backend)
        return f"{load.count()} spans"


@test
def second_signal():
    """a second SIGTERM stops at once, exit 1, and says how many are lost"""
    backend = Backend()
    with Weir(pipeline(backend, "").replace('"5s"', '"60s"')) as weir:
        body, ids = request(7)
        expect("status", call(weir.http, "POST", "/v1/traces", body, PROTOBUF)[0], 200)
        weir.process.send_signal(signal.SIGTERM)
        wait_until("it is stopping", lambda: "stopping" in weir.log())
        began = time.monotonic()
        expect("exit after the second SIGTERM", weir.stop(), 1)
        seconds = time.monotonic() - began
        if f"{len(ids)} items were lost" not in weir.log() or seconds > 2:
            raise AssertionError(f"after {seconds:.1f} s: {weir.log()}")


@test
def clock_steps():
    """a clock that steps by hours and days under load, forward and back: deliveries and retries go on, everything arrives"""
    with Backend() as backend, SteppedClock() as clock, Weir(pipeline(backend), clock.environment) as weir:
        clock.step(HOUR)
        with Load(weir.http, pause=0.005) as load:
            for hours in (3, -3, 26, 0, -24 * 400, 24 * 400, 0):
                before = load.count()
                backend.mood = "busy"
                wait_until("something waits", lambda: load.count() > before + 100)
                clock.step(hours * HOUR)
                wait_until("senders go on", lambda: load.count() > before + 200)
                backend.mood = "ok"
                came = backend.count()
                wait_until(f"deliveries go on after a step to {hours} hours", lambda: backend.count() > came + 200, 5)
        wait_until("the queue is empty", empty(weir), 5)
        hours = {line[:13] for line in weir.log().splitlines()}
        if len(hours) < 2:
            raise AssertionError(f"the steps did not reach weir: {weir.log()}")
        expect("what was dropped", expect_balance(weir)["dropped"], 0)
        expect("exit after SIGTERM", weir.stop(), 0)
        expect_all(load, backend)
        expect("batches twice", backend.repeats, 0)
        return f"{load.count()} spans"


@test
def reload():
    """SIGHUP under load: it goes on"""
    with Backend() as backend, Weir(pipeline(backend)) as weir, Load(weir.http) as load:
        for _ in range(5):
            before = load.count()
            weir.process.send_signal(signal.SIGHUP)
            wait_until("more is acknowledged", lambda: load.count() > before + 100)
        load.stop()
        expect("exit after SIGTERM", weir.stop(), 0)
        expect("broken connections", load.broken, 0)
        expect_all(load, backend)


@test
def unready_before_it_closes():
    """SIGTERM: /readyz says no while the queues still drain"""
    with Weir(pipeline(Backend(), "").replace('"5s"', '"1s"')) as weir:
        expect("status", call(weir.http, "POST", "/v1/traces", request(1)[0], PROTOBUF)[0], 200)
        weir.process.send_signal(signal.SIGTERM)
        wait_until("it is not ready", lambda: call(weir.admin, "GET", "/readyz")[0] == 503, 1)
        expect("exit", weir.process.wait(timeout=30), 1)


@contextlib.contextmanager
def tmpfs(size):
    """A folder with a file system of its own."""
    folder = tempfile.mkdtemp(prefix="weir-tmpfs-")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False)
    if mounted.returncode != 0:
        os.rmdir(folder)
        raise Skipped("a small tmpfs cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)
        os.rmdir(folder)


@test
def disk_full():
    """a full disk makes senders wait, loses nothing, and is used again when there is room"""
    with tmpfs("6m") as folder:
        backend = Backend()
        with Weir(pipeline(backend, f'queue = {{ directory = "{folder}/queue", size = "64MiB" }}')) as weir:
            with Load(weir.http, spans=50, size=1000) as load:
                wait_until("senders are asked to wait", lambda: load.refused > 20)
                full = load.count()
                with backend:
                    wait_until("more is taken", lambda: load.count() > full + 2000)
                    load.stop()
                    wait_until("the queue is empty", empty(weir))
                    expect_balance(weir)
                    expect("exit after SIGTERM", weir.stop(), 0)
            expect_all(load, backend)
            return f"{full} spans fitted, {load.refused} requests were asked to wait"


@test
def damaged_queue():
    """a queue whose files were damaged: the rest arrives, the damage is counted and told with file and offset"""
    backend = Backend()
    with Weir(pipeline(backend)) as weir:
        with Load(weir.http) as load:
            wait_until("some is acknowledged", lambda: load.count() > 2000)
        kill(weir)
        path = sorted(glob.glob(weir.path("queue/backend/*.log")))[0]
        with open(path, "r+b") as file:
            file.seek(20_000)
            byte = file.read(1)
            file.seek(20_000)
            file.write(bytes([byte[0] ^ 0x10]))
        with backend:
            weir.__enter__()
            wait_until("the queue is empty", empty(weir))
            lost = expect_balance(weir)["dropped"]
            expect("exit, because acknowledged spans were lost", weir.stop(), 1)
        missing = load.acknowledged - set(backend.seen)
        expect("missing spans", len(missing), lost)
        expect("spans of the one request that was hit", len(missing), load.spans)
        if not re.search(r"\.log: \d+ bytes at offset \d+ are damaged", weir.log(5000)):
            raise AssertionError(f"the damage is not told: {weir.log(5000)}")


@test
def future_queue():
    """a queue of a newer version: exit 1, and the file is named"""
    backend = Backend()
    with Weir(pipeline(backend)) as weir:
        expect("status", call(weir.http, "POST", "/v1/traces", request(1)[0], PROTOBUF)[0], 200)
        kill(weir)
        path = weir.path("queue/backend/progress")
        with open(path, "r+b") as file:
            file.seek(4)
            file.write(b"\x02\x00\x00\x00")
            file.seek(4096 + 4)
            file.write(b"\x02\x00\x00\x00")
        done = subprocess.run([WEIR, "run", weir.file], cwd=weir.directory, capture_output=True, text=True, timeout=20)
        if done.returncode != 1 or "progress has version 2" not in done.stdout + done.stderr:
            raise AssertionError(f"exit {done.returncode}: {done.stdout}{done.stderr}")


@test
def two_processes():
    """a second process on the same queue: exit 1, and the first goes on"""
    with Backend() as backend, Weir(pipeline(backend)) as weir:
        with open(weir.file, encoding="utf-8") as file:
            text = re.sub(r'(listen|http) = "[^"]*"', r'\1 = "127.0.0.1:0"', file.read())
        with open(weir.path("second.toml"), "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([WEIR, "run", "second.toml"], cwd=weir.directory, capture_output=True, text=True, timeout=20)
        if done.returncode != 1 or "in use by another process" not in done.stdout + done.stderr:
            raise AssertionError(f"exit {done.returncode}: {done.stdout}{done.stderr}")
        expect("status", call(weir.http, "POST", "/v1/traces", request(1)[0], PROTOBUF)[0], 200)


@test
def dead_exporter():
    """two exporters, one dead with when_full = drop_oldest: the other gets everything, the drops are counted"""
    text = PIPELINE.replace('exporters = ["backend"]', 'exporters = ["backend", "dead"]') + """
[exporters.dead]
kind = "otlp"
endpoint = "http://127.0.0.1:DEAD"
queue = { size = "200KiB", when_full = "drop_oldest" }
"""
    dead = Backend()
    with Backend() as backend:
        text = text.replace("BACKEND", str(backend.port)).replace("DEAD", str(dead.port)).replace("QUEUE", DISK)
        with Weir(text) as weir:
            with Load(weir.http, spans=100, size=500) as load:
                wait_until("much is acknowledged", lambda: load.count() > 5000)
            expect("refusals", load.refused, 0)
            wait_until("the other has all", lambda: backend.count() >= load.count())
            if expect_balance(weir)["dropped"] == 0:
                raise AssertionError("nothing was dropped before the dead one")
            kill(weir)
        expect_all(load, backend)


@test
def fair_between_connections():
    """one connection that fills the queue of a slow backend is refused, eight that ask for little never are"""
    with Backend(mood="slow") as backend, Weir(pipeline(backend, 'queue = { size = "256KiB" }')) as weir:
        with Load(weir.http, threads=1, spans=4) as busy, Load(weir.http, threads=8, spans=1, pause=0.05) as modest:
            wait_until("much came from the modest", lambda: modest.count() > 800, 60)
        if busy.refused == 0:
            raise AssertionError("the busy connection never filled the queue")
        expect("refusals of the modest", modest.refused, 0)
        wait_until("the queue is empty", empty(weir))
        expect_all(busy, backend)
        expect_all(modest, backend)
        return f"refused: {busy.refused} of {busy.sent // 4} requests of the busy one, 0 of {modest.sent} of the others"


@test
def dead_letters():
    """what a backend refuses for good stands in dead_letter, and weir replay brings it to another"""
    with Backend(mood="refuse") as backend, Backend() as other:
        with Weir(pipeline(backend, DISK + '\ndead_letter = "DIR/dead.pb"')) as weir:
            with Load(weir.http) as load:
                wait_until("some is acknowledged", lambda: load.count() > 1000)
            wait_until("the queue is empty", empty(weir))
            expect("spans put aside", expect_balance(weir)["dead_lettered"], load.count())
            expect("exit after SIGTERM", weir.stop(), 0)
            done = subprocess.run(
                [WEIR, "replay", weir.path("dead.traces.pb"), "--to", f"http://127.0.0.1:{other.port}"],
                capture_output=True, text=True, timeout=60,
            )
            expect(f"exit of replay ({done.stdout}{done.stderr})", done.returncode, 0)
        expect_all(load, other)
        return f"{load.count()} spans"
