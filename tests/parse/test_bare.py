"""A bare number is a quantity where the words show what it counts, and a name elsewhere."""

from __future__ import annotations

import pytest

from claimcheck.parse import quantities


def bare(text: str) -> list[str]:
    return [quantity.text for quantity in quantities.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The 62 ambulance came first.",  # a singular noun behind it
        "Senators will take up bill 31 after the recess.",  # a singular noun before it
        "The parcel was sent to 44071 instead.",  # "to" leads to a number only behind a change
        "The old 386 in the cellar still runs.",
        "Take the 27 to the harbour.",  # the article, and nothing that tells which 27
        "Rovers won with the 14 on the wing.",
        "Upgrade from 5.4 to 5.6 first, then to 6.0.",
        "Works with 3.9, 3.10 and 3.12.",  # figures of one list have the same places
        "Doors open at 19.45 and close at 23.10.",
        "Between 8.15 and 9.45 no tram ran.",
        "Ring 0341 97 35 at night.",
        "Answers: 1 b, 2 c, 3 a.",
        "7.3 Limits of the survey",
        "300 is a film about a battle.",  # the verb is in the singular
    ],
)
def test_what_names_is_no_quantity(text: str) -> None:
    assert bare(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The blast killed 14.", ["14"]),
        ("14 were hurt, 3 of them badly.", ["14", "3"]),
        ("Of the 90 who set out, 17 saw the coast.", ["90", "17"]),
        ("In the siege 600 perished.", ["600"]),
        ("By the time engine 51 came, 2 had died.", ["2"]),
        ("The index fell from 118 to 96.", ["118", "96"]),
        ("Each box holds 24 and the crate 90.", ["24", "90"]),
        ("Guests numbered 120.", ["120"]),
        ("Beat 3 eggs and add 1 lemon.", ["3", "1"]),
        ("Hens: 40. Ducks: 12.", ["40", "12"]),
        ("The median was 12, the maximum 41.", ["12", "41"]),
        ("The rate rose from 9.15 to 10.45.", ["9.15", "10.45"]),
        ("150", ["150"]),  # the value of a field
    ],
)
def test_what_counts_is_read(text: str, numbers: list[str]) -> None:
    assert bare(text) == numbers
