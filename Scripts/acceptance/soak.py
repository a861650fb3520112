"""Load with faults, and an exact account at the end. `soak.py SECONDS SEED`; the same seed makes the same faults in the same order."""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from backend import Backend, Load, wait_until
from harness import Weir
from stepping import HOUR, SteppedClock
from test_delivery import empty, expect_balance, kill, pipeline, series

#: Spans a second, so that the ids of a long run fit into memory.
SPANS, THREADS, PAUSE = 20, 4, 0.05
#: Of the small disk: more than the queue needs as long as nobody fills it.
DISK_MEGABYTES = 96


class Soak:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.kills = self.restarts = self.moods = self.downs = self.fills = self.steps = 0
        self.peak = 0.0
        self.clock = SteppedClock()
        self.folder = tempfile.mkdtemp(prefix="weir-soak-")
        size = f"size={DISK_MEGABYTES}m"
        self.is_small = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", self.folder], capture_output=True, check=False).returncode == 0

    def close(self):
        self.clock.__exit__()
        if self.is_small:
            subprocess.run(["umount", "-l", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def fault(self, weir, backend):
        """One accident, and how long it lasts."""
        self.peak = max(self.peak, weir.memory("VmHWM"))
        which = self.dice.choice(["kill", "kill", "restart", "mood", "mood", "down", "fill", "step"])
        seconds = self.dice.uniform(0.2, 3)
        if which == "kill":
            kill(weir)
            self.kills += 1
            weir.__enter__()
        elif which == "restart":
            code = weir.stop()
            if code != 0:
                raise AssertionError(f"exit {code} after SIGTERM: {weir.log()}")
            self.restarts += 1
            weir.__enter__()
        elif which == "mood":
            backend.mood = self.dice.choice(["busy", "slow", "reset", "garbage", "silent"])
            self.moods += 1
            time.sleep(seconds)
            backend.mood = "ok"
        elif which == "down":
            backend.stop()
            self.downs += 1
            time.sleep(seconds)
            backend.start()
        elif which == "step":
            self.clock.step(self.dice.uniform(-72, 72) * HOUR)
            self.steps += 1
        elif self.is_small:
            self.fill(seconds)
        time.sleep(self.dice.uniform(0, 1))

    def fill(self, seconds):
        """Leaves no room on the queue's disk for a while."""
        ballast = os.path.join(self.folder, "ballast")
        try:
            with open(ballast, "wb", buffering=0) as file:
                while file.write(b"\0" * (1 << 20)):
                    pass
        except OSError:
            pass
        self.fills += 1
        time.sleep(seconds)
        os.unlink(ballast)

    def run(self, seconds):
        queue = f'queue = {{ directory = "{self.folder}/queue", size = "4MiB" }}'
        with Backend() as backend, Weir(pipeline(backend, queue).replace('"5s"', '"500ms"'), self.clock.environment) as weir:
            load = Load(weir.http, threads=THREADS, spans=SPANS, pause=PAUSE)
            with load:
                end = time.monotonic() + seconds
                while time.monotonic() < end:
                    self.fault(weir, backend)
            wait_until("the queue is empty", empty(weir), 120)
            expect_balance(weir)
            self.peak = max(self.peak, weir.memory("VmHWM"))
            damages = series(weir, "weir_exporter_queue_damages_total")
            code = weir.stop()
            return self.account(load, backend, code, damages)

    def account(self, load, backend, code, damages):
        came = set(backend.seen)
        missing = load.acknowledged - came
        # Taken, and the answer was lost with the connection or the process: the sender must count these as not sent.
        unasked = came - load.acknowledged
        print(f"faults: {self.kills} kills, {self.restarts} restarts, {self.downs} times down, {self.moods} moods, {self.fills} times full, {self.steps} clock steps")
        print(f"sent {load.sent} spans, {len(load.acknowledged)} acknowledged, {load.refused} requests refused, {load.broken} connections broken")
        print(f"came {len(came)} spans: {len(missing)} of the acknowledged missing, {len(unasked)} came whose answer was lost")
        print(f"{backend.repeats} batches came again; {self.peak:.0f} MiB at most; {damages:.0f} places damaged; exit {code}")
        return not missing and code == 0


if __name__ == "__main__":
    total, number = float(sys.argv[1]), int(sys.argv[2])
    print(f"soak: {total:.0f} s, seed {number}", flush=True)
    soak = Soak(number)
    try:
        right = soak.run(total)
    finally:
        soak.close()
    print("soak: every acknowledged span came" if right else "soak: FAILED")
    sys.exit(0 if right else 1)
