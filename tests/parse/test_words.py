"""Folding, tokens, stems, and which words mean the same or the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import words


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(words.fold(text)) == len(text)
    assert len(words.plain(text)) == len(text)
    assert words.fold(words.fold(text)) == words.fold(text)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_tokens_slice_back(text: str) -> None:
    for token in words.tokens(text):
        assert text[token.span.start : token.span.end] == token.text


def test_typographic_forms_become_plain() -> None:
    assert words.fold("“İt’s 2–3\u00a0Ｋm” — 10％") == '"İt\'s 2-3 km" - 10%'


def test_tokens_of_a_sentence() -> None:
    text = "The U.S. didn’t send 3,000 troops to Moscow-based units in 中国."
    assert [token.lower for token in words.tokens(text, 10)] == [
        "the", "u.s.", "didn't", "send", "3,000", "troops", "to", "moscow", "based", "units", "in", "中", "国",
    ]  # fmt: skip
    assert words.tokens(text, 10)[0].span.start == 10


@pytest.mark.parametrize(
    "forms",
    [
        "rise rises rising risen rose", "send sent sending", "die died dying", "child children children's",
        "organisation organizations organization's", "analyse analyzed analysing", "labour labor", "defence defenses",
        "win won winning", "country countries country's",
    ],
)  # fmt: skip
def test_inflected_forms_share_a_stem(forms: str) -> None:
    assert len({words.stem(form) for form in forms.split()}) == 1


def test_numbers_lose_their_commas_and_other_scripts_stay() -> None:
    assert words.stem("3,000") == "3000"
    assert words.stem("Москвы") == "москвы"
    assert words.stem("x" * 500) == "x" * 500


def test_content_stems_leave_stop_words_out() -> None:
    assert words.content_stems("The troops were not sent to Oslo in 2024") == {"troop", "send", "oslo", "2024"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("troops", "soldiers"), ("sent", "dispatched"), ("killed", "dead"), ("rose", "grew"), ("climbed", "increased"),
        ("ratified", "approved"), ("films", "movie"), ("treaty", "pact"), ("wages", "salary"), ("lawmakers",
        "legislator"),
        ("blast", "explosion"), ("won", "victory"),
    ],
)  # fmt: skip
def test_words_of_one_meaning(a: str, b: str) -> None:
    assert words.same_meaning(a, b)
    assert words.same_meaning(words.stem(b), words.stem(a))
    assert not words.opposite_meaning(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("rose", "fell"), ("won", "lost"), ("ratified", "rejected"), ("opened", "closed"), ("before", "after"),
        ("accepted", "refused"), ("imports", "exports"), ("arrived", "left"), ("alive", "dead"), ("supports",
        "opposed"),
        ("allowed", "banned"), ("legal", "illegal"), ("constitutional", "unconstitutional"), ("north", "south"),
        ("fewer", "more"), ("approve", "disapprove"),
    ],
)  # fmt: skip
def test_words_that_exclude_each_other(a: str, b: str) -> None:
    assert words.opposite_meaning(a, b)
    assert words.opposite_meaning(words.stem(b), words.stem(a))
    assert not words.same_meaning(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("disclose", "close"), ("troops", "bridge"), ("invaluable", "valuable"), ("inhabit", "habit")]
)
def test_what_only_looks_opposite(a: str, b: str) -> None:
    assert not words.opposite_meaning(a, b)


def test_no_group_shares_a_word_with_a_group_it_excludes() -> None:
    from claimcheck.parse import _lexicon

    for pair in _lexicon.OPPOSITES.split():
        left, right = ({words.stem(word) for word in _lexicon.CONCEPTS[name].split()} for name in pair.split("/"))
        assert not left & right, pair
