"""Passages: lines of a source, kept apart from teasers and ranked for a claim."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import passages
from claimcheck.judges import document_of
from tests.judges.page import PAGE


def test_windows_hold_what_the_claim_says() -> None:
    best = passages.index(document_of(PAGE)).rank("A buoy off the cape measured the wave that did the damage.")[0]
    assert "measured by a buoy 48 kilometres off the cape" in best.text
    assert 0 < best.score <= 1
    assert best.body


def test_passages_slice_back_to_the_document() -> None:
    document = document_of(PAGE)
    for passage in passages.index(document).rank("The sugar mill at Ostwick closed in 2018."):
        assert " ".join(passage.span.of(document.text).split()) == passage.text


def test_synonyms_and_kinds_find_the_sentence() -> None:
    index = passages.index(document_of("The octopus stayed in the noisy half.\n\nThe lorry was hit by a shell."))
    assert "octopus" in index.rank("an animal")[0].text
    assert "lorry" in index.rank("a truck that was struck")[0].text


def test_an_acronym_finds_the_name_it_abbreviates() -> None:
    index = passages.index(document_of("The Consumer Safety Authority ordered a recall. Nobody was hurt."))
    assert index.stands_for("csa") == ("authority",)


def test_teasers_at_the_end_are_outside_the_body() -> None:
    lines = passages.index(document_of(PAGE)).sentences
    outside = [line.text for line in lines if not line.body]
    assert any("parking fines" in text for text in outside)
    assert all("ferry" not in text for text in outside)


def test_rows_of_a_table_carry_their_headers() -> None:
    table = "Harbour | Ships 2019 | Cargo (million tonnes)\nNorth | 412 | 3.1\nSouth | 96 | 0.8\n"
    source = f"Harbours\n\nTraffic fell.\n\n{table}"
    rows = [line.text for line in passages.index(document_of(source)).sentences if line.kind == "table-row"]
    assert "North, 412 Ships in 2019, 3.1 million tonnes Cargo" in rows


def test_a_whole_sentence_is_found_whatever_its_quotation_marks() -> None:
    index = passages.index(document_of("“We counted gulls,” he said. Nobody was killed. It rained."))
    assert index.holds_sentence("nobody was killed") is not None
    assert index.holds_sentence('"We counted gulls," he said.') is not None
    assert index.holds_sentence("counted gulls") is None


def test_the_date_of_the_page_comes_from_its_byline() -> None:
    assert passages.index(document_of(PAGE)).published == "2019-11-14"


def test_one_index_a_document() -> None:
    document = document_of(PAGE)
    assert passages.index(document) is passages.index(document)


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=400).filter(str.strip), st.text(max_size=80))
def test_any_text_can_be_indexed_and_asked(source: str, claim: str) -> None:
    document = document_of("Some words. " + source)
    for passage in passages.index(document).rank(claim):
        assert passage.span.end <= len(document.text)
