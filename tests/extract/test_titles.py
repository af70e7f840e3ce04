"""Titles of references that assert something are claims."""

from __future__ import annotations

import pytest

from claimcheck import parse, readers
from claimcheck.extract import extract
from claimcheck.extract._titles import asserts, title_span
from claimcheck.model import Reference, Span


@pytest.mark.parametrize(
    "title",
    [
        "Refinery fire kills nine",
        "Council Approves Budget",
        "Lorvia ratifies the Zell pact after 12,000 soldiers join the war",
        "Two thirds of the reef have died",
    ],
)
def test_a_headline_that_tells_of_an_event_asserts(title: str) -> None:
    assert asserts(title, parse.facts(title))


@pytest.mark.parametrize(
    "title",
    [
        "Refinery fires: a history",
        "Who pays for the fire?",
        "Why fires spread faster than we think",
        "A relationship that is changing",
        "Options for the next government",
        "Salmon counts for 2022",
        "Water levels in the lower river",
    ],
)
def test_a_topic_or_a_question_does_not(title: str) -> None:
    assert not asserts(title, parse.facts(title))


def test_the_span_of_a_title_is_found_across_line_breaks() -> None:
    text = "Vik, A. (2022). Refinery fire\n   kills nine. Valley Times."
    reference = Reference("r-1", text, Span(0, len(text)), title="Refinery fire kills nine")
    span = title_span(reference, text)
    assert span is not None
    assert span.of(text) == "Refinery fire\n   kills nine"


def test_a_title_that_was_reworded_has_no_span() -> None:
    text = "Vik, A. (2022). Nine dead in fire."
    assert title_span(Reference("r-1", text, Span(0, len(text)), title="Refinery fire kills nine"), text) is None


def test_a_title_becomes_a_claim_with_its_reference() -> None:
    text = (
        "The fire at the Arle refinery killed nine people (Vik, 2022).\n\nReferences\n\n"
        "Vik, A. (2022). Refinery fire kills eleven. Valley Times. https://valley.example/fire\n"
    )
    found = extract(readers.read_bytes(text.encode(), path="report.txt"))
    (title,) = (claim for claim in found.claims if claim.kind == "reference-title")
    assert title.text == "Refinery fire kills eleven"
    assert title.reference == found.references[0].id
    assert title.class_ == "fact"
