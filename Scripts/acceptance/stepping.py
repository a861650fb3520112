"""The clock of one process, to be stepped while it runs."""
import mmap
import os
import shutil
import struct
import subprocess
import tempfile

from harness import Skipped

HOUR = 3600


class SteppedClock:
    """Give `environment` to a process; `step(seconds)` then sets its clock that far ahead (or back) of the machine's."""

    def __init__(self):
        compiler = shutil.which("clang") or shutil.which("cc")
        if compiler is None:
            raise Skipped("there is no C compiler")
        self.folder = tempfile.mkdtemp(prefix="weir-clock-")
        library, file = os.path.join(self.folder, "stepped_clock.so"), os.path.join(self.folder, "step")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs", "stepped_clock.c")
        subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        with open(file, "wb") as empty:
            empty.write(bytes(8))
        with open(file, "r+b") as page:
            self.page = mmap.mmap(page.fileno(), 8)
        self.environment = {**os.environ, "LD_PRELOAD": library, "WEIR_CLOCK": file}

    def step(self, seconds):
        self.page[:] = struct.pack("<q", int(seconds))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.page.close()
        shutil.rmtree(self.folder, ignore_errors=True)
