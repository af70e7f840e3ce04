"""Named people, places and organisations, and when two names are one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import entities


def names(text: str) -> list[str]:
    found = entities.find(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Foreign Minister Anna Berg met US Secretary of State Tom Ross in Oslo on Monday.",
         ["Norway", "Anna Berg", "United States", "Tom Ross", "Oslo"]),
        ("The DPRK warned the ROK-U.S. alliance.", ["North Korea", "South Korea", "United States"]),
        ("A Moscow-Pyongyang axis alarmed the North Korea-Russia watchers.",
         ["Moscow", "Pyongyang", "North Korea", "Russia"]),
        ("Maria Lund won. Later Lund thanked Dr. Per Dahl's team.", ["Maria Lund", "Maria Lund", "Per Dahl"]),
        ("The Norwegian Refugee Council (NRC) left. The NRC gave no reason.",
         ["Norwegian Refugee Council"] * 3),
        ("Protesters gathered. Yesterday Putin flew to Kyiv. However, nothing came of it.",
         ["Vladimir Putin", "Kyiv"]),
        ("The Council agreed in May that the Treaty would stand.", []),
        ("Ludwig van Beethoven and Charles de Gaulle never met.", ["Ludwig van Beethoven", "Charles de Gaulle"]),
        ("The Bank of England and Bosnia and Herzegovina have little in common.",
         ["Bank of England", "Bosnia and Herzegovina"]),
        ("The Moscow-based firm sold AT&T's shares.", ["Moscow", "AT&T"]),
        ("Russia Ratifies North Korea Pact After US Says Troops Deployed to Kursk",
         ["Russia", "North Korea", "United States", "Kursk"]),
        ("北朝鲜和俄罗斯签署了协议。", ["North Korea", "Russia"]),
        ("Путин прибыл в Пекин.", ["Vladimir Putin", "Пекин"]),
        ("Theresa May spoke in May.", ["Theresa May"]),
    ],
)  # fmt: skip
def test_names_of_a_sentence(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_kinds() -> None:
    found = entities.find("President Vladimir Putin left Russia for NATO talks with the Defence Ministry.")
    assert [(one.name, one.kind) for one in found] == [
        ("Vladimir Putin", "person"),
        ("Russia", "place"),
        ("North Atlantic Treaty Organization", "organisation"),
        ("Defence Ministry", "organisation"),
    ]


def test_a_word_that_the_text_writes_small_is_no_name() -> None:
    assert names("Zorbing is fun. I like zorbing.") == []
    assert names("Ferrari won again.") == ["Ferrari"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("DPRK", "North Korea"), ("Russian", "Russia"), ("Moscow", "Russia"), ("the Kremlin", "Moscow"), ("U.S.",
        "American"),
        ("Brussels", "EU"), ("Lund", "Maria Lund"), ("Dr Maria Lund", "Maria Lund"), ("M. Lund", "Maria Lund"),
        ("Maria K. Lund", "Maria Lund"), ("Kim", "Kim Jong Un"), ("Zelenskyy", "Volodymyr Zelensky"), ("Kiev", "Kyiv"),
        ("WHO", "World Health Organization"), ("NRC", "Norwegian Refugee Council"), ("Müller", "Muller"),
        ("Volkswagen", "Volkswagen AG"), ("Supreme Court", "U.S. Supreme Court"), ("van Dijk", "Virgil van Dijk"),
        ("President Putin", "Putin"), ("RUSSIA", "Russia"),
    ],
)  # fmt: skip
def test_one_and_the_same(a: str, b: str) -> None:
    assert entities.same(a, b)
    assert entities.same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eva Lund", "Maria Lund"), ("Korea", "North Korea"), ("South Korea", "North Korea"), ("Oslo",
        "University of Oslo"),
        ("Lund University", "Lund"), ("Paris", "Paris Hilton"), ("UK", "Ukraine"), ("Seoul", "Pyongyang"), ("", "Lund"),
        ("Maria Lund", "Maria Berg"), ("Niger", "Nigeria"), ("Guinea", "Equatorial Guinea"),
    ],
)  # fmt: skip
def test_not_the_same(a: str, b: str) -> None:
    assert not entities.same(a, b)
    assert not entities.same(b, a)


def test_canonical_names_and_readings() -> None:
    assert entities.canonical("the Democratic People's Republic of Korea") == "North Korea"
    assert entities.canonical("Moscow") == "Moscow"
    assert entities.readings("Moscow") == {"Moscow", "Russia"}
    assert entities.canonical("General Motors") == "General Motors"


def test_the_essay_names_its_states(shared_texts: Path) -> None:
    found = names((shared_texts / "essay.txt").read_text(encoding="utf-8"))
    assert {"North Korea", "Russia", "South Korea", "United States", "Ukraine"} <= set(found)


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="ABa '.&-()of theRussia\nU.S.é北Пу\u0000\ud800", max_size=150))
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    found = entities.find(text, 3)
    for one in found:
        assert text[one.span.start - 3 : one.span.end - 3] == one.text
        assert entities.same(one.text, one.name) or one.name
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_is_symmetric(a: str, b: str) -> None:
    assert entities.same(a, b) == entities.same(b, a)


@pytest.mark.parametrize("piece", ["A ", "Aa ", "A-", "A.", "Bank of ", "Lund, ", "(A"])
def test_hostile_input_costs_linear_time(piece: str) -> None:
    entities.find(piece * (200_000 // len(piece)))


def test_a_name_is_read_once_however_often_the_text_holds_it() -> None:
    entities._names_of.cache_clear()
    assert len(names("Nils Adair met Ines Holm. " * 200)) == 400
    assert entities._names_of.cache_info().misses <= 4
