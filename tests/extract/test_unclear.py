"""What a sentence leaves to an earlier one is listed, nothing is filled in."""

from __future__ import annotations

import pytest

from claimcheck import parse
from claimcheck.extract._unclear import unclear


def expressions(sentence: str) -> tuple[str, ...]:
    return unclear(sentence, parse.facts(sentence), 0)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They employed 3,000 people.", ("They",)),
        ("Moreover, it enhances the country's leverage.", ("it",)),
        ("This alliance reduces the influence of Ardel.", ("This alliance",)),
        ("Additionally, the treaty enables Ardel to export grain.", ("the treaty",)),
        ("Such transfers could help the army.", ("Such transfers",)),
        ("Ministers warned both countries about the shipments.", ("both countries",)),
    ],
)
def test_what_points_back_is_listed(sentence: str, expected: tuple[str, ...]) -> None:
    assert expressions(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It is hard to think of the street without the bakery.",
        "It was not until May that the road reopened.",
        "Lena Okoro said she would resign.",
        "The treaty between Ardel and Gorr was signed in 1998.",
        "A treaty was drafted in May, but the treaty was never signed.",
        "The relations between Ardel and Monte Alto improved, to the benefit of both states.",
        "The council closed 14 mines.",
    ],
)
def test_what_is_certain_is_not(sentence: str) -> None:
    assert expressions(sentence) == ()
