"""All grammars together: masks, facts of a text, facts of a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import parse
from claimcheck.model import Span
from claimcheck.parse import without_citations


@pytest.mark.parametrize(
    "name",
    [
        "Resolution 2270", "Article 5(1)(b)", "Section 230", "Table 3", "No. 5", "p. 12", "pp. 12-14", "Su-35", "F-16",
        "KN-23", "T-72", "Boeing 737-800", "COVID-19", "Catch-22", "G7", "H5N1", "the 38th parallel", "I-95",
        "Python 3.11.4", "10.0.0.1", "+47 22 00 00 00", "(555) 010-0199", "10.30 p.m.", "14:30 GMT", "flight MH370",
        "Room 204", "10 Downing Street", "https://example.org/2020/10", "a@b.org", "ISBN 978-3-16-148410-0",
        "10.1000/182", "arXiv:2106.09685", "(Lund, 2020)", "(Lund & Dahl, 2019a, p. 4; keia.example, n.d.)", "[1-3]",
        "(강여은, 2019)", "18 U.S.C. § 1343", "Regulation (EU) 2016/679", "Articles 5, 6 and 7", "World War Two", "5G",
        "7-Eleven", "Group of Seven",
    ],
)  # fmt: skip
def test_identifiers_are_blanked(name: str) -> None:
    text = f"It says {name}, and 300 people read it in 2021."
    masked = parse.masked(text)
    assert len(masked) == len(text)
    left = masked[8 : 8 + len(name)]
    assert not any(map(str.isdigit, left)), left
    assert masked.endswith("300 people read it in 2021.")


@pytest.mark.parametrize(
    "text",
    [
        "About 40 percent of 2,000-3,000 people left between 8 and 10 May 2024.",
        "It cost $1.2bn, EUR5m or Rs500 in mid-2020, Q3 and FY2023.",
        "They won 10-15 seats at odds of 10:1 and a ratio of 1:20.",
        "On 12.10.2024, 2024-10-12 and 12/10/2024 some 1.200.300 came (in March 2020).",
        "One in five of the 12-year-olds, 3.5 million, ran 5-7 kilometres.",
        "Police seized12 pistols; order 500 units.",
    ],
)
def test_numbers_and_dates_stay(text: str) -> None:
    assert parse.masked(text) == text


def test_scores_are_names_and_ranges_are_not() -> None:
    assert parse.masked("Leeds won 3-1 on Sunday.") == "Leeds won     on Sunday."
    assert parse.masked("the court ruled 6-3 that") == "the court ruled     that"


def test_citations_alone() -> None:
    assert without_citations("Su-35 jets (Lund, 2020).") == f"Su-35 jets {' ' * 12}."


def test_facts_of_a_passage() -> None:
    text = (
        "Maria Lund, the mayor of Oslo, said on 3 May 2024 that “300 houses stand empty”. "
        "Lund cited Article 25 of the Universal Declaration of Human Rights (Dahl, 2019)."
    )
    facts = parse.facts(text, 1000)
    assert [(q.text, q.speaker) for q in facts.quotations] == [("300 houses stand empty", "Maria Lund")]
    assert [q.stated for q in facts.quantities] == [300]
    assert [d.edtf for d in facts.dates] == ["2024-05-03"]
    assert [i.name for i in facts.instruments] == ["Universal Declaration of Human Rights, Article 25"]
    assert [e.name for e in facts.entities] == ["Maria Lund", "Oslo", "Maria Lund"]
    for group in (facts.quantities, facts.dates, facts.quotations, facts.instruments, facts.entities):
        for fact in group:
            assert text[fact.span.start - 1000 : fact.span.end - 1000] == fact.text


def test_a_part_of_a_text_keeps_what_the_whole_text_knows() -> None:
    text = "Maria Lund won the vote. “It was close,” she said."
    start = text.index("“")
    part = parse.within(parse.facts(text), Span(start, len(text)))
    assert [q.speaker for q in part.quotations] == ["Maria Lund"]
    assert not part.entities
    assert not parse.facts(text[start:]).quotations[0].speaker


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="0123456789.,:;-–/()[]§#+ ApNoRes.20n.d\n“”é٣½\u0000\ud800", max_size=150))
def test_masks_keep_the_length_and_only_blank(text: str) -> None:
    masked = parse.masked(text)
    assert len(masked) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, masked, strict=True))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_facts_never_crash_and_slice_back(text: str) -> None:
    facts = parse.facts(text)
    for group in (facts.quantities, facts.dates, facts.quotations, facts.instruments, facts.entities):
        for fact in group:
            assert text[fact.span.start : fact.span.end] == fact.text


def test_the_two_texts_quote_nobody(shared_texts: Path) -> None:
    for path in sorted(shared_texts.glob("*.txt")):
        facts = parse.facts(path.read_text(encoding="utf-8"))
        assert not facts.quotations, path.name


@pytest.mark.parametrize("piece", ["(", "1", "1 ", "-1", "[1,", "(A, 2020", "Articles 5, ", "+1 ", "a ", "1.1."])
def test_masks_cost_linear_time(piece: str) -> None:
    parse.masked(piece * (300_000 // len(piece)))
