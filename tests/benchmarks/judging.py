"""Judging: pairs a second, a claim against a long page, memory, and the first verdict from a cold start.

    python -m tests.benchmarks.judging [facts|embedded|FOLDER ...]

Limits on two cores: 60 pairs a second end to end for sources of 100 words, 250 ms for a claim against a page of 3,000
words, 500 MB, 1.5 s from start to the first verdict.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from claimcheck import judges
from claimcheck.train import pool

PAIRS, RUNS = 400, 5


def pairs() -> Iterator[dict[str, str]]:
    """Claims with sources of about 100 words: the claim's passage and, before it, as much of another as that takes."""
    rows = list(pool.written(1, seed=1))[:PAIRS]
    passages = list(dict.fromkeys(row["source"] for row in rows))
    for number, row in enumerate(rows):
        before = passages[number % len(passages)].split()
        lead = " ".join(before[: max(0, 100 - len(row["source"].split()))])
        yield {"id": str(number), "claim": row["claim"], "source": f"{lead}\n\n{row['source']}"}


def page() -> str:
    """A page of 3,000 words, some 40 paragraphs."""
    passages = dict.fromkeys(row["source"] for row in pool.written(1, seed=2))
    words, kept = 0, []
    for passage in passages:
        if words < 3000:
            kept.append(passage)
            words += len(passage.split())
    return "From the papers\n\n" + "\n\n".join(kept)


def timed(*arguments: str) -> tuple[float, float]:
    """Seconds of one run of the command, and its peak memory in MB (of all runs so far)."""
    start = time.perf_counter()
    command = (sys.executable, "-m", "claimcheck", *arguments)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, lines = Path(folder) / "source.txt", Path(folder) / "pairs.jsonl"
        source.write_text("The mill at Velm was shut in 1998. It had forty workers.", encoding="utf-8")
        rows = list(pairs())
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        one = ("verify", "--claim", "The mill closed in 1998.", "--source", str(source), "--judge", name)
        timed(*one)
        first = statistics.median(timed(*one)[0] for _ in range(RUNS))
        took, memory = timed("verify", "--pairs", str(lines), "--judge", name)
        again, memory = timed("verify", "--pairs", str(lines), "--judge", name)
    print(f"{name}: first verdict {first:.2f} s (limit 1.5)")
    print(f"  {len(rows) / min(took, again):.0f} pairs/s end to end (limit 60), {memory:.0f} MB (limit 500)")
    choice, document = judges.Choice(name), judges.document_of(page())
    claims = [row["claim"] for row in rows[::8]]
    judges.verify("The mill closed.", "It was shut.", choice)  # the model is loaded once, which "first verdict" counts
    seconds = []
    for claim in claims:
        start = time.perf_counter()
        judges.rule(judges.claim_of(claim), document, choice)
        seconds.append(time.perf_counter() - start)
    words = len(document.text.split())
    print(
        f"  a claim against {words} words: median {1000 * statistics.median(seconds):.0f} ms,"
        f" longest {1000 * max(seconds):.0f} ms (limit 250)"
    )


if __name__ == "__main__":
    for chosen in sys.argv[1:] or ["facts", "embedded"]:
        main(chosen)
