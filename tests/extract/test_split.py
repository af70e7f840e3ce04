"""Compound sentences are split at safe joints only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract._split import split


def parts(sentence: str) -> list[str]:
    return [span.of(sentence) for span in split(sentence)]


def test_two_clauses_with_their_own_subjects_are_two() -> None:
    assert parts("The council approved 300 homes in May, and the mayor signed the contract in June.") == [
        "The council approved 300 homes in May",
        "the mayor signed the contract in June.",
    ]


def test_a_semicolon_is_a_joint() -> None:
    assert len(parts("The ferry sank in 1932; the lighthouse was built two years later.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill opened in 1958 and cost 11 million.",  # no subject of its own
        "The mill opened in 1958, and it cost 11 million.",  # what "it" is stands in the first half
        "Officials said that the dam was safe, and the valley was never warned.",  # whose word is the second half?
        "If the dam breaks, the town will flood, and the bridge will fall.",  # under a condition
        "The club (founded in 1880; dissolved in 1931) played at Norl.",  # inside brackets
        'The mayor said: "The tram is dead; the road is open to all."',  # inside a quotation
        "Wheat, rye, and barley were sold at the market.",
        "This raises two questions, and the answers differ.",
    ],
)
def test_other_joints_are_left_alone(sentence: str) -> None:
    assert parts(sentence) == [sentence]


@given(st.text(alphabet='ab ,;()“”"and.', max_size=80))
def test_parts_are_in_order_and_inside(sentence: str) -> None:
    end = 0
    for span in split(sentence):
        assert end <= span.start <= span.end <= len(sentence)
        end = span.end
