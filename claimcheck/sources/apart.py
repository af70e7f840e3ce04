"""A large page read in a process of its own, which may run out of memory or time alone.

The tree of a page of 20 MB takes half a gigabyte. The child reads the bytes from its standard input and answers with
the finished page, so that this process only ever holds the text.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.sources.body import Body

if TYPE_CHECKING:
    from claimcheck.sources.reading import Page

SECONDS = 25.0
"""Wall-clock time that reading one page may take."""
MEMORY = 384 * 1024 * 1024
"""Bytes of data that the child may allocate, where the system can limit that."""


@dataclass(frozen=True, slots=True)
class GaveUp:
    """Why the child brought no page. ``hungry``: it ran out of memory."""

    words: str
    hungry: bool = False


def run(body: Body, *, media_type: str, charset: str | None, url: str) -> Page | GaveUp:
    """The page that ``body`` holds, read in a child process."""
    # -P keeps the working folder, which may hold an html.py, off the module path; the package itself must be on it.
    command = [sys.executable, "-P", "-m", "claimcheck.sources.apart", media_type, charset or "", url]
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH")) if part)
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(  # noqa: S603
            command, stdin=body.file(), stdout=answer, stderr=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        try:
            code = child.wait(SECONDS)
        except subprocess.TimeoutExpired:
            _end(child)
            return GaveUp(f"reading the page took longer than {SECONDS:.0f} s")
        except BaseException:
            _end(child)  # Ctrl-C must not leave a process behind
            raise
        if code:
            return GaveUp("the page takes more memory to read than is allowed", hungry=True)
        answer.seek(0)
        page: Page = pickle.load(answer)  # noqa: S301 - written by our own code a moment ago, not by the page
        return page


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kills the child with the PDF reader that it may have started."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (AttributeError, OSError):
        child.kill()
    child.wait()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    for kind, value in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CPU, int(SECONDS) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # macOS refuses some of them
            continue


def main(media_type: str, charset: str, url: str) -> None:
    """The child: bytes on standard input, the pickled page on standard output."""
    _limit()
    from claimcheck.sources.reading import parse

    page = parse(sys.stdin.buffer.read(), media_type=media_type, charset=charset or None, url=url)
    pickle.dump(page, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
