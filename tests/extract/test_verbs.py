"""Finite verbs without a tagger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.verbs import base_of, finite_verbs, third_person


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("The council approved the plan and bought the mill.", ["approve", "buy"]),
        ("The mill was sold to a builder in May.", ["sell"]),
        ("Herons have doubled since the cleanup.", ["double"]),
        ("The clerk misfiled the deed.", ["misfile"]),
        ("The line runs for 48 kilometres.", ["run"]),
        ("The bakery rents its premises from the chemist.", ["rent"]),
        ("41 moons circle the planet.", ["circle"]),
        ("The ferry left at nine.", ["leave"]),
        ("It's a fine morning, and they've left.", ["be", "leave"]),
        ("The drug could save patients.", ["save"]),
    ],
)
def test_the_verbs_of_a_sentence_are_found_in_order(sentence: str, bases: list[str]) -> None:
    assert [verb.base for verb in finite_verbs(sentence)] == bases


@pytest.mark.parametrize(
    "phrase",
    [
        "A history of the north pier",
        "Three reports on the cost of the war",
        "The navy's enhanced capabilities",
        "New roads in cities of this size",
        "Nine years of hard work",
    ],
)
def test_a_phrase_has_no_finite_verb(phrase: str) -> None:
    assert not finite_verbs(phrase)


def test_months_are_no_verbs() -> None:
    assert [verb.base for verb in finite_verbs("The mayor resigned on 1 May 2013.")] == ["resign"]


def test_a_passive_is_told_from_an_active() -> None:
    passive, active = finite_verbs("The plan was rejected, and the mayor resigned.")
    assert passive.passive
    assert not active.passive


def test_spans_are_shifted_by_the_offset() -> None:
    (verb,) = finite_verbs("The mill closed.", offset=100)
    assert (verb.span.start, verb.span.end) == (109, 115)


def test_base_forms() -> None:
    assert base_of("sold") == "sell"
    assert base_of("outranks") == "outrank"
    assert base_of("table-top") is None
    assert third_person("carry") == "carries"


def test_two_letters_are_no_auxiliary_cut_short() -> None:
    assert not finite_verbs("Odell v Borough of Finch CA 12")
    assert [verb.base for verb in finite_verbs("They can't row.")] == ["can"]


@given(st.text(alphabet="May march can't was’ İd_9 .", max_size=40))
def test_spans_hold_whole_words(prose: str) -> None:
    for verb in finite_verbs(prose):
        words = verb.span.of(prose)
        assert words
        assert words == words.strip()
