"""How clauses assert: polarity, modality, speaker, direction, scope; and whole claims."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import stance


def read(text: str) -> dict[str, stance.Clause]:
    return {clause.span.of(text).rstrip(".?!"): clause for clause in stance.clauses(text)}


@pytest.mark.parametrize(
    ("text", "clause", "polarity"),
    [
        ("The army left.", "The army left", 1),
        ("The army has not left.", "The army has not left", -1),
        ("The army didn’t leave.", "The army didn’t leave", -1),
        ("The parties failed to agree.", "The parties failed to agree", -1),
        ("She never failed to vote.", "She never failed to vote", 1),
        ("Few survived.", "Few survived", -1),
        ("A few survived.", "A few survived", 1),
        ("No doubt it works.", "No doubt it works", 1),
        ("It is not only cheap.", "It is not only cheap", 1),
        ("No more than 30 came.", "No more than 30 came", 1),
        ("They left without a permit.", "They left without a permit", -1),
    ],
)
def test_polarity(text: str, clause: str, polarity: int) -> None:
    assert read(text)[clause].polarity == polarity


@pytest.mark.parametrize(
    ("text", "clause", "modality", "speaker"),
    [
        ("Ten soldiers died.", "Ten soldiers died", "asserted", None),
        ("The dam could fail.", "The dam could fail", "possible", None),
        ("The dam will open in May.", "The dam will open in May", "forecast", None),
        ("If the dam fails, the town will flood.", "If the dam fails", "conditional", None),
        ("If the dam fails, the town will flood.", "the town will flood", "conditional", None),
        ("Did the dam fail?", "Did the dam fail", "question", None),
        ("Lund said that the dam had failed.", "the dam had failed", "reported", "Lund"),
        ("Lund said the dam might fail.", "the dam might fail", "possible", "Lund"),
        ("The ministry denied that the dam had failed.", "the dam had failed", "denied", "The ministry"),
        ("The firm denied paying bribes.", "paying bribes", "denied", "The firm"),
        ("The army confirmed that ten soldiers had died.", "ten soldiers had died", "asserted", "The army"),
        ("There is no evidence that the dam failed.", "the dam failed", "denied", None),
        ("He reportedly fled.", "He reportedly fled", "reported", None),
        ("Exports fell, according to the ministry.", "Exports fell, according to the ministry", "reported",
        "the ministry"),
        ("“We will never leave,” said Ines Vidal.", "We will never leave", "forecast", "Ines Vidal"),
    ],
)  # fmt: skip
def test_modality_and_speaker(text: str, clause: str, modality: str, speaker: str | None) -> None:
    found = read(text)[clause]
    assert (found.modality, found.speaker) == (modality, speaker)


def test_but_ends_what_was_reported() -> None:
    found = read("Lund said that the dam had failed, but the town stayed dry.")
    assert found["the dam had failed"].modality == "reported"
    assert found["but the town stayed dry"].modality == "asserted"


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Prices rose.", 1), ("Exports fell by 3 percent.", -1), ("The rate went up.", 1), ("Prices were cut.", -1),
     ("Nothing moved.", 0), ("It rose, then fell.", 0)],
)  # fmt: skip
def test_direction(text: str, direction: int) -> None:
    assert stance.clauses(text)[0].direction == direction


@pytest.mark.parametrize(
    ("text", "scope"),
    [("All parties signed.", "all"), ("Most voters stayed home.", "most"), ("Several ships sank.", "some"),
     ("Only one ship sank.", "only"), ("None of them sank.", "none"), ("Not all of them sank.", "some"),
     ("The most expensive ship sank.", None), ("Not at all.", None), ("Ships sank.", None)],
)  # fmt: skip
def test_scope(text: str, scope: str | None) -> None:
    assert stance.clauses(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("North Lund has sent 3,000 troops to the border.", "asserted"),
        ("The deployment could destabilize the border.", "assessment"),
        ("The plan poses a threat to the harbour.", "assessment"),
        ("The line is set to open in 2031.", "forecast"),
        ("The bank will raise rates.", "forecast"),
        ("The sale violates the charter.", "legal"),
        ("The order was illegal under the treaty.", "legal"),
    ],
)
def test_how_a_claim_asserts(text: str, modality: str) -> None:
    assert stance.modality_of_claim(text) == modality


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="Lund said that if not “a” could, . but?;\n—(é\u0000", max_size=150), st.integers(0, 9))
def test_any_text_is_read_and_spans_slice_back(text: str, offset: int) -> None:
    found = stance.clauses(text, offset)
    assert all(0 <= one.span.start - offset < one.span.end - offset <= len(text) for one in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
