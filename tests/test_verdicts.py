"""From the rulings of single sources to the verdict on a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.model import (
    Check,
    Citation,
    Claim,
    Comparison,
    Dangling,
    Document,
    Reference,
    Resolved,
    Ruling,
    Source,
    SourceEntry,
    Span,
    Weak,
)
from claimcheck.verdicts import Shelf, conclude, hold

CLAIM = Claim("c-1", "The gates cost 84 million euros.", Span(0, 32), 1, "a.md", "The gates cost 84 million euros.")
PAGE = Document("page", "The gates cost 84 million euros.", "", "text/html", "0" * 64, (), language="en")


def check(verdict: str, *, own: bool = True, published: str | None = None, reason: str = "", **ruling: object) -> Check:
    made = Ruling(verdict, reason or verdict, 0.9 if verdict == "supported" else 0.1, **ruling)  # type: ignore[arg-type]
    return Check("r-1", "https://example.org/a", "ok", made, own=own, published=published)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["supported"], "supported"),
        (["supported", "unsupported", "unchecked"], "supported"),
        (["supported", "contradicted"], "disputed"),
        (["contradicted", "partial"], "contradicted"),
        (["partial", "unsupported"], "partial"),
        (["unsupported", "unchecked"], "unchecked"),
        (["unsupported", "unsupported"], "unsupported"),
        ([], "uncited"),
    ],
)
def test_the_first_rule_that_fits_decides(verdicts: list[str], expected: str) -> None:
    assert conclude(CLAIM, [check(verdict) for verdict in verdicts]).verdict == expected


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("supported", "supported"),
        ("contradicted", "contradicted"),
        ("unsupported", "uncited"),
        ("partial", "uncited"),
        ("unchecked", "uncited"),
    ],
)
def test_inherited_citations_may_decide_but_never_accuse_by_silence(verdict: str, expected: str) -> None:
    assert conclude(CLAIM, [check(verdict, own=False)]).verdict == expected


def test_partial_sources_that_cover_the_claim_together_support_it() -> None:
    cost = Comparison("quantity", "84 million euros", None, None)
    date = Comparison("date", "14 March", None, None)
    first, second = check("partial", facts=(cost,)), check("partial", facts=(date,))
    assert conclude(CLAIM, [first, second]).verdict == "supported"
    assert conclude(CLAIM, [first, first]).verdict == "partial"


def test_a_figure_overtaken_by_a_later_source_is_outdated_not_disputed() -> None:
    grown = (Comparison("quantity", "3,000", "10,000", False),)
    old = check("supported", published="2024-10-18")
    new = check("contradicted", published="2024-11-08", facts=grown)
    judged = conclude(CLAIM, [old, new])
    assert judged.verdict == "supported"
    assert [entry.ruling.reason for entry in judged.checks] == ["supported", "outdated"]


def test_an_older_source_that_differs_is_a_dispute() -> None:
    differs = (Comparison("quantity", "3,000", "1,500", False),)
    judged = conclude(
        CLAIM,
        [check("supported", published="2024-10-18"), check("contradicted", published="2024-10-01", facts=differs)],
    )
    assert judged.verdict == "disputed"


# --- Holding ------------------------------------------------------------------------------------------------------


def refuse(claim: Claim, document: Document) -> Ruling:
    """A judge that finds nothing."""
    return Ruling("unsupported", "not-mentioned", 0.1)


def shelf(source: Source | None = None, resolution: object = None, language: str | None = "en") -> Shelf:
    reference = Reference("r-1", "Okafor, N. (2024).", Span(50, 68), url="https://example.org/a")
    citation = Citation("k-1", "Okafor, 2024", Span(33, 45), "sentence", resolution or Resolved(("r-1",)))  # type: ignore[arg-type]
    return Shelf({"k-1": citation}, {"r-1": reference}, {source.url: source} if source else {}, language)


CITING = replace(CLAIM, citations=("k-1",))


def test_a_source_that_was_read_and_says_nothing_does_not_support() -> None:
    source = Source("https://example.org/a", "ok", evidence="live", document=PAGE)
    assert hold(CITING, shelf(source), refuse).verdict == "unsupported"


@pytest.mark.parametrize("outcome", ["gone", "soft404", "blocked", "wall", "throttled", "down", "unsafe", "needs-ocr"])
def test_could_not_look_is_never_not_supported(outcome: str) -> None:
    source = Source("https://example.org/a", outcome, "HTTP 404", document=PAGE)  # type: ignore[arg-type]
    judged = hold(CITING, shelf(source), refuse)
    assert (judged.verdict, judged.reason) == ("unchecked", outcome)


@pytest.mark.parametrize("outcome", ["front-page", "abstract-only"])
def test_silence_of_a_page_that_shows_little_is_unchecked(outcome: str) -> None:
    source = Source("https://example.org/a", outcome, evidence="live", document=PAGE)  # type: ignore[arg-type]
    assert hold(CITING, shelf(source), refuse).verdict == "unchecked"


def test_silence_of_a_page_that_was_cut_is_unchecked() -> None:
    source = Source("https://example.org/a", "ok", evidence="live", document=replace(PAGE, complete=False))
    assert hold(CITING, shelf(source), refuse).reason == "read-in-part"


def test_an_archived_copy_is_evidence_though_the_page_is_gone() -> None:
    source = Source("https://example.org/a", "gone", evidence="archive", document=PAGE)
    assert hold(CITING, shelf(source), refuse).verdict == "unsupported"


def test_another_language_is_unchecked() -> None:
    source = Source("https://example.org/a", "ok", evidence="live", document=replace(PAGE, language="ko"))
    assert hold(CITING, shelf(source), refuse).reason == "language"


@pytest.mark.parametrize(
    ("resolution", "reason"), [(Weak("r-1"), "weak-citation"), (Dangling(("r-1",)), "dangling-citation")]
)
def test_a_citation_that_is_not_sure_leaves_the_claim_unchecked(resolution: object, reason: str) -> None:
    source = Source("https://example.org/a", "ok", evidence="live", document=PAGE)
    assert hold(CITING, shelf(source, resolution), refuse).reason == reason


def test_a_weak_citation_that_a_person_confirmed_counts() -> None:
    source = Source("https://example.org/a", "ok", evidence="live", document=PAGE)
    confirmed = replace(CITING, confirmed=("r-1",))
    assert hold(confirmed, shelf(source, Weak("r-1")), refuse).verdict == "unsupported"


def test_a_source_added_by_hand_counts_as_a_citation() -> None:
    source = Source("https://example.org/b", "ok", evidence="manual", document=PAGE)
    claim = replace(CLAIM, sources=(SourceEntry("https://example.org/b"),))
    judged = hold(claim, shelf(source), refuse)
    assert judged.verdict == "unsupported"
    assert judged.checks[0].own


def test_a_reference_without_an_address_is_unchecked() -> None:
    judged = hold(CITING, shelf(None), refuse)
    assert (judged.verdict, judged.reason) == ("unchecked", "not-stored")


def test_two_copies_of_one_text_are_no_two_sources() -> None:
    cost = Comparison("quantity", "84 million euros", None, None)
    date = Comparison("date", "14 March", None, None)
    first = check("partial", facts=(cost,))
    other = replace(check("partial", facts=(date,)), url="https://post.example/a")
    assert conclude(CLAIM, [first, other]).verdict == "supported"
    copy = replace(other, copy_of=first.url)
    joined = conclude(CLAIM, [first, copy])
    assert (joined.verdict, len(joined.checks)) == ("partial", 2)
    longer = replace(check("supported"), url="https://post.example/a", copy_of=first.url)
    assert conclude(CLAIM, [first, longer]).verdict == "supported"
