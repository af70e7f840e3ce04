"""Conflicts: certain on clashes, silent on look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import conflicts, readers
from claimcheck.extract import extract
from claimcheck.model import Conflict, Extraction


def read(*sentences: str, path: str = "text.txt") -> Extraction:
    return extract(readers.read_bytes("\n\n".join(sentences).encode(), path=path))


def found(*sentences: str) -> tuple[Conflict, ...]:
    return conflicts.find([read(*sentences)])


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            "quantity",
            "The army of Lorvia has sent 3,000 soldiers to Zell.",
            "The army of Lorvia has sent 12,000 soldiers to Zell.",
        ),
        ("date", "The Arle bridge was opened on 3 May 2021.", "The Arle bridge was opened on 9 June 2021."),
        (
            "polarity",
            "The parliament of Lorvia has ratified the fisheries treaty.",
            "The parliament of Lorvia has not ratified the fisheries treaty.",
        ),
    ],
)
def test_what_cannot_both_hold_is_a_conflict(kind: str, first: str, second: str) -> None:
    (clash,) = found(first, second)
    assert (clash.kind, clash.label) == (kind, "conflict")
    assert {side.line for side in clash.sides} == {1, 3}
    assert clash.reasons


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lorvia sent 3,000 soldiers to Zell in 2019.", "Lorvia sent 12,000 soldiers to Zell in 2022."),
        ("Lorvia sent 3,000 soldiers to Zell.", "Lorvia sent 12,000 soldiers to Torvik."),
        ("Lorvia ratified the treaty with Zell in May 2021.", "Zell ratified the treaty with Lorvia in June 2021."),
        ("Between 2,000 and 4,000 soldiers left Lorvia.", "About 3,000 soldiers left Lorvia."),
        ("The road from Arle to Zell is 5 km long.", "The road from Arle to Zell is 3.1 miles long."),
        ("If the dam fails, 900 homes in Arle will be lost.", "The flood destroyed 40 homes in Arle."),
        ("Exports from Lorvia rose from 3,000 to 10,000 tonnes.", "Lorvia exported 10,000 tonnes."),
    ],
)
def test_look_alikes_stay_silent(first: str, second: str) -> None:
    assert not [clash for clash in found(first, second) if clash.label == "conflict"]


def test_two_spellings_of_one_name_are_a_variant() -> None:
    (variant,) = found(
        "Georgi Marinov opened the first cinema in Arle in 1938.",
        "Georgi Marinow sold the cinema in Arle in 1952.",
    )
    assert variant.label == "variant"


def test_the_result_does_not_depend_on_the_order_of_the_texts() -> None:
    one = read("The army of Lorvia has sent 3,000 soldiers to Zell.", path="a.txt")
    other = read("The army of Lorvia has sent 12,000 soldiers to Zell.", path="b.txt")
    assert conflicts.find([one, other]) == conflicts.find([other, one])
    assert len(conflicts.find([one, other])) == 1


def test_the_two_long_texts(shared_texts: Path) -> None:
    texts = [extract(readers.read_file(str(shared_texts / name))) for name in ("op-ed.txt", "essay.txt")]
    clashes = conflicts.find(texts)
    (cluster,) = (clash for clash in clashes if clash.label == "conflict")
    values = {(side.value, side.reference is not None) for side in cluster.sides}
    assert ("12,000", True) in values
    assert ("approximately 3,000", False) in values
    assert any({"Orson Wells", "Orson Welles"} == {side.value for side in clash.sides} for clash in clashes)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge at Arle opened in 1832.", "The bridge at Arle opened to cars in 1921."),
        ("Last year the Arle festival drew 2,000 visitors.", "In its first year the Arle festival drew 300 visitors."),
    ],
)
def test_two_occasions_are_no_conflict(first: str, second: str) -> None:
    assert not found(first, second)
