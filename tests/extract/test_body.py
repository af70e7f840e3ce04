"""Prose without its citations, and what is no running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract._body import without_citations
from claimcheck.extract._furniture import furniture
from claimcheck.extract._language import language_of
from claimcheck.model import Span


def blanked(prose: str, *keys: str) -> str:
    spans = [Span(prose.index(key), prose.index(key) + len(key)) for key in keys]
    return without_citations(prose, spans)


def test_a_bracket_that_holds_a_key_goes_whole() -> None:
    prose = "Rents fell by half (Vik, 2022; Moen, 2023), the city says."
    assert blanked(prose, "Vik, 2022").split() == "Rents fell by half , the city says.".split()


def test_of_a_narrative_citation_only_the_year_goes() -> None:
    prose = "Vik and Moen (2022) count only nineteen mentions."
    assert blanked(prose, "Vik and Moen (2022)").split() == "Vik and Moen count only nineteen mentions.".split()


def test_the_words_of_a_link_stay() -> None:
    prose = "The city's own report says so."
    assert blanked(prose, "own report") == prose


@given(st.text(alphabet="ab ()[]12,.;", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_length_never_changes(prose: str, start: int, end: int) -> None:
    low, high = sorted((min(start, len(prose)), min(end, len(prose))))
    assert len(without_citations(prose, [Span(low, high)])) == len(prose)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Regulars wait outside the shop on Saturday. (Jen Ruiz)",
        "(Reporting by Ines Falk in Harrow Bay; editing by Tom Aldous)",
        "HARROW BAY, March 14 (Coastwire)",
        "Subscribe to our newsletter for product news and tips.",
        "Filed under: walks, water, regrets",
        "Shelfmate is a registered trademark of Shelfmate Ltd. All rights reserved.",
        "Theo Marks is a features writer for the Eastside Courier.",
        "3.2 The harbour . . . . . . . . . . . . 41",
        "Returns: <string>",
        "timeout <number> Milliseconds to wait before the call fails.",
        "$ make -j4 install DESTDIR=/tmp/x",
    ],
)
def test_page_furniture_is_told_from_text(line: str) -> None:
    assert furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published in 1958, the book sold 40,000 copies.",
        "Related research has been under way since 2004.",
        "Photographs of the bridge show that it was open in May.",
        "Support for the strike fell to 40 percent.",
        "In 2019 it sold 12, in 2020 14, in 2021 16 and in 2022 20.",
        "McDonald’s and the NGO/UN team met on 4/5 May.",
    ],
)
def test_text_is_not_taken_for_furniture(line: str) -> None:
    assert not furniture(line)


def test_the_language_is_guessed_from_function_words() -> None:
    assert language_of("The council has approved the plan for the new road in the valley.") == "en"
    assert language_of("Der Rat hat den Plan für die neue Straße im Tal nicht genehmigt.") == "de"
    assert language_of("Zell 1932") is None
