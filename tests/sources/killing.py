"""An audit killed again and again at random moments; what it had recorded must stay, and the last one must finish.

    python -m tests.sources.killing [KILLS]    # default 200

Most of an audit's time nothing is written, and starting Python takes half a second of each. ``kill_writers`` kills a
process that does nothing but write, within the milliseconds in which it makes a store and files its first pages.
"""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.sources import Lock, Store

from .conftest import ARTICLE, Web, answer, running

PAGES = 16
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Outcome:
    """``lost``: what had been recorded before a kill and was not there after it."""

    kills: int
    kept_at_last: int
    lost: list[str]
    problems: list[str]
    same_report: bool
    seconds: float


def site(web: Web) -> str:
    """Pages on ``web``, and the text that cites them."""
    paragraphs = []
    for number in range(PAGES):
        body = ARTICLE.format(title=f"Quay report {number}").replace("412", str(412 + number))
        web[f"/{number}"] = answer(body + "<!-- -->" * (number % 5) * 4000, headers={"ETag": f'"{number}"'})
        paragraphs.append(
            f"The harbour authority of Port Ellery said that {412 + number} containers had left the eastern quay "
            f"since January ([report {number}]({web.url(f'/{number}')}))."
        )
    web["/gone"] = answer("", "404 Not Found")
    return "\n\n".join([*paragraphs, f"Nobody knows why ([Courier]({web.url('/gone')})).", ""])


def command(text: Path, store: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "claimcheck", "audit", str(text), "--allow-net", "127.0.0.1/32", "--store", str(store),
        "--lock", str(store.parent / "claimcheck.lock"), "--claims", str(store.parent / "claims"), "--format", "json",
        "--fail-on", "never", "--as-of", "2024-06-01", "--quiet", "--jobs", "4", "--judge", "facts", *more,
    ]  # fmt: skip


WRITER = """
import sys
from pathlib import Path
import zstandard
from claimcheck.sources import Failure, Store, Stored
print("ready", flush=True)
store, name = Store(Path(sys.argv[1])), sys.argv[2]
for number in range(10_000):
    url = f"https://example.org/{name}/{number}"
    store.put(Stored(url, "ok", final_url=url, http_status=200), f"{name} {number} ".encode() * 200)
    store.note_failure("https://example.org/shared", Failure(f"2024-01-{number % 28 + 1:02}T00:00:00Z", "down", name))
    print(url, flush=True)
"""


def kill_writers(kills: int, folder: Path, *, seed: int = 1) -> tuple[int, list[str], list[str]]:
    """Kills writers a moment after they said that they had filed a page, or before; every other one begins a store.

    Returns how many pages they said that they had filed, those of them that are lost, and what the store complains of.
    """
    random_, lost, problems = random.Random(seed), list[str](), list[str]()
    said, filed = 0, list[str]()
    for number in range(kills):
        place = folder / f"written-{number // 2}"
        filed = filed if number % 2 else []
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(place), str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        assert writer.stdout is not None
        lines = 1 + (random_.choice((1, 2, 4)) if number % 2 else 0)
        done = [writer.stdout.readline().strip() for _ in range(lines)][1:]
        time.sleep(random_.uniform(0.0, 0.004))
        writer.send_signal(signal.SIGKILL)
        done += [line.strip() for line in writer.stdout if line.endswith("\n")]
        filed, said = filed + done, said + len(done)
        writer.stdout.close()
        writer.wait()
        store = Store(place)
        kept = recorded(store)
        lost += [url for url in filed if not store.holds(kept.get(url))]
        problems += [f"{problem.place}: {problem.message}" for problem in store.verify()]
        store.close()
    return said, lost, problems


def report(text: Path, store: Path, *more: str) -> str:
    """The report of an undisturbed audit, without the times of the visits."""
    done = subprocess.run(
        command(text, store, *more), cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return re.sub(r'"fetched_at": "[^"]*"', '"fetched_at": ""', done.stdout)


def recorded(store: Store) -> dict[str, str]:
    """What the store holds, by URL: the digest, or the outcome where there are no bytes."""
    return {
        record.url: record.last.sha256 or record.last.outcome for record in store.entries() if record.last is not None
    }


def fetching(text: Path, store: Path) -> list[str]:
    """The part of an audit that writes, which takes a tenth of its time."""
    return [
        sys.executable, "-m", "claimcheck", "sources", "fetch", str(text), "--allow-net", "127.0.0.1/32", "--store",
        str(store), "--lock", str(store.parent / "claimcheck.lock"), "--quiet", "--jobs", "2",
    ]  # fmt: skip


def locked(text: Path, store: Path) -> str:
    """The lock that undisturbed fetching leaves."""
    subprocess.run(fetching(text, store), cwd=ROOT, capture_output=True, check=True, timeout=120)
    return (store.parent / "claimcheck.lock").read_text(encoding="utf-8")


def kill_often(
    kills: int,
    folder: Path,
    *,
    seed: int = 1,
    work: Callable[[Path, Path], list[str]] = command,
    say: Callable[[Path, Path], str] = report,
) -> Outcome:
    """Kills ``work`` ``kills`` times, in a store that is emptied now and then so that there is something to write.

    ``say`` does the same work undisturbed, and says what came of it: at first, and in the store of the last kill.
    """
    start = time.monotonic()
    random_ = random.Random(seed)
    lost: list[str] = []
    problems: list[str] = []
    for web in running():
        text = folder / "essay.md"
        text.write_text(site(web), encoding="utf-8")
        clean = folder / "clean" / "store"
        began = time.monotonic()
        expected = say(text, clean)
        whole_s = time.monotonic() - began
        place = folder / "killed-0" / "store"
        before: dict[str, str] = {}
        for number in range(kills):
            if len(before) > PAGES or number % 10 == 0:
                place, before = folder / f"killed-{number}" / "store", {}
            audit = subprocess.Popen(
                work(text, place), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
            # The start of Python is not worth killing: from a quarter of the way on.
            try:
                audit.wait(random_.uniform(0.25, 1.0) * whole_s)
            except subprocess.TimeoutExpired:
                audit.send_signal(signal.SIGKILL)
                audit.wait()
            store = Store(place)
            after = recorded(store)
            lost += [url for url, value in before.items() if after.get(url) != value]
            problems += [f"{problem.place}: {problem.message}" for problem in store.verify()]
            for line in Lock.read(place.parent / "claimcheck.lock").lines:
                if line.sha256 and not store.holds(line.sha256):
                    lost.append(f"{line.url} of the lock")
            before = after
        same = say(text, place) == expected
    return Outcome(kills, len(before), lost, problems, same, time.monotonic() - start)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        print(
            json.dumps(kill_often(int(sys.argv[1]) if len(sys.argv) > 1 else 200, Path(temporary)).__dict__, indent=1)
        )
