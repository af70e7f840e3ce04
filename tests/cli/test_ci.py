"""A newsroom's repository: init, audit, baseline, a commit that changes a number, a waiver, the hook of pre-commit."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from tests.repository import Repository

PAGE = """<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p>
<p>Residents had asked for the figures in spring, and the council had promised them for autumn.</p></article>
"""
PAGES = {
    "/pier.html": (
        "The pier at Eide",
        "The pier at Eide opened in 1921 after three years of work, the harbour board said.",
    ),
    "/cars.html": (
        "Counting cars",
        "The ferry to Hitra carried 41,000 cars in 2019 and 38,000 in the year before.",
    ),
}
TEXT = """# Eide

The ferry to Hitra carried [41,000 cars]({site}/cars.html) in 2019.

The pier at Eide [opened in 1931]({site}/pier.html) after three years of work.

The town council hired 14 lock keepers in March 2022.
"""
NUMBER_LINE = 3
FORBIDDEN = """import socket
def refuse(*_, **__):
    raise RuntimeError("a test forbids every connection")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
"""


def refuse(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("a test forbids every connection")


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        title, words = PAGES[self.path]
        body = PAGE.format(title=title, words=words).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Newsroom:
    """A repository after init, a first audit, a baseline and a first commit."""

    def __init__(self, folder: Path, aside: Path) -> None:
        self.folder = folder
        self._aside = aside
        self.text = folder / "texts" / "eide.md"
        aside.mkdir()
        (aside / "sitecustomize.py").write_text(FORBIDDEN)
        program = aside / "claimcheck"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n')
        program.chmod(0o755)
        self.repository = Repository(folder)

    def environment(self) -> dict[str, str]:
        """For processes of their own: git, and the hook that it starts."""
        paths = [str(self._aside), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(paths),
            "PATH": f"{self._aside}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(self._aside / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PYTHONUTF8": "1",
        }

    def run(self, *arguments: str, network: bool = False, code: int = 0) -> Result:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            if not network:
                for name in ("connect", "connect_ex"):
                    patch.setattr(socket.socket, name, refuse)
                for name in ("getaddrinfo", "create_connection"):
                    patch.setattr(socket, name, refuse)
            result = CliRunner().invoke(app, list(arguments), env={"GIT_CONFIG_GLOBAL": os.devnull})
        assert result.exit_code == code, result.output
        return result

    def audit(self, *arguments: str, code: int = 0) -> Any:
        frozen = ("audit", "texts", "--frozen", "--as-of", "2026-01-31", "--format", "json")
        return json.loads(self.run(*frozen, *arguments, code=code).stdout)

    def write(self, old: str, new: str) -> None:
        text = self.text.read_text(encoding="utf-8")
        assert old in text
        self.text.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    folder = tmp_path_factory.mktemp("newsroom")
    room = Newsroom(folder, tmp_path_factory.mktemp("aside") / "bin")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        room.text.parent.mkdir()
        site = f"http://127.0.0.1:{server.server_address[1]}"
        room.text.write_text(TEXT.format(site=site), encoding="utf-8")
        room.run("init", "--texts", "texts", network=True)
        settings = folder / "claimcheck.toml"
        local = 'allow-net = ["127.0.0.1/32"]\nignore = ["insecure-url", "development-host"]\n'
        settings.write_text(local + settings.read_text(encoding="utf-8"), encoding="utf-8")
        first = room.run("audit", "texts", network=True, code=1)
        assert "error[differing-date]" in first.stdout
        written = room.run("baseline", "texts", network=True)
        assert "2 known findings" in written.stderr
        room.run("audit", "texts", network=True)
    finally:
        server.shutdown()
        server.server_close()
    room.repository.commit()
    return room


@pytest.fixture
def room(made: Newsroom) -> Iterator[Newsroom]:
    """The newsroom; what a test commits is undone behind it."""
    start = made.repository.git("rev-parse", "HEAD")
    yield made
    made.repository.git("reset", "--quiet", "--hard", start)
    (made.folder / ".git" / "hooks" / "pre-commit").unlink(missing_ok=True)


def test_a_changed_number_fails_at_its_line_and_its_return_passes(room: Newsroom) -> None:
    assert [finding["status"] for finding in room.audit()["findings"]] == ["baseline", "baseline"]
    room.write("41,000", "14,000")
    room.repository.commit()
    finished = room.audit("--changed-since", "HEAD~1", code=1)
    assert [claim["line"] for claim in finished["claims"]] == [NUMBER_LINE]
    assert [(finding["rule"], finding["line"]) for finding in finished["findings"]] == [
        ("differing-number", NUMBER_LINE)
    ]
    since = ("--frozen", "--changed-since", "HEAD~1", "--output", "github:-")
    said = room.run("audit", "texts", *since, code=1).stdout
    (annotation,) = (line for line in said.splitlines() if line.startswith("::error"))
    assert "file=texts/eide.md," in annotation
    assert f"line={NUMBER_LINE}," in annotation
    room.repository.git("revert", "--no-edit", "HEAD")
    assert room.audit("--changed-since", "HEAD~2")["claims"] == []
    assert room.audit()["summary"]["exit_code"] == 0


def test_a_waiver_holds_until_its_last_day(room: Newsroom) -> None:
    room.write("41,000 cars", "14,000 cars")
    room.write(
        " in 2019.", " in 2019. <!-- claimcheck: allow differing-number reason: asked again until: 2026-02-28 -->"
    )
    since = ("--changed-since", "HEAD")
    assert [finding["status"] for finding in room.audit(*since)["findings"]] == ["waived"]
    frozen = ("audit", "texts", "--frozen", "--format", "json", *since, "--as-of")
    late = json.loads(room.run(*frozen, "2026-03-01", code=1).stdout)
    assert {(finding["rule"], finding["status"]) for finding in late["findings"]} == {
        ("differing-number", "open"), ("expired-waiver", "open"),
    }  # fmt: skip


def test_the_same_inputs_give_the_same_bytes(room: Newsroom) -> None:
    frozen = ("audit", "texts", "--frozen", "--as-of", "2026-01-31", "--format", "json")
    first = room.run(*frozen).stdout
    assert room.run(*frozen).stdout == first
    before = (room.folder / "claimcheck.baseline").read_bytes()
    room.run("baseline", "texts", "--frozen")
    assert (room.folder / "claimcheck.baseline").read_bytes() == before


def test_the_hook_stops_a_commit_through_the_real_pre_commit(room: Newsroom) -> None:
    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=room.folder, env=room.environment(), capture_output=True, text=True, check=False
        )  # fmt: skip

    commit = (
        "git",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "commit",
        "--quiet",
        "--all",
        "--message",
        "x",
    )
    installed = run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    room.write("41,000", "14,000")
    stopped = run(*commit)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "error[differing-number]" in stopped.stdout + stopped.stderr
    room.write("14,000", "41,000")
    room.write("# Eide", "# Eide, a town")
    passed = run(*commit)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr
