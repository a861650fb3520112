"""Faults around Weir (delivery.md, "Faults to run"): whatever fails for a while, what was acknowledged arrives once it is well again."""
import contextlib
import os
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

from backend import PROTOBUF, Backend, Load, expect_all, request, wait_until
from harness import WEIR, Skipped, Weir, call, expect, test
from test_delivery import DISK, empty, expect_balance, kill, pipeline, series, tmpfs
from test_secure import Certificates, expect_spans, identity, receiver, sender
from test_secure import request as numbered


def finish(weir, load, backend):
    """What was acknowledged arrives, the books balance, and the process ends well."""
    load.stop()
    wait_until("the queue is empty", empty(weir), 60)
    columns = expect_balance(weir)
    expect("exit after SIGTERM", weir.stop(), 0)
    expect_all(load, backend)
    return columns


def expect_no_start(text, naming):
    """Exit 1, and what stands in the way is named."""
    refused = Weir(text)
    try:
        done = subprocess.run([WEIR, "run", refused.file], capture_output=True, text=True, timeout=30)
    finally:
        shutil.rmtree(refused.directory)
    expect(f"exit ({done.stderr[-400:]})", done.returncode, 1)
    if naming not in done.stderr:
        raise AssertionError(f"{naming} is not named: {done.stderr[-400:]}")


@test
def backend_of_many_moods():
    """a backend that is busy, resets, answers garbage, hangs up behind its head, is slow or silent: everything arrives once it is well"""
    with Backend() as backend, Weir(pipeline(backend)) as weir, Load(weir.http, pause=0.01) as load:
        for mood in ("busy", "throttle", "reset", "garbage", "head", "slow", "silent"):
            backend.mood = mood
            came = backend.met
            wait_until(f"a request meets the mood {mood}", lambda came=came: backend.met > came + 3, 20)
        backend.mood = "ok"
        expect("dropped", finish(weir, load, backend)["dropped"], 0)
        return f"{load.count()} spans, {backend.repeats} batches twice"


@test
def no_descriptors():
    """no file descriptor is left: who is connected is served, others wait, of pages too, without a busy loop, until there are some again"""
    with Backend() as backend, Weir(pipeline(backend)) as weir:
        with Load(weir.http, threads=2, pause=0.01) as load:
            wait_until("some is acknowledged", lambda: load.count() > 200)
            open_now = len(os.listdir(f"/proc/{weir.process.pid}/fd"))
            hard = resource.prlimit(weir.process.pid, resource.RLIMIT_NOFILE)[1]
            resource.prlimit(weir.process.pid, resource.RLIMIT_NOFILE, (open_now + 6, hard))
            with contextlib.ExitStack() as stack:
                for port in [weir.http] * 40 + [weir.admin] * 3:
                    stack.enter_context(socket.create_connection(("127.0.0.1", port)))
                time.sleep(0.5)
                before, served = cpu_seconds(weir), load.count()
                load.pause = 0.2
                time.sleep(2)
                used = cpu_seconds(weir) - before
                if load.count() <= served:
                    raise AssertionError("who was connected is not served any more")
                if used > 1:
                    raise AssertionError(f"{used:.1f} s of CPU in two seconds of waiting")
            load.pause = 0.01
            wait_until("a new connection is served", lambda: answers(weir), 20)
            if series(weir, "weir_receiver_accept_failures_total") < 1 or "connections wait" not in weir.log():
                raise AssertionError(f"it is not counted or not said: {weir.log()}")
            finish(weir, load, backend)
        return f"{used:.2f} s of CPU in two seconds without"


def answers(weir):
    try:
        return call(weir.http, "POST", "/v1/traces", request(1)[0], PROTOBUF, timeout=2)[0] == 200
    except OSError:
        return False


def cpu_seconds(weir):
    with open(f"/proc/{weir.process.pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@test
def ten_thousand_connections():
    """10,000 connections that say nothing: they cost little, and others are served meanwhile"""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most[1] < 10_500:
        raise Skipped(f"a process may open {most[1]} files only")
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (1024, most[1]))
        with Backend() as backend, Weir(pipeline(backend)) as weir, contextlib.ExitStack() as stack:
            # Weir has raised its own.
            resource.setrlimit(resource.RLIMIT_NOFILE, (most[1], most[1]))
            before = weir.memory("VmRSS")
            for _ in range(10_000):
                stack.enter_context(socket.create_connection(("127.0.0.1", weir.http)))
            wait_until("all are open", lambda: series(weir, "weir_receiver_open_connections") >= 10_000)
            grown = weir.memory("VmRSS") - before
            with Load(weir.http) as load:
                wait_until("others are served", lambda: load.count() > 500)
                finish(weir, load, backend)
            if grown > 150:
                raise AssertionError(f"{grown:.0f} MiB for 10,000 connections")
            return f"{grown * 1024 / 10_000:.1f} KiB each"
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, most)


@test
def read_only_folder():
    """the queue's folder becomes read-only and writable again: senders wait, nothing is lost; read-only at the start is exit 1 with its name"""
    with tmpfs("64m") as folder:
        queue = f'queue = {{ directory = "{folder}/queue", size = "32MiB" }}'
        with Backend() as backend:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
            expect_no_start(pipeline(backend, queue), naming=folder)
            subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
            with Weir(pipeline(backend, queue)) as weir, Load(weir.http, pause=0.005, size=2000) as load:
                wait_until("some is acknowledged", lambda: load.count() > 500)
                # A file system with files open for writing stays writable; one that fails is what a program sees of both.
                busy = subprocess.run(["mount", "-o", "remount,ro", folder], capture_output=True, check=False).returncode != 0
                if not busy:
                    wait_until("senders are asked to wait", lambda: load.refused > 5)
                    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
                more = load.count() + 500
                wait_until("more is taken", lambda: load.count() > more)
                finish(weir, load, backend)
            return "the kernel keeps it writable while the queue has it open" if busy else f"{load.refused} requests were asked to wait"


@test
def configuration_is_removed():
    """the folder of the pipeline file is removed while Weir runs: it goes on, SIGHUP or not, and ends well"""
    with Backend() as backend, Weir(pipeline(backend)) as weir:
        folder = tempfile.mkdtemp(prefix="weir-configuration-")
        kill(weir)
        weir.file = shutil.move(weir.file, os.path.join(folder, "pipeline.toml"))
        weir.__enter__()
        with Load(weir.http) as load:
            shutil.rmtree(folder)
            weir.process.send_signal(signal.SIGHUP)
            more = load.count() + 500
            wait_until("more is taken", lambda: load.count() > more)
            finish(weir, load, backend)


@test
def names_do_not_resolve():
    """the backend's name does not resolve, and then does: nothing is lost"""
    name = "backend.weir-acceptance.test"
    try:
        with open("/etc/hosts", "a", encoding="ascii"):
            pass
    except OSError as error:
        raise Skipped(f"/etc/hosts cannot be written: {error}") from error
    with Backend() as backend, Weir(pipeline(backend).replace("http://127.0.0.1:", f"http://{name}:")) as weir, Load(weir.http) as load:
        wait_until("some is acknowledged", lambda: load.count() > 500)
        time.sleep(0.5)
        expect("delivered meanwhile", backend.count(), 0)
        with open("/etc/hosts", encoding="ascii") as hosts:
            before = hosts.read()
        try:
            with open("/etc/hosts", "a", encoding="ascii") as hosts:
                hosts.write(f"127.0.0.1 {name}\n")
            finish(weir, load, backend)
        finally:
            with open("/etc/hosts", "w", encoding="ascii") as hosts:
                hosts.write(before)


@test
def certificate_has_expired():
    """a backend whose certificate has expired gets nothing; once it is replaced, while both run, all arrives"""
    with Certificates() as certificates:
        certificates.openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "-1",
                             "-copy_extensions", "copy", "-out", "expired.pem")  # fmt: skip
        shutil.copy(certificates.path("server.pem"), certificates.path("valid.pem"))
        certificates.replace("server.pem", "expired.pem")
        with receiver(identity(certificates, "server")) as last, sender("http", last, f'ca = "{certificates.path("ca.pem")}"') as first:
            for number in range(20):
                expect("status", first.post("traces", numbered(number * 5, 5))[0], 200)
            wait_until("it was tried", lambda: series(first, "weir_exporter_retries_total") > 2)
            expect("received with the expired one", series(last, "weir_receiver_accepted_items_total"), 0)
            certificates.replace("server.pem", "valid.pem")
            last.process.send_signal(signal.SIGHUP)
            wait_until("all arrived", lambda: series(last, "weir_receiver_accepted_items_total") >= 100)
            expect("exits", (first.stop(), last.stop()), (0, 0))
            expect_spans(last, 100)


@test
def starved_of_cpu():
    """others take all the CPU: it is slow, and nothing acknowledged is lost"""
    with Backend() as backend, Weir(pipeline(backend)) as weir, Load(weir.http, pause=0.005) as load:
        wait_until("some is acknowledged", lambda: load.count() > 500)
        for thread in os.listdir(f"/proc/{weir.process.pid}/task"):
            os.sched_setscheduler(int(thread), os.SCHED_IDLE, os.sched_param(0))
        busy = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(3 * (os.cpu_count() or 1))]
        try:
            began, before = time.monotonic(), load.count()
            wait_until("something is still taken", lambda: load.count() > before + 100, 60)
            time.sleep(max(0, 3 - (time.monotonic() - began)))
        finally:
            for each in busy:
                each.kill()
                each.wait()
        finish(weir, load, backend)
        return f"{load.count()} spans"


@test
def port_is_taken():
    """a port that is in use: exit 1, and the address is named"""
    with Backend() as backend, Weir(pipeline(backend)) as weir:
        taken = f"127.0.0.1:{weir.http}"
        expect_no_start(pipeline(backend).replace("HTTP", taken), naming=taken)


@test
def gibibyte_queue():
    """a queue of 1 GiB on disk is found again at the next start, all of it"""
    backend = Backend()
    with Weir(pipeline(backend, DISK.replace("256MiB", "1200MiB"))) as weir:
        if shutil.disk_usage(weir.directory).free < 4 << 30:
            raise Skipped("there is no room for it")
        body, ids = request(1000, 3900)
        count = -(-(1 << 30) // len(body))

        def send():
            while next(left, None) is not None:
                expect("status", weir.post("traces", body)[0], 200)

        left = iter(range(count))
        threads = [threading.Thread(target=send) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect("queued", series(weir, "weir_exporter_queue_items"), count * len(ids))
        small = weir.ready_seconds
        kill(weir)
        weir.__enter__()
        expect("recovered", series(weir, "weir_exporter_recovered_items_total"), count * len(ids))
        return f"ready {1000 * (weir.ready_seconds - small):.0f} ms later than with an empty one"
