"""Wikitext: prose without its markup, and what each reference names."""

from __future__ import annotations

import pytest

from claimcheck import readers
from claimcheck.extract import extract
from claimcheck.model import Document

ARTICLE = """'''Arnmouth''' is a port on the [[River Arn|Arn]]. It had 23,400 inhabitants in 2021.<ref name="census">\
{{cite web |title=Census 2021 |url=https://census.example.org/arnmouth |date=2022-03-01}}</ref> <!-- 1,000? -->
The bridge opened on 3 May 1931.<ref>Hale, R. (1965). ''Bridges of the north''.</ref>

The town hall burned in 1951.<ref name="census" /> Its tower fell in 1953.<ref name="lost" />

== References ==
{{reflist}}
"""


def _read(text: str) -> Document:
    return readers.read_bytes(text.encode(), path="arnmouth.wiki")


def test_the_text_is_the_file_and_the_prose_its_words() -> None:
    document = _read(ARTICLE)
    assert document.text == ARTICLE
    assert len(document.prose) == len(ARTICLE)
    words = " ".join(document.prose.split())
    assert "Arnmouth is a port on the Arn" in words.replace("  ", " ")
    assert "1,000" not in words
    assert "cite web" not in words


def test_references_resolve_by_content_and_by_name() -> None:
    found = extract(_read(ARTICLE))
    assert [(citation.status, len(citation.references)) for citation in found.citations] == [
        ("resolved", 1), ("resolved", 1), ("resolved", 1), ("dangling", 0)
    ]  # fmt: skip
    census, hale = found.references
    assert (census.title, census.year, census.url) == ("Census 2021", "2022", "https://census.example.org/arnmouth")
    assert hale.year == "1965"
    assert found.citations[2].references == (census.id,)


def test_a_claim_carries_its_reference_and_its_line() -> None:
    found = extract(_read(ARTICLE))
    burned = next(claim for claim in found.claims if "burned" in claim.text)
    assert burned.line == 4
    assert burned.citations == (found.citations[2].id,)


@pytest.mark.parametrize("seed", ["{{", "[[", "<ref>", "{|\n", "'''", "<!--", "}}", "|-", "<nowiki>", "== "])
def test_what_never_closes_is_read_all_the_same(seed: str) -> None:
    document = _read("The port was built in 1890. " + seed * 20_000)
    assert len(document.prose) == len(document.text)
