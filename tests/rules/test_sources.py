"""Rules about what became of the sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimcheck.model import OUTCOMES, Date, Difference, Facts, Pointer, Source, SourceEntry, Span
from claimcheck.rules import Case, run

from .samples import URL, Example, case, check, claim, document, entry, extraction, judged

WORDS = f"Dahl, K. Counting cars on the Hitra ferry. (2020). {URL}"
TEXT = document(f"The bridge to Hitra opened on 4 June 2021 (Dahl, 2020).\n\n{WORDS}\n")
DAHL = entry(WORDS, title="Counting cars on the Hitra ferry", year="2020", url=URL)


def one(outcome: Any, detail: str = "", **changes: Any) -> Case:
    source = Source(URL, outcome, detail, **changes)
    return case(
        extraction(TEXT, references=[DAHL]),
        documents=[TEXT],
        sources=[source],
        ignore=("nothing-checked", "unused-reference"),
    )


def opened(published: str | None, sentence: str = "The bridge to Hitra opened on 4 June 2021.", **changes: Any) -> Case:
    text = document(sentence)
    facts = Facts(dates=(Date("2021-06-04", "4 June 2021", Span(0, 1)),))
    bridge = replace(claim(text, sentence, "c1", class_="cited", facts=facts), **changes)
    held = judged(bridge, "unsupported", check("unsupported", published=published))
    return case(extraction(text, [bridge]), documents=[text], claims=[held])


EXAMPLES: dict[str, Example] = {
    "gone-source": Example(
        one("gone", "HTTP 404"),
        (f'"{URL}" is gone: HTTP 404',),
        one("down", "HTTP 503"),
        (one("blocked"), one("not-stored")),
    ),
    "unreachable-source": Example(
        one("down", "HTTP 503"),
        (f'"{URL}" could not be reached: HTTP 503',),
        one("down", evidence="archive"),
        (one("not-stored"), one("no-url")),
    ),
    "walled-source": Example(
        one("wall", "the page asks for a subscription"),
        (f'"{URL}" is behind a wall: the page asks for a subscription',),
        one("wall", evidence="manual"),
    ),
    "unreadable-source": Example(
        one("needs-ocr"), (f'"{URL}" is a scan without text',), one("ok", evidence="live"), (one("wall"),)
    ),
    "moved-source": Example(
        one("moved", final_url="https://coast.example.org/new"),
        (f'"{URL}" has moved to "https://coast.example.org/new"',),
        one("ok", final_url="https://coast.example.org/new"),
    ),
    "changed-source": Example(
        one("ok", changed=True), (f'"{URL}" has changed since it was locked',), one("ok", changed=False)
    ),
    "retitled-source": Example(
        one("ok", title="Recipes for autumn evenings"),
        ('the reference says "Counting cars on the Hitra ferry", the page is "Recipes for autumn evenings"',),
        one("ok", title="Cars counted on Hitra - Coast Weekly"),
        (
            one("ok", title="Autumn"), one("ok", title="히트라 페리 자동차 수"), one("ok"),
            one("gone", title="Nothing here today"),
        ),
    ),
    "anachronistic-source": Example(
        opened("2020-03-12"),
        ('the text says "2021-06-04", the page was published on "2020-03-12"',),
        opened("2021-06-05"),
        (
            opened("2021"), opened(None), opened("2021-06"),
            opened("2020-03-12", "The bridge to Hitra will open on 4 June 2021."),
            opened("2020-03-12", modality="forecast"),
            opened("2021-09-03", facts=Facts(dates=(Date("2021-22", "the summer of 2021", Span(0, 1)),))),
        ),
    ),
}  # fmt: skip


def test_a_dead_link_of_which_a_person_filed_a_copy_fails_no_run() -> None:
    assert [finding.severity for finding in run(one("gone", evidence="archive"))] == ["error"]
    (filed,) = run(one("gone", evidence="manual"))
    assert filed.severity == "warning"
    assert "sources add" not in filed.help


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_outcome_accuses_the_claim(outcome: Any) -> None:
    """Could not look is never not supported."""
    verdicts = {"unsupported-claim", "contradicted-claim", "partial-claim", "disputed-claim", "differing-number"}
    assert verdicts.isdisjoint(finding.rule for finding in run(one(outcome)))


@pytest.mark.parametrize(
    ("outcome", "rule"),
    [
        ("soft404", "gone-source"), ("throttled", "unreachable-source"), ("unsafe", "unreachable-source"),
        ("blocked", "walled-source"), ("abstract-only", "walled-source"), ("toobig", "unreadable-source"),
        ("undecodable", "unreadable-source"), ("unsupported-type", "unreadable-source"),
        ("wrong-page", "retitled-source"), ("front-page", "front-page-source"),
    ],
)  # fmt: skip
def test_every_kind_of_failure_has_its_rule(outcome: Any, rule: str) -> None:
    assert [finding.rule for finding in run(one(outcome))] == [rule]


def test_what_is_not_stored_is_no_finding() -> None:
    assert run(one("not-stored")) == ()


def test_a_gone_page_is_reported_beside_its_archived_copy() -> None:
    (finding,) = [found for found in run(one("gone", "HTTP 410", evidence="archive")) if found.rule == "gone-source"]
    assert finding.message == f'"{URL}" is gone: HTTP 410 (an archived copy was read)'
    assert finding.severity == "error"


def test_a_source_added_by_hand_is_reported_in_the_claims_file() -> None:
    bridge = replace(
        claim(TEXT, "The bridge to Hitra opened on 4 June 2021 (Dahl, 2020).", "c1"),
        sources=(SourceEntry(URL, None, 14),),
        document="claims/bridge.yaml",
        line=9,
        entry_line=9,
    )
    read = replace(extraction(TEXT, [bridge]), claims_path="claims/bridge.yaml")
    found = run(case(read, sources=[Source(URL, "gone")]))
    assert [(finding.rule, finding.location.document, finding.location.line, finding.claim) for finding in found] == [
        ("gone-source", "claims/bridge.yaml", 14, "c1")
    ]


def test_the_details_of_a_hostile_page_cannot_colour_a_terminal() -> None:
    (finding,) = [found for found in run(one("gone", "\x1b[31mred\nline \u202eback")) if found.rule == "gone-source"]
    assert "\x1b" not in finding.message
    assert "\n" not in finding.message
    assert "\u202e" not in finding.message


def test_what_changed_is_shown_what_decided_a_verdict_first() -> None:
    old = (Difference("Ferries run hourly.", "Ferries run daily."), Difference("41,000 cars", "14,000 cars", True))
    (finding,) = run(one("ok", changed=True, differences=old))
    assert finding.message == f'"{URL}" has changed since it was locked, 1 of its passages that decided verdicts'
    assert [related.message for related in finding.related] == [
        "- 41,000 cars (decided a verdict)", "+ 14,000 cars (decided a verdict)", "- Ferries run hourly.",
        "+ Ferries run daily.",
    ]  # fmt: skip
    (finding,) = run(one("ok", changed=True, differences=old[:1]))
    assert finding.message.endswith("none of what decided a verdict")


def test_an_address_that_quotes_what_its_page_lacks_is_told_once_the_page_was_read_whole() -> None:
    page = document("The bridge to Hitra opened in June.")
    lost, kept = Pointer("opened in July"), Pointer("opened in June", 20, 34)
    (finding,) = run(one("ok", evidence="live", document=page, pointers=(kept, lost)))
    assert (finding.rule, finding.confidence) == ("changed-source", "medium")
    assert '"opened in July"' in finding.message
    assert run(one("ok", evidence="live", document=page, pointers=(kept,))) == ()
    assert run(one("ok", evidence="live", document=replace(page, complete=False), pointers=(lost,))) == ()
