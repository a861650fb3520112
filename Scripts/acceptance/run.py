"""Runs the acceptance tests against a built `weir`. `run.py [part of a test's name]`; the binary is $WEIR or .build/release/weir."""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness
import test_sdk, test_passthrough, test_exporters, test_process, test_forward, test_accuracy, test_interop, test_secure, test_transports, test_prices, test_prometheus, test_promql, test_delivery, test_faults, test_bad_input, test_view, test_pages, test_prices_page, test_store  # noqa: E401, F401 - they mark their tests

if __name__ == "__main__":
    if not os.access(harness.WEIR, os.X_OK):
        sys.exit(f"{harness.WEIR} is not there: swift build -c release --product weir")
    passed, failed = harness.run(sys.argv[1] if len(sys.argv) > 1 else "")
    print(f"acceptance: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
