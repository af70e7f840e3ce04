"""``claimcheck audit --against``: what earlier texts claimed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Program


def _earlier(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "2022.txt").write_text("The army of Lorvia has sent 12,000 soldiers to Zell.\n", encoding="utf-8")
    assert claimcheck("extract", "2022.txt", "--claims", "earlier").returncode == 0
    (tmp_path / "now.txt").write_text("The army of Lorvia has sent 3,000 soldiers to Zell.\n", encoding="utf-8")


def test_a_claim_of_an_earlier_text_is_a_side(claimcheck: Program, tmp_path: Path) -> None:
    _earlier(claimcheck, tmp_path)
    finished = claimcheck("audit", "now.txt", "--offline", "--against", "earlier", "--format", "json")
    (conflict,) = json.loads(finished.stdout)["conflicts"]
    assert {side["value"] for side in conflict["sides"]} == {"3,000", "12,000"}
    (finding,) = (f for f in json.loads(finished.stdout)["findings"] if f["rule"] == "conflicting-numbers")
    assert finding["document"] == "now.txt"
    shown = claimcheck("audit", "now.txt", "--offline", "--against", "earlier").stdout
    assert "now.txt:1" in shown
    assert "12,000" in shown
    (tmp_path / "claimcheck.toml").write_text('against = "earlier"\n', encoding="utf-8")
    assert json.loads(claimcheck("audit", "now.txt", "--offline", "-f", "json").stdout)["conflicts"]


def test_its_own_claims_file_is_no_earlier_text(claimcheck: Program, tmp_path: Path) -> None:
    _earlier(claimcheck, tmp_path)
    finished = claimcheck("audit", "2022.txt", "--offline", "--against", "earlier", "--format", "json")
    assert not json.loads(finished.stdout)["conflicts"]


def test_a_place_without_claims_files_is_a_mistake(claimcheck: Program, tmp_path: Path) -> None:
    _earlier(claimcheck, tmp_path)
    finished = claimcheck("audit", "now.txt", "--offline", "--against", "2022.txt")
    assert finished.returncode == 2
    assert "holds no claims file" in finished.stderr
