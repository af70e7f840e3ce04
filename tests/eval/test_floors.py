"""Scores on the labelled cases do not sink. A floor in ``floors.json`` is raised when a score rises, never lowered."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.eval import (
    score_citations,
    score_conflicts,
    score_facts,
    score_quotations,
    score_verify,
    score_worthiness,
)

HERE = Path(__file__).parent
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@cache
def scores() -> dict[str, float]:
    """Every score by the name that its floor has."""
    found: dict[str, float] = {}
    for half in ("open", "sealed"):
        found[f"citations {half} right"] = score_citations.score(score_citations.load(half)).accuracy
        facts = score_facts.score(half)
        for name in ("quantities", "dates", "instruments"):
            tally = getattr(facts, name)
            found[f"{name} {half} precision"], found[f"{name} {half} recall"] = tally.precision, tally.recall
        spoken = score_quotations.score(score_quotations.load(half), show=False).rates()
        found[f"quotations {half} precision"] = spoken["precision"]
        found[f"quotations {half} recall"] = spoken["recall"]
        found[f"speakers {half} recall"] = spoken["speaker_recall"]
        worthy = score_worthiness.score(HERE / half / "worthiness.jsonl")
        found[f"worthiness {half} precision"], found[f"worthiness {half} recall"] = worthy.precision, worthy.recall
        verify = score_verify.run(half)
        found[f"verify {half} right"] = verify.accuracy
        found[f"verify {half} contradicted precision"] = verify.precision()
        found[f"verify {half} faithful not accused"] = 1 - verify.accused() / len(verify.faithful)
        weighed = score_verify.run(half, "embedded")
        found[f"verify {half} embedded right"] = weighed.accuracy
        found[f"verify {half} embedded contradicted precision"] = weighed.precision()
        supported = sum(case.ruling.verdict == "supported" for case in weighed.faithful)
        found[f"verify {half} embedded faithful supported"] = supported / len(weighed.faithful)
        clashes = score_conflicts.score(HERE / half / "conflicts.jsonl")
        found[f"conflicts {half} precision"] = clashes.precision("conflict")
        found[f"conflicts {half} recall"] = clashes.recall("conflict")
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_a_score_keeps_its_floor(name: str) -> None:
    assert scores()[name] >= FLOORS[name], f"{name}: {scores()[name]:.3f}, floor {FLOORS[name]}"


def test_the_sealed_files_are_those_that_were_committed_before_the_code() -> None:
    from hashlib import sha256

    for line in (HERE / "sealed" / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert sha256((HERE / name).read_bytes()).hexdigest() == digest, name
