"""Claims of a file, found in their text again."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType

import pytest

from claimcheck import claimsfile
from claimcheck.model import Document, Extraction, Sentence, Span

from .samples import FERRY, document, ferry, portable


def reread(extraction: Extraction) -> Extraction:
    return claimsfile.loads(claimsfile.dumps(extraction), "claims/ferry.yaml")


def test_an_unchanged_text_gives_its_places_back() -> None:
    located = claimsfile.locate(reread(ferry()), document())
    assert portable(located) == portable(ferry())
    for found, original in zip(located.claims, ferry().claims, strict=True):
        assert (found.document, found.line, found.column) == (original.document, original.line, original.column)
        assert found.entry_line is not None
    assert located.citations[0].line == 1
    assert located.references[0].line == 5
    assert located.stale == ()


def test_claims_move_with_their_sentences() -> None:
    text = document("A new opening.\n\n" + FERRY)
    located = claimsfile.locate(reread(ferry()), text)
    for claim in located.claims:
        assert claim.span.of(text.text) == claim.text
        assert claim.line == text.line_of(claim.span.start)
        for quantity in claim.facts.quantities:
            assert quantity.span.of(text.text) == quantity.text
    assert located.citations[0].span.of(text.text) == "Dahl, 2020"
    assert located.references[0].line == 7


def test_other_white_space_is_no_other_sentence() -> None:
    text = document(FERRY.replace("carried about 41,000", "carried\n  about 41,000"))
    located = claimsfile.locate(reread(ferry()), text)
    claim = located.claims[0]
    assert claim.text == claim.span.of(text.text)
    assert not claim.edited
    assert [quantity.span.of(text.text) for quantity in claim.facts.quantities] == ["41,000"]
    assert [date.span.of(text.text) for date in claim.facts.dates] == ["2019"]
    assert located.stale == ()


def test_a_reworded_claim_follows_the_others() -> None:
    reworded = replace(ferry().claims[1], text="The council froze fares for four years.")
    read = reread(replace(ferry(), claims=(ferry().claims[0], reworded)))
    text = document("A new opening.\n\n" + FERRY)
    located = claimsfile.locate(read, text)
    assert located.claims[1].text == "The council froze fares for four years."
    assert located.claims[1].span.of(text.text) == ferry().claims[1].text


def test_a_reworded_claim_alone_is_found_by_the_digests_of_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    text = document("A new opening.\n\n" + FERRY)
    original = ferry().claims[1].text

    def sentences(document: Document) -> tuple[Sentence, ...]:
        start = document.text.index(original)
        return (Sentence(Span(start, start + len(original)), document.blocks[0], 0),)

    segment = ModuleType("claimcheck.segment")
    segment.sentences = sentences  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "claimcheck.segment", segment)
    monkeypatch.setattr("claimcheck.segment", segment, raising=False)
    reworded = replace(ferry().claims[1], text="The council froze fares for four years.")
    located = claimsfile.locate(reread(replace(ferry(), claims=(reworded,))), text)
    assert located.claims[0].span.of(text.text) == original


def test_a_changed_sentence_is_stale_and_stays_in_the_claims_file() -> None:
    located = claimsfile.locate(reread(ferry()), document(FERRY.replace("froze", "lowered")))
    assert located.stale == ("c2",)
    assert located.claims[1].document == "claims/ferry.yaml"
    assert located.claims[1].line == located.claims[1].entry_line


def test_the_nearest_of_two_equal_sentences_is_meant() -> None:
    text = document("Prices rose by 4 percent. Wages did not. Prices rose by 4 percent.")
    words = "Prices rose by 4 percent."
    second = text.text.rindex(words)
    claim = replace(
        ferry().claims[0], text=words, span=Span(second + 3, second + 3 + len(words)), facts=ferry().claims[1].facts
    )
    claim = replace(claim, digest=claimsfile.load.digest_of(words))
    located = claimsfile.locate(reread(replace(ferry(), claims=(claim,))), text)
    assert located.claims[0].span.start == second
