"""The program as a person starts it: a process of its own, with nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = """# The bridge at Arnmouth

The bridge at Arnmouth opened on 3 May 2021 and cost 41 million euros (Lund, 2021). It carries 12,000 cars a day
(Lund, 2021; Weiss, 2020). In March 2022 the town council hired 14 lock keepers.

## References

Lund, M. (2021). Bridge opens at Arnmouth. {site}/bridge.html

Unread, P. (2019). A book that nobody cites. {site}/book.html
"""


@pytest.fixture
def claimcheck(tmp_path: Path) -> Program:
    """Run ``claimcheck`` in ``tmp_path``; standard input is closed unless given."""

    def run(*arguments: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "claimcheck", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", **environment},
            input=stdin if stdin is not None else "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article whose sources nobody has fetched."""
    path = tmp_path / "bridge.md"
    path.write_text(ARTICLE.format(site="https://courier.example"), encoding="utf-8")
    return path
