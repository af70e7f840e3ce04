"""``claimcheck review`` as it is started: from an audit that is finished, and ended by Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from claimcheck import claimsfile

from .conftest import Program


def test_nothing_to_review_is_wrong_usage(claimcheck: Program) -> None:
    finished = claimcheck("review", "--no-open")
    assert finished.returncode == 2
    assert "nothing to review" in finished.stderr
    assert claimcheck("review", "missing.md", "--no-open").returncode == 2


@pytest.mark.parametrize("where", ["article", "audit"])
def test_a_review_is_served_until_it_is_interrupted(
    claimcheck: Program, article: Path, tmp_path: Path, where: str
) -> None:
    paths = ["bridge.md"]
    if where == "audit":
        assert claimcheck("audit", "bridge.md", "--offline", "-o", "json:audit.json").returncode in {0, 1}
        paths = ["--audit", "audit.json"]
    command = [sys.executable, "-W", "error", "-m", "claimcheck", "review", *paths, "--offline", "--no-open"]
    with subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, "PYTHONUTF8": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
        with opener.open(url, timeout=20) as answer:
            assert answer.status == 200
        with opener.open(url.split("?")[0], timeout=20) as answer:
            assert "uncited-claim" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "The review is closed" in said
    assert not (tmp_path / "claims").exists()


def test_what_was_confirmed_is_told_by_the_reports(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    claimcheck("extract", "bridge.md")
    claimcheck("audit", "bridge.md", "--offline", "-o", "json:audit.json")
    found = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))["findings"]
    uncited = next(one for one in found if one["rule"] == "uncited-claim")
    path = tmp_path / "claims" / "bridge.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.strip() == f"- id: {uncited['claim']}")
    made = f"{{did: accepted, rule: uncited-claim, by: Ada, at: '2026-03-01', finding: '{uncited['fingerprint']}'}}"
    lines.insert(at + 1, f"    decisions:\n      - {made}\n")
    path.write_text("".join(lines), encoding="utf-8")
    claimsfile.read(str(path))
    outputs = ("html:report.html", "json:audit.json", "console:report.txt", "markdown:report.md", "sarif:report.sarif")
    claimcheck("audit", "bridge.md", "--offline", *(part for output in outputs for part in ("-o", output)))
    for name, says in (
        ("report.html", "Confirmed by Ada on 2026-03-01."),
        ("report.txt", "    = confirmed by Ada on 2026-03-01\n"),
        ("report.md", "\n*Confirmed by Ada on 2026-03-01.*\n"),
    ):
        assert (tmp_path / name).read_text(encoding="utf-8").count(says) == 1
    results = json.loads((tmp_path / "report.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    (confirmed,) = (result for result in results if "confirmed" in result["properties"])
    assert confirmed["properties"]["confirmed"] == [{"by": "Ada", "at": "2026-03-01"}]
    assert "suppressions" not in confirmed  # an "accepted" suppression would hide it
    claimcheck("report", "audit.json", "-o", "html:again.html")
    assert "Confirmed by Ada on 2026-03-01." in (tmp_path / "again.html").read_text(encoding="utf-8")
