"""Start-up: ``claimcheck --version`` against ``import typer``, and the two long texts audited offline.

    python -m tests.benchmarks.startup

Prints medians of whole processes, in turn, and their ratio. Limits: 3 times ``import typer``; 3 seconds for the audit.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "texts"
VERSION = (sys.executable, "-m", "claimcheck", "--version")
TYPER = (sys.executable, "-c", "import typer")


def seconds(command: tuple[str, ...]) -> float:
    """Wall-clock time of one run, standard output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    seconds(VERSION), seconds(TYPER)
    pairs = [(seconds(VERSION), seconds(TYPER)) for _ in range(RUNS)]
    version, typer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(
        f"claimcheck --version {version * 1000:4.0f} ms, import typer {typer * 1000:4.0f} ms, ratio {ratio:.2f}"
        f" (limit 3)"
    )
    texts = sorted(SHARED.glob("*.txt"))
    if not texts:
        print("audit: the two long texts are not on this machine")
        return
    with tempfile.TemporaryDirectory() as folder:
        store = ("--store", f"{folder}/store", "--lock", f"{folder}/lock", "--claims", f"{folder}/claims")
        audit = (sys.executable, "-m", "claimcheck", "audit", *map(str, texts), "--offline", *store)
        seconds(audit)
        took = statistics.median(seconds(audit) for _ in range(5))
    print(f"audit of {len(texts)} texts, offline {took:.2f} s, {took / 3:.2f} of the limit (3 s)")


if __name__ == "__main__":
    main()
