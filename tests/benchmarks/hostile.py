"""The hostile web under the real limits: outcomes, time a URL, memory of this process and of its parser children.

    python -m tests.benchmarks.hostile

The site runs in a process of its own. Limits: 30 s a URL, 150 MB for the fetching process, 512 MB for a child.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from ipaddress import ip_network
from pathlib import Path

LIMIT_S = 30.0
BATCH = 40


def _peak_kb() -> int:
    # Not ru_maxrss: it counts what the parent held before this program began.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def measure() -> None:
    """Fetches everything and prints one JSON line; run in a process that holds nothing else."""
    from claimcheck.sources import Settings, Source, Store, Wanted, gather

    settings = Settings(allow_net=(ip_network("127.0.0.1/32"),), timeout_s=LIMIT_S, retries=0, jobs=BATCH)
    with Path(sys.argv[2]).open(encoding="utf-8") as stream:
        addresses: dict[str, list[str | None]] = json.load(stream)
    found: dict[str, tuple[str, bool, float, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        names = list(addresses)
        for first in range(0, len(names), BATCH):
            batch = {addresses[name][0]: name for name in names[first : first + BATCH]}
            start = time.monotonic()

            def done(source: Source, batch: dict[str | None, str] = batch, start: float = start) -> None:
                found[batch[source.url]] = (source.outcome, source.readable, time.monotonic() - start, source.detail)

            wanted = [Wanted(str(addresses[name][0]), addresses[name][1]) for name in batch.values()]
            gather(wanted, settings=settings, store=store, progress=done)
        problems = len(store.verify())
    memory = [_peak_kb() / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]
    print(json.dumps({"found": found, "memory": memory, "problems": problems}))


def main() -> None:
    from tests.sources.hostile import KINDS, UNUSABLE, Site

    server = subprocess.Popen(
        [sys.executable, "-m", "tests.sources.hostile"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    assert server.stdin is not None
    site = Site(**json.loads(server.stdout.readline()))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({one.name: [site.url(one), one.title] for one in KINDS}, file)
        file.flush()
        command = [sys.executable, "-m", "tests.benchmarks.hostile", "--measure", file.name]
        answer = json.loads(subprocess.check_output(command, text=True))
    server.stdin.close()
    canaries = json.loads(server.stdout.readline())["canaries"]
    server.wait()
    found = answer["found"]
    wrong = [
        (one.name, found[one.name][0], found[one.name][3]) for one in KINDS if found[one.name][0] not in one.outcomes
    ]
    trusted = [one.name for one in KINDS if one.outcomes <= UNUSABLE and found[one.name][1]]
    lost = [one.name for one in KINDS if one.usable and found[one.name][0] in {"gone", "soft404"}]
    slowest = max(found, key=lambda name: found[name][2])
    print(f"as a careful person       {len(KINDS) - len(wrong)} of {len(KINDS)}")
    for name, outcome, detail in wrong:
        print(f"    {name}: {outcome} ({detail})")
    print(f"unusable called evidence  {len(trusted)} {trusted or ''}")
    print(f"usable called gone        {len(lost)} {lost or ''}")
    print(f"slowest URL               {found[slowest][2]:.1f} s ({slowest}; its limit is {LIMIT_S:.0f} s on the wire)")
    print(f"forbidden address reached {canaries} times")
    print(
        f"peak memory               {answer['memory'][0]:.0f} MB here (150), {answer['memory'][1]:.0f} MB child (512)"
    )
    print(f"store problems            {answer['problems']}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure()
    else:
        main()
