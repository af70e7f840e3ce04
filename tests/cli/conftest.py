"""The program as a person starts it, inside this process: what starts a process of its own says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app

Program = Callable[..., "Finished"]

ARTICLE = """# The bridge at Arnmouth

The bridge at Arnmouth opened on 3 May 2021 and cost 41 million euros (Lund, 2021). It carries 12,000 cars a day
(Lund, 2021; Weiss, 2020). In March 2022 the town council hired 14 lock keepers.

## References

Lund, M. (2021). Bridge opens at Arnmouth. {site}/bridge.html

Unread, P. (2019). A book that nobody cites. {site}/book.html
"""


class Finished:
    """How a run of the program ended."""

    def __init__(self, arguments: tuple[str, ...], result: Result) -> None:
        self.arguments = arguments
        self.returncode = result.exit_code
        self.stdout = result.stdout
        self.stderr = result.stderr

    def __repr__(self) -> str:
        return f"claimcheck {' '.join(self.arguments)}: {self.returncode}\n{self.stdout}\n{self.stderr}"


@pytest.fixture
def claimcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Run ``claimcheck`` in ``tmp_path``; standard input is closed unless given."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | None = None, **environment: str) -> Finished:
        result = CliRunner().invoke(
            app, list(arguments), input=stdin or "", env={"COLUMNS": "80", **environment}, prog_name="claimcheck"
        )
        return Finished(arguments, result)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article whose sources nobody has fetched."""
    path = tmp_path / "bridge.md"
    path.write_text(ARTICLE.format(site="https://courier.example"), encoding="utf-8")
    return path
