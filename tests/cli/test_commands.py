"""The smaller commands, the crash guard, and interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck import __version__, catalogue, readers
from tests.cli.conftest import ARTICLE, Program


def test_version_and_help(claimcheck: Program) -> None:
    assert claimcheck("--version").stdout == f"claimcheck {__version__}\n"
    for command in (
        "audit",
        "baseline",
        "diff",
        "extract",
        "verify",
        "text",
        "report",
        "rules",
        "explain",
        "schema",
        "init",
        "demo",
    ):
        finished = claimcheck(command, "--help")
        assert finished.returncode == 0
        assert "Usage: " in finished.stdout
        assert "--help" in finished.stdout


@pytest.mark.parametrize("name", catalogue.names("rules"))
def test_every_rule_can_be_explained(name: str) -> None:
    text = catalogue.load("rules", name).__doc__ or ""
    for heading in ("## What it does", "## Why is this bad?", "## Example", "## Remedy"):
        assert heading in text


def test_explain(claimcheck: Program) -> None:
    assert claimcheck("explain", "differing-number").stdout.startswith("differing-number (error)")
    wrong = claimcheck("explain", "differing-numbers")
    assert wrong.returncode == 2
    assert "did you mean 'differing-number'?" in wrong.stderr


@pytest.mark.parametrize("name", ["claims", "extract", "audit", "verify"])
def test_schemas_are_schemas(claimcheck: Program, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(claimcheck("schema", name).stdout))


def test_a_saved_copy_becomes_evidence(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_text(
        "<html lang=en><title>Bridge opens at Arnmouth</title><main><h1>Bridge opens at Arnmouth</h1>"
        "<p>The bridge at Arnmouth opened on 3 May 2021 and cost 41 million euros.</p></main></html>"
    )
    url = "https://courier.example/bridge.html"
    store = ("--store", "evidence")
    assert claimcheck("sources", "add", url, "saved.html", *store).returncode == 0
    listed = claimcheck("sources", "list", *store)
    assert "manual" in listed.stdout
    assert url in listed.stdout
    assert "41 million euros" in claimcheck("sources", "show", url, *store).stdout
    assert claimcheck("sources", "verify", *store).returncode == 0
    audit = json.loads(claimcheck("audit", article.name, "--offline", "-f", "json", *store).stdout)
    first = next(claim for claim in audit["claims"] if "41 million" in claim["text"])
    assert first["verdict"] == "supported"
    assert claimcheck("sources", "export", "all.warc.gz", *store).returncode == 0
    assert (tmp_path / "all.warc.gz").stat().st_size > 100


def test_what_a_text_cites_is_saved_at_an_archive_by_this_command_alone(claimcheck: Program, tmp_path: Path) -> None:
    page, copy = "http://93.184.216.34/report", "/web/20240501100000/http://93.184.216.34/report"
    asked: list[str] = []

    class Archive(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", copy)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Archive)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    (tmp_path / "essay.md").write_text(f"In all 412 boxes left the quay in 2024 ([Report]({page})).\n")
    options = ("--store", "evidence", "--to", f"{base}/save", "--allow-net", "127.0.0.1/32", "--quiet")
    try:
        finished = claimcheck("sources", "save", "essay.md", *options)
        assert claimcheck("sources", "save", "http://10.0.0.1/", *options).returncode == 3
    finally:
        server.shutdown()
        server.server_close()
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout == f"saved      {page}  {base}{copy}\n"
    assert asked == [f"/save/{page}"]
    wrong = claimcheck("sources", "save", page, "--to", "nowhere")
    assert (wrong.returncode, "--to must be an address" in wrong.stderr) == (2, True)


def test_a_bug_is_reported_as_a_bug(claimcheck: Program, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AttributeError("no such thing")

    monkeypatch.setattr(readers, "read_file", broken)
    finished = claimcheck("audit", article.name, "--offline")
    assert finished.returncode == 3
    assert "this is a bug in claimcheck" in finished.stderr


def test_a_reader_that_closes_the_pipe_is_no_crash(article: Path, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m claimcheck audit {article.name} --offline | head -n 1; exit ${{PIPESTATUS[0]}}'
    finished = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in finished.stderr
    assert finished.stdout.startswith("Claims")


class _Slow(BaseHTTPRequestHandler):
    """One page at once, the other never."""

    asked = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/book.html":
            _Slow.asked.set()
            threading.Event().wait(20)
            return
        body = b"<html lang=en><title>Bridge</title><p>The bridge at Arnmouth cost 41 million euros.</p></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_an_interruption_keeps_what_was_fetched(tmp_path: Path) -> None:
    _Slow.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}"
    (tmp_path / "bridge.md").write_text(ARTICLE.format(site=site), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "audit", "bridge.md", "--allow-net", "127.0.0.1/32", "--store", "kept"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    try:
        assert _Slow.asked.wait(30)
        threading.Event().wait(1.0)  # the other page is stored by now
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
        server.shutdown()
        server.server_close()
    assert process.returncode == 130, said
    assert "is kept" in said
    assert "Traceback" not in said
    assert f"{site}/bridge.html" in (tmp_path / "claimcheck.lock").read_text(encoding="utf-8")


def test_passages_that_decided_are_marked() -> None:
    from claimcheck.cli.sources import _marked

    text = "Gates cost 41 million. They opened in May."
    passages = [(0, 22, "contradicted", "c-1"), (23, 42, "supported", "c-2"), (23, 42, "supported", "c-3")]
    assert _marked(text, passages) == (
        "⟦Gates cost 41 million.⟧[contradicted c-1] ⟦⟦They opened in May.⟧[supported c-2]⟧[supported c-3]"
    )
    assert _marked(text, []) == text
