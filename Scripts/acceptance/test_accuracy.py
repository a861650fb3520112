"""What Weir says of the corpus against the ground truth of every call. The shared scoring tool counts; the whole table is printed."""
import json
import os
import subprocess
import sys
import tempfile

from harness import WEIR, expect, shared, test

FIRST = ("openai_v2", "openllmetry", "openinference")


@test
def accuracy():
    """accuracy: no invented number, calls found and nothing but calls, on the first three dialects"""
    tool, corpus = shared("accuracy", "score.py"), shared("corpus")
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "score.json")
        command = [sys.executable, tool, "--corpus", corpus, "--weir", WEIR, "--json", path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=900)
        print(done.stdout.strip(), flush=True)
        expect(f"exit of the scoring tool ({done.stderr[-500:]})", done.returncode, 0)
        with open(path, encoding="utf-8") as file:
            score = json.load(file)
    for name in FIRST:
        columns = score["captures"][name]["columns"]
        expect(f"{name}: invented", {k: c["invented"] for k, c in columns.items() if c["invented"]}, {})
        for column in ("calls", "call_precision"):
            if columns[column]["of_ceiling"] < 0.95:
                raise AssertionError(f"{name}: {column} is {columns[column]['of_ceiling']} of the ceiling")
    micro = score["micro"]
    return f"all captures: recall {micro['calls']['of_ceiling']}, precision {micro['call_precision']['of_ceiling']} of the ceiling"
