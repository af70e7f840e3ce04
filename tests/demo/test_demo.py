"""The demonstration shows every verdict there is, over real HTTP, and nothing that is false of its own site."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.demo import SITE, article, serve


@cache
def audit() -> dict[str, Any]:
    """The finished audit of the demonstration."""
    finished = subprocess.run(
        [sys.executable, "-W", "error", "-m", "claimcheck", "demo", "--format", "json", "--quiet"],
        capture_output=True,
        text=True,
        check=True,
    )
    parsed: dict[str, Any] = json.loads(finished.stdout)
    return parsed


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("opened on 14 March 2024", "supported"),
        ("cost 84 million", "supported"),
        ("1,240 homes", "supported"),  # from the PDF
        ("dredging contract ended", "supported"),  # behind a redirect
        ("Ferry traffic rose", "contradicted"),
        ("harbour master Ines Duarte said", "contradicted"),
        ("46 stalls", "partial"),
        ("5,200 sandbags", "unsupported"),  # the number stands in a teaser, about something else
        ("3.5 megawatts", "unchecked"),  # a page that says "not found" with status 200
        ("2.1 million", "unchecked"),  # a paywall
        ("second gate", "unchecked"),  # a dead link
        ("30 percent", "unchecked"),  # a dangling citation
        ("12 new lock keepers", "uncited"),
    ],
)
def test_each_claim_has_the_verdict_that_its_site_deserves(words: str, verdict: str) -> None:
    (claim,) = (entry for entry in audit()["claims"] if words in entry["text"] and entry["kind"] == "statement")
    assert claim["verdict"] == verdict, claim["reason"]


def test_the_conflict_between_text_and_reference_title_is_found_and_no_other() -> None:
    (conflict,) = audit()["conflicts"]
    assert conflict["label"] == "conflict"
    assert {side["value"] for side in conflict["sides"]} == {"About 1,240", "2,900"}


def test_the_html_report_shows_the_article_in_place(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "claimcheck", "demo", "--quiet", "--output", "html:demo.html"]
    finished = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert finished.stdout == ""
    page = (tmp_path / "demo.html").read_text(encoding="utf-8")
    assert "cannot be shown" not in page
    assert '<b class="differs">rose</b>' in page
    cards = re.findall(r'class="card v-[a-z]+" id="c([0-9]+)"', page)
    assert len(cards) == len(audit()["claims"])
    assert re.findall(r'<mark [^>]*id="t([0-9]+)"', page) == cards


def test_outcomes_of_the_site() -> None:
    outcomes = {source["url"].split("/", 3)[3]: source["outcome"] for source in audit()["sources"]}
    assert outcomes["news/dredging.html"] == "moved"
    assert outcomes["news/second-gate.html"] == "gone"
    assert outcomes["utilities/pumping-station.html"] == "soft404"
    assert outcomes["premium/maintenance-budget.html"] == "wall"
    assert outcomes["reports/flood-risk-review.pdf"] == "ok"


def test_the_site_answers_only_what_it_knows() -> None:
    with serve() as site:
        assert urllib.request.urlopen(f"{site}/news/barrier-opens.html").status == 200
        for path in ("/_layout.html", "/../__init__.py", "/%2e%2e/article.md", "/nowhere"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(site + path)
            assert caught.value.code == 404
            caught.value.close()
    assert sum(1 for _ in SITE.rglob("*.html")) + 1 >= 12
    assert "{site}" not in article("http://example")
