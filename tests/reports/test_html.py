"""The HTML report as bytes: what a browser is told, before it shows anything."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimcheck.model import Location
from claimcheck.reports import html
from tests.reports import sample
from tests.reports.article import FERRIES, MARKET, audit


class Tags(HTMLParser):
    """Every element with its attributes, and the content of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.words: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag if tag in self.raw else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        (self.raw[self.inside] if self.inside else self.words).append(data)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_policy_allows_this_script_and_this_style_and_nothing_else(folder: Path) -> None:
    page = Tags(html.render(audit(folder)))
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    (script,), (style,) = page.raw["script"], page.raw["style"]
    for name, content in (("script-src", script), ("style-src", style)):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_no_element_asks_for_anything_and_no_link_leads_elsewhere_than_the_web(folder: Path) -> None:
    page = Tags(html.render(audit(folder)))
    assert {tag for tag, _ in page.tags} & {"img", "iframe", "object", "embed", "base", "audio", "video"} == set()
    for tag, attrs in page.tags:
        assert not any(name.startswith("on") or name in {"style", "src", "srcset", "action"} for name in attrs), tag
        address = attrs.get("href") or ""
        assert address.startswith(("#", "https://", "data:,")) or tag not in {"a", "link"}
    assert sum(tag == "script" for tag, _ in page.tags) == 1


def test_words_of_texts_and_pages_are_shown_as_words(folder: Path) -> None:
    text = html.render(audit(folder))
    page = Tags(text)
    assert "\u202e" not in text
    assert "U+202E" in page.words
    words = "".join(page.words)
    assert "<img src=x onerror=alert(1)>" in words
    assert "</script><script>alert(2)</script>" in words


def test_the_text_stands_in_the_report_whole_and_in_order(folder: Path) -> None:
    page = html.render(audit(folder))
    shown = re.findall(r'<div class="words [a-z]+"[^>]*>(.*?)</div>', page, re.DOTALL)
    words = re.sub(r'<a class="number.*?</a>', "", " ".join(shown), flags=re.DOTALL)
    assert "".join(Tags(words).words).split() == (FERRIES + MARKET).split()
    assert (
        '<mark class="v-contradicted" data-card="c1" id="t1">Ferry traffic <span class="markup">*</span></mark>' in page
    )
    assert '<b class="differs">rose</b>' in page
    assert '<b class="differs">fell</b> to <b class="agrees">365,000 passengers</b>' in page


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("edit", "its file has changed since the audit"),
        ("remove", "its file is not at hand"),
        ("pipe", "standard input"),
    ],
)
def test_a_text_that_is_not_what_was_audited_is_not_shown(folder: Path, change: str, why: str) -> None:
    finished = audit(folder)
    path = folder / "ferries.md"
    if change == "edit":
        path.write_text(FERRIES.replace("365,000", "366,000"), encoding="utf-8")
    elif change == "remove":
        path.unlink()
    else:
        claims = tuple(replace(one, claim=replace(one.claim, document="-")) for one in finished.claims)
        finished = replace(finished, documents=(replace(finished.documents[0], path="-"),), claims=claims, findings=())
    page = html.render(finished)
    assert f"The text itself cannot be shown: {'it was read from ' if change == 'pipe' else ''}{why}" in page
    assert "Ferry traffic rose to 365,000 passengers in 2023." in page  # the claim stands in its card
    assert "Not a claim at all" not in page


def test_a_claim_whose_words_are_elsewhere_is_not_marked_in_the_wrong_place(folder: Path) -> None:
    finished = audit(folder)
    first = finished.claims[0]
    moved = replace(first, claim=replace(first.claim, digest="0" * 64))
    page = html.render(replace(finished, claims=(moved, *finished.claims[1:])))
    assert "Claims that are not in the text as it stands" in page
    assert 'id="t1"' not in page


def test_findings_in_a_claims_file_reach_the_card_of_their_claim(folder: Path) -> None:
    finished = audit(folder)
    moved = replace(finished.findings[0], location=Location("claims/ferries.yaml", 12))
    page = html.render(replace(finished, findings=(moved,)))
    card = page[page.index('id="c1"') : page.index('id="c2"')]
    assert "reversed-meaning" in card


def test_equal_audits_are_equal_bytes(folder: Path) -> None:
    assert html.render(audit(folder)) == html.render(audit(folder))


def test_an_audit_of_nothing_says_so() -> None:
    nothing = replace(sample.audit(), documents=(), claims=(), findings=(), sources=(), conflicts=())
    nothing = replace(nothing, summary=replace(nothing.summary, claims=0, checked=0, by_verdict={}))
    assert "nothing was checked" in html.render(nothing)
