"""Rules about verdicts: which one speaks, and what it says of both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimcheck.model import ClaimVerdict
from claimcheck.rules import Case, run

from .samples import CARS, URL, Example, case, check, claim, clash, document, extraction, fact, judged

TEXT = document(CARS)
CLAIM = claim(TEXT, CARS, "c1", class_="cited")
OTHER = "https://harbour.example.org/ferries"


def verdict(verdict: ClaimVerdict, *checks: Any, **changes: Any) -> Case:
    subject = replace(CLAIM, **changes)
    return case(extraction(TEXT, [subject]), documents=[TEXT], claims=[judged(subject, verdict, *checks)])


NUMBER = fact("quantity", "about 41,000", "14,000")
EXAMPLES: dict[str, Example] = {
    "contradicted-claim": Example(
        clash(fact("entity", "Hitra", "Frøya")),
        ('the text says "Hitra", the page says "Frøya"',),
        clash(NUMBER),
        (verdict("supported", check("supported")), verdict("unchecked", check("unchecked"))),
    ),
    "differing-number": Example(
        clash(NUMBER),
        ('the text says "about 41,000", the page says "14,000"',),
        clash(fact("entity", "Hitra", "Frøya"), fact("quantity", "41,000", "41,000", True)),
        (clash(NUMBER, verdict="unsupported"),),
    ),
    "differing-date": Example(
        clash(fact("date", "2019", "2018")),
        ('the text says "2019", the page says "2018"',),
        clash(fact("date", "2019", "2019", True)),
    ),
    "altered-quotation": Example(
        clash(fact("quotation", "we will not raise fares", "we will now raise fares"), NUMBER),
        ('the text says "we will not raise fares", the page says "we will now raise fares"',),
        clash(NUMBER),
    ),
    "reversed-meaning": Example(
        clash(fact("direction", "rose", "fell")),
        ('the text says "rose", the page says "fell"',),
        clash(fact("scope", "all", "some")),
    ),
    "dropped-hedge": Example(
        clash(fact("modality", "reached", "could reach"), verdict="unsupported"),
        ('the text says "reached", the page says "could reach"',),
        clash(fact("modality", "could reach", "could reach", True), verdict="unsupported"),
    ),
    "unsupported-claim": Example(
        verdict("unsupported", check("unsupported", reason="not-mentioned"), check("unsupported", url=OTHER)),
        (f'the text says "{CARS}", coast.example.org and harbour.example.org do not bear it out',),
        verdict("unchecked", check("unsupported"), check("unchecked", url=OTHER, outcome="down")),
        (
            clash(fact("modality", "reached", "could reach"), verdict="unsupported"),
            verdict("unsupported", check("unsupported"), kind="reference-title"),
            verdict("unsupported", check("unsupported"), class_="opinion"),
            verdict("supported", check("supported"), check("unsupported", url=OTHER)),
        ),
    ),
    "partial-claim": Example(
        verdict(
            "partial", check("partial", fact("quantity", "41,000", "41,000", True), fact("date", "2019", None, None))
        ),
        (f'the text says "{CARS}", coast.example.org says nothing of "2019"',),
        verdict("supported", check("partial", fact("date", "2019", None, None)), check("partial", url=OTHER)),
    ),
    "disputed-claim": Example(
        verdict("disputed", check("supported"), check("contradicted", NUMBER, url=OTHER)),
        ('coast.example.org bears out "about 41,000", harbour.example.org says "14,000"',),
        verdict("supported", check("supported"), check("unsupported", url=OTHER)),
    ),
    "outdated-figure": Example(
        verdict("supported", check("supported"), check("unsupported", fact("quantity", "41,000", "52,000"), url=OTHER,
                                                       reason="outdated", published="2023-02-01")),
        ('the text says "41,000", the later page of 2023-02-01 at harbour.example.org says "52,000"',),
        verdict("supported", check("supported"), check("supported", url=OTHER, published="2023-02-01")),
    ),
}  # fmt: skip


def test_the_specific_rule_takes_the_place_of_the_general_one() -> None:
    for example in ("differing-number", "differing-date", "altered-quotation", "reversed-meaning", "dropped-hedge"):
        assert [finding.rule for finding in run(EXAMPLES[example].trips)] == [example]


def test_each_contradicting_source_is_reported() -> None:
    looked_at = verdict(
        "contradicted", check("contradicted", NUMBER), check("contradicted", fact("date", "2019", "2018"), url=OTHER)
    )
    assert [(finding.rule, finding.url) for finding in run(looked_at)] == [
        ("differing-date", OTHER), ("differing-number", URL),
    ]  # fmt: skip


def test_a_disputed_claim_is_reported_as_that_alone() -> None:
    assert [finding.rule for finding in run(EXAMPLES["disputed-claim"].trips)] == ["disputed-claim"]


def test_an_outdated_figure_is_no_contradiction() -> None:
    assert [finding.rule for finding in run(EXAMPLES["outdated-figure"].trips)] == ["outdated-figure"]


def test_the_passage_that_decides_comes_with_the_finding() -> None:
    (finding,) = run(clash(NUMBER))
    assert finding.related[0].text == "The page says otherwise."
    assert finding.related[0].url == URL
    assert finding.help == "correct the figure, or cite a page that gives about 41,000"
    assert (finding.severity, finding.confidence, finding.claim) == ("error", "high", "c1")
    assert (finding.location.line, finding.location.column, finding.location.start) == (1, 1, 0)


def test_an_inherited_citation_accuses_with_less_confidence() -> None:
    (finding,) = run(clash(NUMBER, own=False))
    assert finding.confidence == "low"


def test_words_found_beside_the_article_accuse_with_less_confidence() -> None:
    (finding,) = run(clash(NUMBER, body=False))
    assert finding.confidence == "medium"


def test_without_a_fact_the_explanation_of_the_judge_speaks() -> None:
    (finding,) = run(clash(explanation="the page denies it."))
    assert (finding.rule, finding.message) == ("contradicted-claim", "the page denies it")


def test_support_outside_the_body_is_called_so() -> None:
    (finding,) = run(verdict("partial", check("partial", reason="outside-body")))
    assert finding.message == f'"{CARS}" stands on coast.example.org only outside the article itself'


def test_what_a_page_only_reports_is_told_as_that() -> None:
    (finding,) = run(verdict("partial", check("partial", fact("modality", "asserted", "reported", None))))
    assert finding.message == f'the text says "{CARS}" as a fact, coast.example.org says that somebody says so'
    assert finding.help.startswith("say who says it")


def test_a_stale_claim_is_not_accused() -> None:
    looked_at = clash(NUMBER)
    (text,) = looked_at.texts
    stale = replace(looked_at, texts=(replace(text, stale=("c1",)),))
    assert [finding.rule for finding in run(stale)] == ["stale-claim"]
